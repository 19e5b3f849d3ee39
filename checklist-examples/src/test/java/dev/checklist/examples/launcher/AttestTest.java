package dev.checklist.examples.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.examples.world.World;
import dev.checklist.examples.world.state.WorldState;
import dev.checklist.history.ReportReader;
import dev.checklist.run.Kind;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Answers the lines for people one by one, as people do, until the page is ready. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttestTest {
    private static final int ROUNDS = 6;

    private Path folder;
    private World world;
    private Path settings;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        world = World.start(WorldState.ticketer());
        Properties properties = new Properties();
        properties.putAll(world.settings("ticketer"));
        settings = folder.resolve("settings.properties");
        try (Writer writer = Files.newBufferedWriter(settings)) {
            properties.store(writer, null);
        }
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private Launched page(String command, Path answers, String... more) {
        List<String> all = new ArrayList<>(List.of(command, "ticketer"));
        all.addAll(List.of(more));
        all.addAll(List.of("--settings", settings.toString(), "--answers", answers.toString()));
        return Launched.run(all.toArray(String[]::new));
    }

    private Launched run(Path answers) {
        return page(
                "run",
                answers,
                "--writes",
                "--load",
                "--quiet",
                "--report",
                "json=" + folder.resolve("out/report.json"));
    }

    /** Returns the reports of the phases that were run last. */
    private Map<String, Report> reports() throws Exception {
        Map<String, Report> all = new TreeMap<>();
        for (String phase : List.of("before", "deploy", "verify")) {
            all.put(phase, ReportReader.read(folder.resolve("out/ticketer/" + phase + "/report.json")));
        }
        return all;
    }

    @Test
    void with_the_answers_that_attest_kept_one_id_at_a_time_the_page_is_ready() throws Exception {
        Path answers = folder.resolve("answers.jsonl");
        Launched first = run(answers);
        assertThat(first.code()).isEqualTo(2);
        assertThat(first.out()).endsWith("INCOMPLETE · page ticketer" + System.lineSeparator());
        for (Report report : reports().values()) {
            assertThat(report.causes()).isEmpty();
            assertThat(report.open()).allMatch(line -> line.line().kind().isLine() && isForPeople(line));
        }
        Launched last = first;
        for (int round = 0; round < ROUNDS && last.code() == 2; round++) {
            for (Map.Entry<String, Report> phase : reports().entrySet()) {
                for (Result line : phase.getValue().open()) {
                    attest(phase.getKey(), line, answers);
                }
            }
            last = run(answers);
        }
        assertThat(last.out()).endsWith("READY · page ticketer" + System.lineSeparator());
        assertThat(last.code()).isZero();
    }

    private static boolean isForPeople(Result line) {
        return switch (line.line().kind()) {
            case SIGN_OFF, SIGNATURE, RATING -> true;
            default -> false;
        };
    }

    private void attest(String phase, Result line, Path answers) {
        boolean isRating = line.line().kind() == Kind.RATING;
        List<String> all = new ArrayList<>(List.of(line.id(), "--phase", phase, "--writes", "--load", "--by", "Ann"));
        all.addAll(isRating ? List.of("--rate", "5") : List.of("--confirm"));
        all.addAll(List.of("--comment", "seen", "--evidence", "https://wiki.example/" + line.id()));
        Launched attest = page("attest", answers, all.toArray(String[]::new));
        assertThat(attest.err()).isEmpty();
        assertThat(attest.code()).isZero();
        assertThat(attest.out()).contains(" by Ann: ", line.id());
    }

    @Test
    void a_line_that_is_not_pending_takes_no_answer() {
        Launched refused =
                page("attest", folder.resolve("none.jsonl"), "T8", "--phase", "before", "--by", "Ann", "--confirm");
        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err()).contains("several lines", "by its id");
        String id = "cluster-is-reachable";
        Launched passed =
                page("attest", folder.resolve("none.jsonl"), id, "--phase", "before", "--by", "Ann", "--confirm");
        assertThat(passed.code()).isEqualTo(64);
        assertThat(passed.err()).contains("takes no answer: it is PASSED", "expected a line that is PENDING");
        assertThat(folder.resolve("none.jsonl")).doesNotExist();
    }

    @Test
    void an_id_that_no_line_has_is_refused() {
        Launched refused = page("attest", folder.resolve("none.jsonl"), "nothing", "--by", "Ann", "--confirm");
        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err()).contains("no line has the id or tag \"nothing\": list --ids prints them");
    }
}
