package dev.checklist.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Makes a git repository through {@code git fast-import}. */
final class GitSample {
    private static final int COMMITS = 10_000;
    private static final int FILES_EACH = 3;
    private static final int FILE_SIZE = 6_700;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789/:= \n";

    private GitSample() {}

    static void make(Path directory) throws IOException, InterruptedException {
        run(directory, List.of("git", "init", "-q", "-b", "main"));
        Process process = new ProcessBuilder("git", "fast-import", "--quiet")
                .directory(directory.toFile())
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        Random random = new Random(1);
        try (OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 20)) {
            for (int commit = 0; commit < COMMITS; commit++) {
                write(out, "commit refs/heads/main\ncommitter t <t@t> " + (1_700_000_000L + commit) + " +0000\n");
                data(out, "commit " + commit);
                for (int file = 0; file < FILES_EACH; file++) {
                    int number = random.nextInt(2_000);
                    write(out, "M 644 inline src/" + number % 40 + "/file" + number + "\n");
                    data(out, text(random, FILE_SIZE));
                }
            }
        }
        check(process.waitFor());
    }

    static String text(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length() - 2)));
        }
        return text.toString();
    }

    private static void run(Path directory, List<String> command) throws IOException, InterruptedException {
        check(new ProcessBuilder(command)
                .directory(directory.toFile())
                .inheritIO()
                .start()
                .waitFor());
    }

    private static void check(int exit) {
        if (exit != 0) {
            throw new IllegalStateException("git exited with " + exit);
        }
    }

    private static void data(OutputStream out, String text) throws IOException {
        write(out, "data " + text.length() + "\n" + text + "\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
