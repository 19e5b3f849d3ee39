package dev.checklist.report;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.rating;
import static dev.checklist.run.ReportFixtures.START;
import static dev.checklist.run.ReportFixtures.line;
import static dev.checklist.run.ReportFixtures.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JsonRendererTest {
    private final JsonRenderer json = JsonRenderer.create();

    @Test
    void every_report_follows_the_published_schema() {
        for (Report report : List.of(Samples.rich(), Samples.ready(), Samples.incomplete())) {
            assertThat(JsonTree.of(json.render(report)).errors()).isEmpty();
        }
    }

    @Test
    void the_schema_refuses_a_passed_line_without_a_time_and_an_unknown_status() {
        String shown = json.render(Samples.ready());

        assertThat(JsonTree.of(shown.replaceAll("\"seenAt\" : \"[^\"]*\",?", ""))
                        .errors())
                .isNotEmpty();
        assertThat(JsonTree.of(shown.replace("\"PASSED\"", "\"GREEN\"")).errors())
                .isNotEmpty();
        assertThat(JsonTree.of(shown.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"))
                        .errors())
                .isNotEmpty();
    }

    @Test
    void the_page_about_it_names_every_field_of_the_schema_and_no_other() throws IOException {
        Path page = Path.of("..", "docs", "report-json.md");
        Set<String> documented = Pattern.compile("(?m)^\\| (`[^|]*)\\|")
                .matcher(Files.readString(page))
                .results()
                .flatMap(
                        row -> Pattern.compile("`(\\w+)`").matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> known = new TreeSet<>(JsonTree.ofSchema().namesUnder("properties"));
        known.remove("items");

        assertThat(documented).isEqualTo(known);
    }

    @Test
    void a_report_has_everything_in_full() {
        JsonTree tree = JsonTree.of(json.render(Samples.rich()));

        assertThat(tree.at("/schemaVersion")).isEqualTo("1");
        assertThat(tree.at("/kind")).isEqualTo("REPORT");
        assertThat(tree.at("/verdict")).isEqualTo("NOT_READY");
        assertThat(tree.at("/headline")).isEqualTo(Samples.rich().headline());
        assertThat(tree.at("/run/startedAt")).isEqualTo("2026-11-22T01:58:03Z");
        assertThat(tree.at("/run/endedAt")).isEqualTo("2026-11-22T01:59:10Z");
        assertThat(tree.names("/about")).containsExactly("version", "environment");
        assertThat(tree.at("/identity/context/0")).isEqualTo("prod-ch");
        assertThat(tree.at("/counts/PASSED")).isEqualTo("4");
        assertThat(tree.at("/causes/0/lines/0")).isEqualTo("rollout/rolled-out");
        assertThat(tree.at("/causes/0/blocked/0")).isEqualTo("rollout/replicas");
        assertThat(tree.size("/causes/1/lines")).isEqualTo(2);
        assertThat(tree.at("/open/0")).isEqualTo("verification/sales");
        assertThat(tree.size("/unselected")).isEqualTo(2);
        assertThat(tree.size("/findings")).isEqualTo(1);
        assertThat(tree.at("/abandonedProbes")).isEqualTo("1");
    }

    @Test
    void a_result_has_its_line_its_attempts_and_what_people_said() {
        JsonTree tree = JsonTree.of(json.render(Samples.rich()));
        JsonTree rolledOut = byId(tree, "rollout/rolled-out");

        assertThat(rolledOut.at("/kind")).isEqualTo("CHECK");
        assertThat(rolledOut.at("/depth")).isEqualTo("1");
        assertThat(rolledOut.at("/reason")).isEqualTo("old pods would answer with the old schema");
        assertThat(rolledOut.at("/remedy")).startsWith("kubectl");
        assertThat(rolledOut.at("/earlierMessage")).isEqualTo("expected 3 updated replicas but found 0");
        assertThat(rolledOut.at("/diagnosis/0")).contains("CrashLoopBackOff\n");
        assertThat(rolledOut.at("/seenAt")).isEqualTo("2026-11-22T01:58:38.040Z");
        assertThat(rolledOut.at("/attempts/1/startedAt")).isEqualTo("2026-11-22T01:58:38Z");
        assertThat(rolledOut.at("/attempts/1/duration")).isEqualTo("PT0.04S");
        assertThat(rolledOut.at("/attempts/1/conclusive")).isEqualTo("false");
        assertThat(rolledOut.names("/attempts/1/evidence")).containsExactly("updated", "ready");
        assertThat(byId(tree, "verification/quota").at("/attempts/0/mark")).isEqualTo("NOT_PERMITTED");
        assertThat(byId(tree, "rollout/replicas").at("/roots/0")).isEqualTo("rollout/rolled-out");
        assertThat(byId(tree, "rollout/image").at("/tags/0")).isEqualTo("k8s");
        assertThat(byId(tree, "verification/latency").at("/required")).isEqualTo("false");
        assertThat(byId(tree, "plan").at("/attestation/who")).isEqualTo("Ann");
        assertThat(String.valueOf(byId(tree, "plan").at("/attestation/binding")))
                .matches("[0-9a-f]{64}");
        assertThat(byId(tree, "plan").at("/attestation/bound/text")).isEqualTo("7e47");
        assertThat(byId(tree, "plan").at("/attestation/when")).isEqualTo("2026-11-22T01:58:05Z");
        assertThat(byId(tree, "backups/versioning").at("/waiver/until")).isEqualTo("2026-11-27");
        assertThat(byId(tree, "backups/dump").at("/attempts/0/warnings/0")).contains("40 s ahead");
    }

    @Test
    void an_attempt_says_what_it_judged_and_a_rating_has_its_score() {
        Report rated = ChecklistRunner.create()
                .withAttestor(question -> Optional.of(question.ratedBy("Ann", 4)))
                .run(checklist("List", rating("Security").atLeast(3)));

        assertThat(JsonTree.of(json.render(rated)).at("/results/0/attestation/score"))
                .isEqualTo("4");
        assertThat(JsonTree.of(json.render(Samples.ready())).at("/results/0/attempts/0/identity/context"))
                .isEqualTo("prod-ch");
    }

    @Test
    void what_people_added_and_why_a_run_ended_is_kept() {
        JsonTree rich = JsonTree.of(json.render(Samples.rich()));
        assertThat(byId(rich, "plan").at("/attestation/comment")).isEqualTo("read with Bob");
        assertThat(byId(rich, "plan").at("/attestation/evidence")).isEqualTo("https://wiki.example/plan");
        assertThat(byId(rich, "plan").at("/attestation/answer")).isEqualTo("CONFIRMED");
        assertThat(byId(rich, "plan").at("/role")).isEqualTo("release manager");

        JsonTree ended = JsonTree.of(json.render(HostileField.HOST.with("host")));
        assertThat(ended.at("/endedEarly")).isEqualTo("run deadline 3 min");
        assertThat(byId(ended, "ended").at("/endOfRun")).isEqualTo("run deadline 3 min");
    }

    @Test
    void a_name_is_cut_after_a_thousand_characters_since_readers_limit_names() {
        for (int length : new int[] {1_000, 1_001}) {
            String shown =
                    json.render(report("List", Map.of("n".repeat(length), "value"), List.of(Samples.reachable())));
            String name = JsonTree.of(shown).names("/about").get(0);

            assertThat(name).isEqualTo("n".repeat(1_000) + (length > 1_000 ? "…" : ""));
        }
    }

    private static JsonTree byId(JsonTree tree, String id) {
        return tree.all("/results").stream()
                .filter(result -> result.at("/id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void evidence_keeps_the_order_in_which_it_was_given() {
        Outcome outcome = Outcome.passed("seen");
        for (String name : List.of("z", "m", "a", "y", "b")) {
            outcome = outcome.with(name, name);
        }
        Report report = report(
                "List",
                Map.of(),
                List.of(line("a", "A")
                        .attempt(START, Duration.ofNanos(1), outcome)
                        .ends()));

        JsonTree tree = JsonTree.of(json.render(report));

        assertThat(tree.names("/results/0/attempts/0/evidence")).containsExactly("z", "m", "a", "y", "b");
        assertThat(tree.at("/results/0/attempts/0/duration")).isEqualTo("PT0.000000001S");
    }

    @Test
    void what_a_terminal_or_a_page_would_obey_is_escaped_and_read_back() {
        String trick = "\u001b[2J\u202e\u009b</script>\u007f é 😀";
        String shown = json.render(report("List", Map.of("a", trick), List.of(Samples.reachable())));

        assertThat(shown).contains("\"\\u001B[2J\\u202E\\u009B\\u003C/script>\\u007F é 😀\"");
        assertThat(JsonTree.of(shown).at("/about/a")).isEqualTo(trick);
    }

    @Test
    void lines_end_with_a_line_feed_on_every_machine() {
        assertThat(json.render(Samples.rich())).doesNotContain("\r").endsWith("}\n");
    }
}
