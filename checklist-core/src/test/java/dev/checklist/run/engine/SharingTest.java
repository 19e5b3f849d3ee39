package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.SharingProbe;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.testing.CheckTester;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines that could share a read are counted from when they fall due until they have ended. */
class SharingTest {
    private record Topic(String name) {}

    private static final Topic PODS = new Topic("pods");

    /** What each line was told, by its id and attempt. */
    private final Map<String, Integer> told = new ConcurrentHashMap<>();

    /** Says what it shares, and is told how many others do. */
    private record Sharer(String id, Supplier<Topic> topic, int failures, Map<String, Integer> told)
            implements SharingProbe {
        @Override
        public Record shares() {
            return topic.get();
        }

        @Override
        public Outcome evaluate(CheckContext context) {
            told.put(id + context.attempt(), context.sharing(PODS));
            return context.attempt() > failures ? Outcome.passed("seen") : Outcome.failed("not yet");
        }
    }

    private Check line(String id) {
        return line(id, () -> PODS, 0);
    }

    private Check line(String id, Supplier<Topic> topic, int failures) {
        return check(id, new Sharer(id, topic, failures, told)).id(id);
    }

    private void run(Item... items) {
        CheckTester.create().run(checklist("list", List.of(items))).requireReady();
    }

    @Test
    void the_first_to_ask_knows_how_many_are_due() {
        run(line("a"), line("b"), line("c"));
        assertThat(told).isEqualTo(Map.of("a1", 3, "b1", 3, "c1", 3));
    }

    @Test
    void it_knows_so_on_threads_too() {
        List<Item> lines = new ArrayList<>(
                IntStream.range(0, 500).mapToObj(i -> line("l" + i)).toList());
        Report report = ChecklistRunner.create().run(checklist("list", lines));
        assertThat(report.count(Status.PASSED)).isEqualTo(500);
        assertThat(told.values()).as("those that have ended meanwhile count").containsOnly(500);
    }

    @Test
    void what_ends_is_counted_no_more_and_what_waits_for_a_retry_is() {
        run(
                line("now").retry(attempts(2).every(ofSeconds(1))),
                line("late", () -> PODS, 1).retry(attempts(2).every(ofSeconds(1))),
                line("later", () -> PODS, 2).retry(attempts(3).every(ofSeconds(1))));
        assertThat(told)
                .containsEntry("now1", 3)
                .containsEntry("late2", 2)
                .containsEntry("later2", 2)
                .containsEntry("later3", 1);
    }

    @Test
    void what_is_not_due_yet_is_not_counted() {
        run(steps("in turn", line("a"), line("b")), section("last", line("c"), line("d")));
        assertThat(told).isEqualTo(Map.of("a1", 1, "b1", 1, "c1", 2, "d1", 2));
    }

    @Test
    void a_line_that_turns_out_not_to_apply_is_counted_until_then() {
        run(
                line("a"),
                line("b").onlyIf(precondition("never", () -> false)),
                section("later", line("c"), line("d").onlyIf(precondition("not now", () -> false))),
                section("last", line("e")));
        assertThat(told).containsEntry("e1", 1).doesNotContainKeys("b1", "d1");
    }

    @Test
    void a_line_that_waits_for_a_person_is_counted_no_more() {
        Check unable =
                check("unable", new Unable()).orAsk(signOff("somebody looks")).id("unable");
        Report report = CheckTester.create().run(checklist("list", unable, section("next", line("a"))));
        assertThat(report.result("unable").status()).isEqualTo(Status.PENDING);
        assertThat(told).isEqualTo(Map.of("a1", 1));
    }

    private record Unable() implements SharingProbe {
        @Override
        public Record shares() {
            return PODS;
        }

        @Override
        public Outcome evaluate(CheckContext context) {
            return Outcome.unsupported("there is no such thing here");
        }
    }

    @Test
    void others_and_what_cannot_say_what_it_shares_are_not_counted() {
        run(
                line("a"),
                line("b", () -> new Topic("nodes"), 0),
                line("c", () -> null, 0),
                line(
                        "d",
                        () -> {
                            throw new IllegalStateException("broken");
                        },
                        0),
                check("plain", context -> Outcome.passed("told " + context.sharing(PODS))));
        assertThat(told).isEqualTo(Map.of("a1", 1, "b1", 1, "c1", 1, "d1", 1));
    }

    @Test
    void one_line_asks_for_a_topic_of_its_own_and_counts_itself() {
        run(line("a", () -> new Topic("nodes"), 0));
        assertThat(told).isEqualTo(Map.of("a1", 1));
    }
}
