package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.hash.Sha256;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/** Reads a file and judges what it holds. */
record LooksAtFile(Path file, String expected, Judge judge) implements Probe {
    private static final int LIMIT = 16 * 1024 * 1024;

    /** Says whether a file holds what was expected. */
    interface Judge {
        Outcome of(Path file, String expected) throws Obstacle, InterruptedException;
    }

    @Override
    public Outcome evaluate(CheckContext context) throws InterruptedException {
        try {
            return judge.of(file, expected).with("file", file);
        } catch (Obstacle e) {
            return e.outcome(expected);
        }
    }

    /** Accepts a file that can be read and is not empty. */
    record Exists() implements Judge {
        @Override
        public Outcome of(Path file, String expected) throws Obstacle, InterruptedException {
            long bytes = Contents.read(file, (buffer, length) -> {});
            return Outcome.passed("found a file of " + bytes + " bytes");
        }
    }

    /** Accepts a text. */
    record Contains(String text) implements Judge {
        @Override
        public Outcome of(Path file, String expected) throws Obstacle, InterruptedException {
            String held = Contents.text(file, LIMIT);
            int at = held.indexOf(text);
            return at < 0
                    ? Outcome.failed("expected " + expected + " but it is nowhere in it")
                    : Outcome.passed("found it in line "
                            + (1
                                    + held.substring(0, at)
                                            .chars()
                                            .filter(c -> c == '\n')
                                            .count()));
        }
    }

    /** Accepts one content. */
    record HasSha256(String digest) implements Judge {
        @Override
        public Outcome of(Path file, String expected) throws Obstacle, InterruptedException {
            MessageDigest sha = Sha256.digest();
            Contents.read(file, (buffer, length) -> sha.update(buffer, 0, length));
            String found = Sha256.hex(sha);
            Outcome outcome = found.equals(digest)
                    ? Outcome.passed("found SHA-256 " + found)
                    : Outcome.failed("expected " + expected + " but found " + found);
            return outcome.identifiedBy("sha256", found);
        }
    }

    /** Accepts a text in which nothing is left to be filled in. */
    record HasNoPlaceholders() implements Judge {
        @Override
        public Outcome of(Path file, String expected) throws Obstacle, InterruptedException {
            List<String> lines = Contents.text(file, LIMIT).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String placeholder = Placeholders.in(lines.get(i)).orElse("");
                if (!placeholder.isEmpty()) {
                    return Outcome.failed(
                            "expected " + expected + " but found \"" + placeholder + "\" in line " + (i + 1));
                }
            }
            return Outcome.passed("found none in " + lines.size() + " lines");
        }
    }
}
