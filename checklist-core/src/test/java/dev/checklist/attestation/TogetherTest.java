package dev.checklist.attestation;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.signOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.checklist.Checklist;
import dev.checklist.Status;
import dev.checklist.run.Attestation;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Question;
import dev.checklist.run.Report;
import dev.checklist.run.Run;
import dev.checklist.run.Verdict;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several may use one file at once. */
@Timeout(60)
class TogetherTest {
    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("answers.jsonl");
    }

    @Test
    void two_runs_of_one_process_keep_all_answers_in_one_chain() throws IOException {
        List<Integer> numbers = IntStream.range(0, 40).boxed().toList();
        List<Run> runs = new ArrayList<>();
        for (String version : List.of("1", "2")) {
            Checklist list = Asked.release(version, each(numbers, number -> signOff("statement " + number)));
            AttestationFile file =
                    AttestationFile.at(path()).asking(question -> Optional.of(question.confirmedBy("Ann")));
            runs.add(ChecklistRunner.create().withAttestor(file).start(list));
        }
        for (Run run : runs) {
            Report report = run.report();
            assertThat(report.verdict()).isEqualTo(Verdict.READY);
            assertThat(report.count(Status.PASSED)).isEqualTo(40);
        }
        assertThat(AttestationFile.at(path()).records())
                .hasSize(80)
                .extracting(Attestation::binding)
                .doesNotHaveDuplicates();
    }

    @Test
    void many_threads_append_while_others_read_and_nobody_sees_a_broken_chain() throws Exception {
        Question plan = Asked.question("plan");
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<Integer>> writers = new ArrayList<>();
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String who = "person " + i;
            writers.add(threads.submit(() -> {
                AttestationFile file = AttestationFile.at(path());
                for (int n = 0; n < 50; n++) {
                    assertThat(file.record(plan.confirmedBy(who).withComment("answer " + n))
                                    .who())
                            .isEqualTo(who);
                }
                return 50;
            }));
        }
        for (int i = 0; i < 2; i++) {
            readers.add(threads.submit(() -> {
                int least = 0;
                AttestationFile file = AttestationFile.at(path());
                while (!isOver.get()) {
                    int now = file.records().size();
                    assertThat(now).isGreaterThanOrEqualTo(least);
                    least = now;
                    assertThat(AttestationFile.at(path()).records().size()).isGreaterThanOrEqualTo(least);
                }
                return least;
            }));
        }
        for (Future<Integer> writer : writers) {
            assertThat(writer.get()).isEqualTo(50);
        }
        isOver.set(true);
        for (Future<Integer> reader : readers) {
            assertThat(reader.get()).isNotNegative();
        }
        threads.shutdown();
        AttestationFile all = AttestationFile.at(path());
        assertThat(all.records()).hasSize(200);
        assertThat(all.ledger().orElseThrow().findings()).isEmpty();
    }

    @Test
    void answers_by_two_copies_of_the_library_in_one_process_stay_in_one_chain() throws Exception {
        String[] parts = System.getProperty("java.class.path").split(java.io.File.pathSeparator);
        URL[] urls = new URL[parts.length];
        for (int i = 0; i < parts.length; i++) {
            urls[i] = Path.of(parts[i]).toUri().toURL();
        }
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> writers = new ArrayList<>();
        try (URLClassLoader one = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
                URLClassLoader other = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            for (ClassLoader copy : List.of(one, other)) {
                writers.add(threads.submit(() -> {
                    var fill = copy.loadClass(Asked.class.getName()).getDeclaredMethod("fill", Path.class, int.class);
                    fill.setAccessible(true);
                    both.countDown();
                    both.await();
                    return fill.invoke(null, path(), 40);
                }));
            }
            for (Future<?> writer : writers) {
                assertThat(writer.get()).isNull();
            }
        }
        threads.shutdown();
        assertThat(AttestationFile.at(path()).records()).hasSize(80);
    }

    @Test
    void whoever_waits_for_a_lock_may_be_interrupted() throws Exception {
        Asked.fill(path(), 1);
        CountDownLatch waits = new CountDownLatch(1);
        Disk locked = (file, options) -> {
            RecordingDisk disk = new RecordingDisk();
            if (file.toString().endsWith(".lock")) {
                waits.countDown();
                disk.isLockedByAnother = true;
            }
            return disk.open(file, options);
        };
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<Attestation> waiting =
                threads.submit(() -> AttestationFile.at(path(), locked).record(Asked.plan("Ann")));
        waits.await();
        threads.shutdownNow();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(waiting::get)
                .withMessageContaining("interrupted while another process held");
        assertThat(Files.readAllLines(path())).hasSize(1);
    }
}
