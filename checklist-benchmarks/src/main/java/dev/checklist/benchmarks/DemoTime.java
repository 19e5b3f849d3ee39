package dev.checklist.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Times the demo five times: from the launcher's start, and from the moment its world is up, to the verdict.
 *
 * <p>A program in one file: it runs on the class path of the examples, which know nothing of the benchmarks.
 */
public final class DemoTime {
    private static final int TIMES = 5;
    private static final String LAUNCHER = "dev.checklist.examples.Main";

    private DemoTime() {}

    /**
     * Is one demo.
     *
     * @param started when its launcher was started
     * @param up when its world's settings file appeared, which it does when every port answers
     * @param verdict when the verdict stood on standard output
     */
    private record Demo(long started, long up, long verdict) {
        private long fromStart() {
            return TimeUnit.NANOSECONDS.toMillis(verdict - started);
        }

        private long fromWorld() {
            return TimeUnit.NANOSECONDS.toMillis(verdict - up);
        }
    }

    /** Runs the demos with these options of the Java machine, and prints their medians. */
    public static void main(String[] options) throws IOException, InterruptedException {
        List<Demo> demos = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            demos.add(run(List.of(options)));
        }
        print("Demo: launcher start to verdict", 10_000, demos, Demo::fromStart);
        print("Demo: world up to verdict", 3_000, demos, Demo::fromWorld);
    }

    private static void print(String what, long limit, List<Demo> demos, ToLongFunction<Demo> millis) {
        List<Long> sorted = demos.stream().map(millis::applyAsLong).sorted().toList();
        long median = sorted.get(TIMES / 2);
        String verdict = median <= limit ? "met" : "**not met**";
        System.out.printf(
                Locale.ROOT, "| %s | %d ms, median of %s | ≤ %d ms | %s |%n", what, median, sorted, limit, verdict);
    }

    private static Demo run(List<String> options) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("demo-time");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Djava.io.tmpdir=" + folder, "-classpath", System.getProperty("java.class.path")));
        command.addAll(
                List.of(LAUNCHER, "--demo", "--report", folder.resolve("report").toString()));
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture<Long> up = CompletableFuture.supplyAsync(() -> worldUp(process, folder));
        long verdict = 0;
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                verdict = verdict == 0 && line.startsWith("READY") ? System.nanoTime() : verdict;
            }
        }
        if (process.waitFor() != 0 || verdict == 0) {
            throw new IllegalStateException("the demo did not end READY; its exit code is " + process.exitValue());
        }
        return new Demo(started, up.join(), verdict);
    }

    private static long worldUp(Process process, Path folder) {
        while (process.isAlive()) {
            try (Stream<Path> files = Files.find(folder, 2, (file, is) -> file.endsWith("settings.properties"))) {
                if (files.findAny().isPresent()) {
                    return System.nanoTime();
                }
            } catch (IOException e) {
                throw new IllegalStateException("cannot look into " + folder, e);
            }
            LockSupport.parkNanos(2_000_000);
        }
        throw new IllegalStateException("the demo ended before its world was up");
    }
}
