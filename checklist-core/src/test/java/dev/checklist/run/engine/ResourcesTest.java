package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.signOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.RunListener;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a run takes from the machine, it gives back. */
class ResourcesTest {
    private static final RunListener SILENT = new RunListener() {};

    private final ChecklistRunner runner = ChecklistRunner.create()
            .withListener(SILENT)
            .withAttestor(question -> Optional.of(question.confirmedBy("ann")))
            .withDeadline(Duration.ofSeconds(20));
    private final Check faulty = check("faulty", context -> {
                context.wakeOn(wake -> () -> {});
                return Outcome.failed("it broke");
            })
            .retry(attempts(2).every(Duration.ofMillis(1)))
            .onFailure((context, outcome) -> "looked closer")
            .id("faulty");

    private static long openFiles() {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0; // only Linux tells
        }
        long open = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path one : all) {
                open += one.getNameCount() > 0 ? 1 : 0;
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return open;
    }

    @Test
    void the_threads_of_a_run_have_ended_when_its_report_is_there() {
        Set<Thread> before = Threads.ofRuns();
        Set<Thread> workers = Collections.synchronizedSet(new HashSet<>());
        Checklist list = checklist(
                "list",
                each(
                        IntStream.range(0, 200).boxed().toList(),
                        i -> check("line " + i, context -> {
                            workers.add(Thread.currentThread());
                            return Outcome.passed("saw it");
                        })),
                faulty,
                signOff("read"));

        Report report = runner.run(list);

        assertThat(report.count(Status.PASSED)).isEqualTo(201);
        assertThat(workers).isNotEmpty();
        Threads.assertEnded(before);
    }

    @Test
    void threads_that_wait_for_work_are_told_to_go_and_need_no_time_for_it() {
        CountDownLatch all = new CountDownLatch(64);
        Checklist list = checklist(
                "list",
                each(
                        IntStream.range(0, 64).boxed().toList(),
                        i -> check("line " + i, context -> {
                            all.countDown();
                            all.await(); // takes 64 threads
                            return Outcome.passed("saw it");
                        })));
        Set<Thread> before = Threads.ofRuns();

        Report report = runner.run(list);

        assertThat(report.count(Status.PASSED)).isEqualTo(64);
        Threads.assertEnded(before);
    }

    @Test
    void a_probe_that_was_left_behind_takes_its_thread_along_once_it_comes_back() {
        Set<Thread> before = Threads.ofRuns();
        try (Stubborn stubborn = new Stubborn()) {
            Report report = Neighbours.around(runner, check("hangs", stubborn).timeout(Duration.ofMillis(50)));
            assertThat(report.abandonedProbes()).isEqualTo(1);
        }

        Threads.assertEnded(before);
    }

    @Test
    void a_thousand_runs_leave_no_thread_and_no_open_file() {
        Checklist list = Neighbours.list(faulty, signOff("read"));
        Neighbours.report(runner.start(list));
        Set<Thread> before = Threads.ofRuns();
        long open = openFiles();

        for (int i = 0; i < 1_000; i++) {
            Neighbours.assertIntact(Neighbours.report(runner.start(list)));
        }

        Threads.assertEnded(before);
        assertThat(openFiles()).isLessThanOrEqualTo(open + 2); // a class loader may open a jar
    }
}
