package dev.checklist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.checklist.Status;
import dev.checklist.examples.launcher.ScriptedAttestor;
import dev.checklist.examples.world.World;
import dev.checklist.examples.world.state.WorldState;
import dev.checklist.run.Attestor;
import dev.checklist.run.Kind;
import dev.checklist.run.Line;
import dev.checklist.run.Result;
import dev.checklist.run.Selection;
import dev.checklist.run.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs the list by the launcher's code against the healthy world: with its people, without them, and in part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthyRunTest {
    private Path folder;
    private World world;
    private Trial attended;
    private Trial unattended;

    @BeforeAll
    void run(@TempDir Path temporary) throws Exception {
        folder = temporary;
        world = World.start(WorldState.ticketer());
        attended = Trial.of(world, new ScriptedAttestor(), folder.resolve("attended"));
        unattended = Trial.of(world, Attestor.none(), folder.resolve("unattended"));
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void with_its_people_it_is_ready() {
        assertThat(attended.report().causes()).isEmpty();
        assertThat(attended.report().verdict()).isEqualTo(Verdict.READY);
        assertThat(attended.out())
                .startsWith("READY · 116 passed")
                .contains("machine 85, people 31")
                .endsWith("READY · 116 passed" + System.lineSeparator());
    }

    @Test
    void without_its_people_it_is_incomplete_with_every_machine_line_passed() {
        assertThat(unattended.report().verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(unattended.report().verdict().exitCode()).isEqualTo(2);
        assertThat(unattended.report().open()).hasSize(31);
        for (Result line : unattended.report().lines()) {
            assertThat(line.status())
                    .as("%s", line)
                    .isEqualTo(line.line().kind() == Kind.CHECK ? Status.PASSED : Status.PENDING);
        }
    }

    @Test
    void a_report_is_written_in_every_format() {
        assertThat(attended.files()).containsOnlyKeys("report.json", "report.md", "report.xml");
        assertThat(attended.files().values()).allMatch(text -> text.contains("Ticketer: deployment to production"));
    }

    @Test
    void no_line_has_passed_without_what_was_seen_and_when() throws Exception {
        JsonNode report = new ObjectMapper().readTree(attended.files().get("report.json"));
        Instant from = Instant.parse(report.at("/run/startedAt").asText());
        Instant to = Instant.parse(report.at("/run/endedAt").asText());
        List<JsonNode> lines = new ArrayList<>();
        report.path("results").forEach(result -> {
            if (!result.path("kind").asText().equals(Kind.SECTION.name())) {
                lines.add(result);
            }
        });
        assertThat(lines).hasSize(116);
        for (JsonNode line : lines) {
            assertThat(line.path("status").asText()).as("%s", line).isEqualTo("PASSED");
            assertThat(seen(line)).as("%s", line).isTrue();
            assertThat(Instant.parse(line.path("seenAt").asText()))
                    .as("%s", line)
                    .isBetween(from, to);
            if (!line.path("kind").asText().equals(Kind.DERIVED.name())) {
                String by = line.has("attestation") ? "/attestation/who" : "/attempts/0/startedAt";
                assertThat(line.at(by).asText()).as("%s", line).isNotBlank();
            }
        }
    }

    private static boolean seen(JsonNode line) {
        boolean evidence = StreamSupport.stream(line.path("attempts").spliterator(), false)
                .flatMap(
                        attempt -> StreamSupport.stream(attempt.path("evidence").spliterator(), false))
                .anyMatch(value -> !value.asText().isBlank());
        return evidence || !line.path("message").asText().isBlank();
    }

    @Test
    void a_machine_line_was_asked_once_and_warned_of_nothing_but_the_tag_and_the_worlds_own_authority() {
        for (Result line : attended.report().lines()) {
            assertThat(line.attempts()).as("%s", line).hasSize(line.line().kind() == Kind.CHECK ? 1 : 0);
        }
        assertThat(attended.report().lines().stream().flatMap(line -> line.warnings().stream()))
                .containsExactly(
                        "it is signed by a root of its own: only clients that trust it accept it",
                        "by tag only: a tag can be moved, a digest cannot");
    }

    @Test
    void no_secret_is_shown() {
        assertThat(attended.secrets()).hasSizeGreaterThan(20);
        assertThat(attended.leaks()).isEmpty();
        assertThat(unattended.leaks()).isEmpty();
    }

    @Test
    void a_part_of_the_list_takes_along_what_it_needs_and_is_incomplete() throws Exception {
        Trial part =
                Trial.of(world.settings(), Selection.all().only("T86"), new ScriptedAttestor(), folder.resolve("part"));
        assertThat(part.report().lines())
                .extracting(line -> line.line().title())
                .containsExactly(
                        "cluster is reachable as an authenticated user",
                        "cluster is the intended one, 7f0c2f0e-5a0b-4a54-9d59-0f6a3f1f2c11",
                        "namespace ticketer is active",
                        "deployment ticketer is rolled out",
                        "horizontal pod autoscaler ticketer is active")
                .allSatisfy(title -> assertThat(title).isNotBlank());
        assertThat(part.report().verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(part.report().unselected()).hasSize(111);
    }

    @Test
    void a_list_with_a_line_left_out_is_incomplete_and_names_it() throws Exception {
        Trial part = Trial.of(
                world.settings(), Selection.all().skip("T77"), new ScriptedAttestor(), folder.resolve("skipped"));
        assertThat(part.report().verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(part.report().unselected())
                .as("the line, and the signatures of the whole list")
                .flatExtracting(Line::tags)
                .containsExactly("T77", "T189", "T190", "T191");
        assertThat(part.out()).contains("Not selected, so not asked: 4 lines");
    }
}
