package dev.checklist.examples.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One box of a page on paper.
 *
 * @param file the page
 * @param line where the box is, from 1
 * @param hash the first sixteen digits of the SHA-256 of its text, without the space around it
 * @param best the kind of line that the box has at best
 */
record Box(String file, int line, String hash, Answer best) {

    /** Who answers, the strongest first: a box counts as its weakest line. */
    enum Answer {
        MACHINE,
        DERIVED,
        PERSON
    }

    /** Reads all boxes of both pages; a test compares them with the pages where these are. */
    static List<Box> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(Box.class.getResourceAsStream("/boxes.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", -1))
                    .map(words -> new Box(
                            words[0],
                            Integer.parseInt(words[1]),
                            words[2],
                            Answer.valueOf(words[3].toUpperCase(Locale.ROOT))))
                    .toList();
        }
    }

    /** Returns the tag of its items, such as {@code T48}. */
    String tag() {
        return (file.startsWith("ticketer") ? "T" : "D") + line;
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
