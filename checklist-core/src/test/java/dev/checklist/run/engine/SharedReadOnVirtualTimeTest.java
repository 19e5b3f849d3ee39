package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.Cause;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunClock;
import dev.checklist.testing.FakeRunClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which reads are shared with whom, look by look, on a virtual clock. */
class SharedReadOnVirtualTimeTest {
    private record Key(String client, String name) {}

    private static final Key PODS = new Key("cluster 1", "pods");

    private final FakeRunClock clock = FakeRunClock.create();
    private final ChecklistRunner runner = ChecklistRunner.create().withClock(clock);
    private final AtomicInteger loads = new AtomicInteger();

    private int load() {
        return loads.incrementAndGet();
    }

    private Check reading(String id) {
        return check(id, context -> Outcome.passed("load " + context.shared(PODS, this::load)))
                .id(id);
    }

    private Report run(Item... items) {
        return runner.run(checklist("list", List.of(items)));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void two_hundred_lines_that_fall_due_together_cost_one_load() {
        Report report = run(section("lines", each(numbers(200), i -> reading("line " + i))));

        assertThat(loads).hasValue(1);
        assertThat(report.lines()).allMatch(line -> line.message().equals("load 1"));
    }

    @Test
    void another_key_or_another_client_is_another_load() {
        Report report = run(
                reading("a"),
                check(
                        "b",
                        context -> Outcome.passed("load " + context.shared(new Key("cluster 2", "pods"), this::load))),
                check(
                        "c",
                        context ->
                                Outcome.passed("load " + context.shared(new Key("cluster 1", "nodes"), this::load))));

        assertThat(loads).hasValue(3);
        assertThat(report.lines()).extracting(Result::message).containsExactly("load 1", "load 2", "load 3");
    }

    @Test
    void a_stage_that_falls_due_later_reads_afresh() {
        Check slow = check("slow", context -> {
            ((RunClock.VirtualContext) context).elapse(Duration.ofSeconds(3));
            return Outcome.passed("load " + context.shared(PODS, this::load));
        });

        Report report = run(section("one", slow, reading("beside")), section("two", reading("behind")));

        assertThat(report.result("beside").message()).isEqualTo("load 1");
        assertThat(report.result("behind").message()).isEqualTo("load 2");
    }

    @Test
    void a_stage_that_falls_due_later_reads_afresh_even_if_no_time_has_passed() {
        Report report = run(section("one", reading("first"), reading("beside")), section("two", reading("behind")));

        assertThat(report.result("beside").message()).isEqualTo("load 1");
        assertThat(report.result("behind").message()).isEqualTo("load 2");
        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void a_retry_always_sees_fresh_data() {
        Check retried = check("retried", context -> {
                    int seen = context.shared(PODS, this::load);
                    return seen < 3 ? Outcome.failed("load " + seen) : Outcome.passed("load " + seen);
                })
                .retry(attempts(5).every(Duration.ofSeconds(1)))
                .id("retried");

        Result result = run(retried).result("retried");

        assertThat(result.attempts())
                .extracting(attempt -> attempt.outcome().message())
                .containsExactly("load 1", "load 2", "load 3");
    }

    @Test
    void retries_that_fall_due_together_share_the_fresh_load_too() {
        Report report = run(section(
                "lines",
                each(
                        numbers(50),
                        i -> check("line " + i, context -> {
                                    int seen = context.shared(PODS, this::load);
                                    return seen < 4 ? Outcome.failed("load " + seen) : Outcome.passed("load " + seen);
                                })
                                .retry(attempts(5).every(Duration.ofSeconds(1))))));

        assertThat(loads).hasValue(4);
        assertThat(report.lines()).allMatch(line -> line.attempts().size() == 4);
    }

    @Test
    void a_load_that_takes_long_makes_those_who_share_it_last_as_long() {
        Check loader = check(
                        "loader",
                        context -> Outcome.passed(""
                                + context.shared(PODS, () -> {
                                    ((RunClock.VirtualContext) context).elapse(Duration.ofSeconds(7));
                                    return load();
                                })))
                .id("loader");

        Report report = run(loader, reading("waiter"));

        assertThat(loads).hasValue(1);
        assertThat(report.result("loader").attempts().get(0).duration()).isEqualTo(Duration.ofSeconds(7));
        assertThat(report.result("waiter").attempts().get(0).duration()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void a_failed_load_fails_all_who_waited_as_one_cause() {
        Check good = Neighbours.good("good");
        Report report = run(
                section("lines", each(numbers(200), i -> failingToRead("line " + i, "pods"))),
                section("others", each(numbers(5), i -> failingToRead("other " + i, "nodes"))),
                failingToRead("alone", "secrets"),
                good);

        assertThat(loads).hasValue(3);
        assertThat(report.causes()).extracting(cause -> cause.lines().size()).containsExactly(200, 5, 1);
        assertThat(report.causes())
                .extracting(Cause::message)
                .containsExactly(
                        "IOException: pods: connection refused",
                        "IOException: nodes: connection refused",
                        "IOException: secrets: connection refused");
        assertThat(report.result("good").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_target_that_fails_in_the_same_words_at_every_look_is_one_cause() {
        Report report = run(
                failingToRead("now", "pods"),
                failingToRead("retried", "pods").retry(attempts(3)),
                section("later", failingToRead("in the next section", "pods"), failingToRead("other", "nodes")));

        assertThat(loads).hasValue(5);
        assertThat(report.causes()).extracting(cause -> cause.lines().size()).containsExactly(3, 1);
    }

    @Test
    void a_target_that_fails_of_something_else_later_is_another_cause() {
        Check fickle = check(
                "fickle",
                context -> Outcome.passed(""
                        + context.shared(PODS, () -> {
                            throw new IOException("failure " + load());
                        })));
        Report report = run(section("now", fickle.id("first")), section("later", fickle.id("second")));

        assertThat(report.causes())
                .extracting(Cause::message)
                .containsExactly("IOException: failure 1", "IOException: failure 2");
    }

    private Check failingToRead(String title, String name) {
        return check(
                title,
                context -> Outcome.passed(""
                        + context.shared(new Key("cluster 1", name), () -> {
                            load();
                            throw new IOException(name + ": connection refused");
                        })));
    }

    @Test
    void a_failed_load_is_not_kept() {
        Check unlucky = check("unlucky", context -> {
                    String seen = context.shared(PODS, () -> {
                        if (load() == 1) {
                            throw new IOException("reset");
                        }
                        return "pods";
                    });
                    return Outcome.passed(seen);
                })
                .retry(attempts(2).every(Duration.ofSeconds(1)))
                .id("unlucky");

        Result result = run(unlucky).result("unlucky");

        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.attempts())
                .extracting(Attempt::outcome)
                .containsExactly(Outcome.error("IOException: reset"), Outcome.passed("pods"));
    }

    @Test
    @SuppressWarnings("NullAway") // what a loader must not return
    void a_load_that_returns_null_has_failed() {
        Report report = run(section(
                "lines",
                each(
                        numbers(3),
                        i -> check(
                                "line " + i,
                                context -> Outcome.passed("saw " + context.<String>shared(PODS, () -> null))))));

        assertThat(report.lines()).allSatisfy(line -> {
            assertThat(line.status()).isEqualTo(Status.ERROR);
            assertThat(line.message()).isEqualTo("IllegalStateException: the shared read Key returned null");
        });
        assertThat(report.causes()).hasSize(1);
    }

    @Test
    void an_error_in_a_loader_is_an_error_of_each_line_that_waited() {
        Report report = run(section(
                "lines",
                each(
                        numbers(3),
                        i -> check(
                                "line " + i,
                                context -> Outcome.passed("saw "
                                        + context.<String>shared(PODS, () -> {
                                            throw new NoClassDefFoundError("com/acme/Gone");
                                        }))))));

        assertThat(report.lines()).allMatch(line -> line.message().equals("NoClassDefFoundError: com/acme/Gone"));
        assertThat(report.causes()).hasSize(1);
    }

    @Test
    void loads_may_load_others() {
        Check nested = check(
                        "nested",
                        context -> Outcome.passed(context.shared(
                                new Key("cluster 1", "outer"),
                                () -> "outer of load " + context.shared(PODS, this::load))))
                .id("nested");

        Report report = run(nested, reading("inner"));

        assertThat(report.result("nested").message()).isEqualTo("outer of load 1");
        assertThat(report.result("inner").message()).isEqualTo("load 1");
    }

    @Test
    void a_load_that_asks_for_itself_fails_instead_of_waiting_for_ever() {
        Check looping = check("looping", context -> Outcome.passed("" + context.shared(PODS, () -> readAgain(context))))
                .id("looping");
        Check around = check(
                        "around",
                        context -> Outcome.passed(""
                                + context.shared(
                                        new Key("cluster 1", "a"),
                                        () -> context.shared(
                                                new Key("cluster 1", "b"),
                                                () -> context.shared(new Key("cluster 1", "a"), this::load)))))
                .id("around");

        Report report = run(looping, around, Neighbours.good("good"));

        assertThat(report.result("looping").status()).isEqualTo(Status.ERROR);
        assertThat(report.result("looping").message())
                .isEqualTo(
                        "IllegalStateException: the shared read Key waits for itself: its loader asks for the same key");
        assertThat(report.result("around").status()).isEqualTo(Status.ERROR);
        assertThat(report.result("good").status()).isEqualTo(Status.PASSED);
    }

    private int readAgain(CheckContext context) throws Exception {
        return context.shared(PODS, this::load);
    }

    @Test
    void a_loader_that_is_late_is_no_failure_of_those_who_load_anew() {
        Check late = check(
                        "late",
                        context -> Outcome.passed(""
                                + context.shared(PODS, () -> {
                                    ((RunClock.VirtualContext) context).hang();
                                    return load();
                                })))
                .timeout(Duration.ofSeconds(5))
                .id("late");

        Report report = run(section("one", late), section("two", reading("behind")));

        assertThat(report.result("late").message()).isEqualTo("timed out after 5 s");
        assertThat(report.result("behind").message()).isEqualTo("load 2");
    }

    @Test
    void what_belongs_to_the_run_is_made_once_a_run_and_never_shared_with_the_next() {
        Check limited = check("limited", context -> {
            Object mine = context.perRun(new Key("cluster 1", "limit"), () -> "limit " + load());
            return Outcome.passed(mine.toString());
        });

        Report first = run(section("lines", limited, limited.id("again")));
        Report second = run(limited);

        assertThat(first.lines()).extracting(Result::message).containsExactly("limit 1", "limit 1");
        assertThat(second.lines()).extracting(Result::message).containsExactly("limit 2");
    }
}
