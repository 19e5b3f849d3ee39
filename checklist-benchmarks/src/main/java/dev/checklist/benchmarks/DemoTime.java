package dev.checklist.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Times the demo of one page and of both, five times each: from the launcher's start to its end, its world included.
 *
 * <p>A program in one file: it runs on the class path of the examples, which know nothing of the benchmarks.
 */
public final class DemoTime {
    private static final int TIMES = 5;
    private static final String LAUNCHER = "dev.checklist.examples.Main";

    private DemoTime() {}

    /** Runs the demos with these options of the Java machine, and prints their medians. */
    public static void main(String[] options) throws IOException, InterruptedException {
        print("Demo of Ticketer, launcher start to end", 10_000, List.of(options), "ticketer");
        print("Demo of both pages, launcher start to end", 20_000, List.of(options), "ticketer", "trackdechets");
    }

    private static void print(String what, long limit, List<String> options, String... pages)
            throws IOException, InterruptedException {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            millis.add(run(options, List.of(pages)));
        }
        List<Long> sorted = millis.stream().sorted().toList();
        long median = sorted.get(TIMES / 2);
        String verdict = median <= limit ? "met" : "**not met**";
        System.out.printf(
                Locale.ROOT, "| %s | %d ms, median of %s | ≤ %d ms | %s |%n", what, median, sorted, limit, verdict);
    }

    private static long run(List<String> options, List<String> pages) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("demo-time");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Djava.io.tmpdir=" + folder, "-classpath", System.getProperty("java.class.path")));
        command.addAll(List.of(LAUNCHER, "run"));
        command.addAll(pages);
        command.addAll(List.of("--demo", "--report", "json=" + folder.resolve("report.json")));
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the demo did not end READY; its exit code is " + process.exitValue());
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }
}
