package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Probes that reach beyond themselves: into their context, their input, the machine, the runner. */
class MeddlingTest {
    private final ChecklistRunner runner = ChecklistRunner.create().withDeadline(Duration.ofSeconds(20));

    // ---- the context

    /** Is one way of using a context. */
    private interface Use {
        Object on(CheckContext context) throws Exception;
    }

    private record Key(String name) {}

    static Stream<Use> uses() {
        return Stream.of(
                CheckContext::checklist,
                CheckContext::about,
                CheckContext::now,
                CheckContext::remaining,
                CheckContext::attempt,
                context -> context.shared(new Key("pods"), () -> "read"),
                context -> context.perRun(new Key("limit"), () -> "made"),
                context -> {
                    context.wakeOn(wake -> () -> {});
                    return "subscribed";
                },
                context -> context.evidence(Neighbours.good("any")));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void a_context_is_dead_after_its_attempt_on_whatever_thread(Use use) throws Exception {
        AtomicReference<CheckContext> kept = new AtomicReference<>();
        AtomicReference<Throwable> nextAttempt = new AtomicReference<>();
        Check faulty = check("faulty", context -> {
                    if (context.attempt() == 1) {
                        kept.set(context);
                        return Outcome.failed("kept its context");
                    }
                    try {
                        return Outcome.passed("used it: " + use.on(kept.get()));
                    } catch (IllegalStateException e) {
                        nextAttempt.set(e);
                        return Outcome.failed("could not use it");
                    }
                })
                .retry(attempts(2).every(Duration.ofMillis(1)))
                .id("faulty");

        Report report = Neighbours.around(runner, faulty);

        String dead = "this context belongs to an attempt that is over: do not keep it";
        assertThat(report.result("faulty").message()).isEqualTo("could not use it");
        assertThat(nextAttempt.get()).hasMessage(dead);
        assertThatThrownBy(() -> use.on(kept.get()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(dead);
    }

    @Test
    void a_context_is_dead_for_the_thread_that_an_attempt_left_behind() throws InterruptedException {
        AtomicReference<Throwable> seen = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        Check faulty = check("faulty", context -> {
                    Thread child = new Thread(() -> {
                        Neighbours.await(over);
                        try {
                            seen.set(new AssertionError("it lives: " + context.now()));
                        } catch (IllegalStateException e) {
                            seen.set(e);
                        }
                        tried.countDown();
                    });
                    child.setDaemon(true);
                    child.start();
                    return Outcome.failed("left a thread behind");
                })
                .id("faulty");

        Neighbours.around(runner, faulty);
        over.countDown();
        tried.await();

        assertThat(seen.get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_context_tells_the_list_the_attempt_and_what_time_is_left() {
        Check faulty = check(
                        "faulty",
                        context -> Outcome.failed(context.checklist() + " " + context.about() + " " + context.attempt()
                                + " " + (context.remaining().compareTo(Duration.ofSeconds(29)) > 0)))
                .id("faulty");
        Checklist list = Neighbours.list(faulty).about("version", "1.2").about("environment", "test");

        Result result = Neighbours.report(runner.start(list)).result("faulty");

        assertThat(result.message()).isEqualTo("Neighbours {version=1.2, environment=test} 1 true");
    }

    // ---- what is shared

    @Test
    void a_list_that_changes_behind_the_checklists_back_changes_nothing() {
        List<Item> items = new ArrayList<>();
        items.add(check("faulty", context -> {
                    items.clear();
                    return Outcome.failed("cleared the list that it stands on");
                })
                .id("faulty"));
        items.add(Neighbours.good("good"));
        Item part = section("part", items);

        Report report = Neighbours.around(runner, part);

        assertThat(report.result("faulty").status()).isEqualTo(Status.FAILED);
        assertThat(report.result("good").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void what_a_context_hands_out_cannot_be_changed() {
        Check writes = check("faulty", context -> {
                    context.about().put("version", "9.9");
                    return Outcome.passed("changed what the list is about");
                })
                .id("faulty");
        Check saw = Neighbours.good("required");
        Check evidence = check("evidence", context -> {
                    Map<String, String> seen = context.evidence(saw);
                    seen.put("line", "forged");
                    return Outcome.passed("changed what another line saw");
                })
                .requires(saw)
                .id("evidence");

        Report report = Neighbours.around(runner, writes, saw, evidence);

        assertThat(report.result("faulty").status()).isEqualTo(Status.ERROR);
        assertThat(report.result("faulty").message()).startsWith("UnsupportedOperationException");
        assertThat(report.result("evidence").status()).isEqualTo(Status.ERROR);
        assertThat(report.result("required").evidence()).containsEntry("line", "required");
    }

    @Test
    void an_outcome_does_not_change_with_the_value_that_was_put_into_it() {
        StringBuilder value = new StringBuilder("as seen");
        Check faulty = check("faulty", context -> Outcome.failed("it broke").with("value", value))
                .id("faulty");

        Report report = Neighbours.around(runner, faulty);
        value.append(", and changed since");

        assertThat(report.result("faulty").evidence()).containsEntry("value", "as seen");
    }

    @Test
    void a_value_that_cannot_be_put_into_words_is_an_error_of_its_line() {
        Object wordless = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no words");
            }
        };
        Check faulty = check("faulty", context -> Outcome.passed("saw it").with("value", wordless))
                .id("faulty");

        assertThat(Neighbours.around(runner, faulty).result("faulty").message())
                .isEqualTo("IllegalStateException: no words");
    }

    // ---- the machine

    @Test
    void a_probe_that_changes_locale_time_zone_and_output_of_the_process_changes_no_report() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        PrintStream out = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        try {
            Check faulty = check("faulty", context -> {
                        Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
                        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
                        Thread.currentThread().setContextClassLoader(null);
                        Thread.currentThread().setName("renamed");
                        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
                        return Outcome.failed("changed the world");
                    })
                    .retry(attempts(2).every(Duration.ofMillis(1)))
                    .id("faulty");

            Report report = Neighbours.around(runner.withParallelism(1), faulty);

            assertThat(report.result("faulty").status()).isEqualTo(Status.FAILED);
            assertThat(report.headline()).isEqualTo("NOT READY · 1 failed · 5 passed");
            assertThat(report.result("part-two").message()).isEqualTo("3 passed, 1 failed");
            assertThat(captured.toByteArray()).isEmpty();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
            System.setOut(out);
        }
    }

    // ---- the runner

    @Test
    void a_probe_may_run_the_runner() {
        Check inner = check("inner", context -> Outcome.passed("saw it"));
        Check faulty = check("faulty", context -> {
                    Report report = runner.run(checklist("inner list", inner));
                    return report.requireReady() == report ? Outcome.failed("inner is " + report.verdict()) : null;
                })
                .id("faulty");

        assertThat(Neighbours.around(runner, faulty).result("faulty").message()).isEqualTo("inner is READY");
    }

    @Test
    void a_list_may_run_itself_to_some_depth() {
        AtomicReference<Checklist> self = new AtomicReference<>();
        AtomicReference<Integer> depth = new AtomicReference<>(0);
        Check faulty = check("faulty", context -> {
                    if (depth.getAndUpdate(d -> d + 1) == 12) {
                        return Outcome.failed("deep enough");
                    }
                    return Outcome.failed(
                            runner.run(self.get()).result("faulty").message());
                })
                .id("faulty");
        self.set(Neighbours.list(faulty));

        Report report = Neighbours.report(runner.start(self.get()));

        Neighbours.assertIntact(report);
        assertThat(report.result("faulty").message()).isEqualTo("deep enough");
    }

    @Test
    void a_run_inside_a_probe_that_is_late_is_cancelled_with_it() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicReference<Report> inner = new AtomicReference<>();
        CountDownLatch innerDone = new CountDownLatch(1);
        Check hangs = check("hangs", context -> {
            never.await();
            return Outcome.passed("never said");
        });
        Check faulty = check("faulty", context -> {
                    inner.set(runner.run(checklist("inner", hangs)));
                    innerDone.countDown();
                    return Outcome.passed("came back too late");
                })
                .timeout(Duration.ofMillis(300))
                .id("faulty");

        Result result = Neighbours.around(runner, faulty).result("faulty");
        Neighbours.await(innerDone);

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).startsWith("timed out after 300 ms");
        assertThat(inner.get().endedEarly()).contains("the run was cancelled");
    }

    @Test
    void a_probe_that_interrupts_every_thread_it_finds_ends_no_run_and_costs_no_processor() throws Exception {
        AtomicReference<Thread> coordinator = new AtomicReference<>();
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Check faulty = check("faulty", context -> {
                    for (Thread thread : Threads.ofRuns()) {
                        if (thread.getName().equals("checklist-run")) {
                            coordinator.set(thread);
                        }
                        if (thread != Thread.currentThread()) {
                            thread.interrupt();
                        }
                    }
                    interrupted.countDown();
                    released.await();
                    return Outcome.failed("interrupted everybody");
                })
                .id("faulty");
        var run = runner.start(checklist("list", faulty, Neighbours.good("good")));
        Neighbours.await(interrupted);
        while (coordinator.get().isInterrupted()) {
            Thread.onSpinWait(); // a thread with this flag could never wait again: it would spin
        }
        released.countDown();

        Report report = Neighbours.report(run);

        assertThat(report.result("faulty").status()).isEqualTo(Status.FAILED);
        assertThat(report.endedEarly()).isEmpty();
    }
}
