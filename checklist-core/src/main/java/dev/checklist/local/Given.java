package dev.checklist.local;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses bad arguments when a list is built, naming the argument, the value and the fix. */
final class Given {
    private Given() {}

    static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is null: give a value");
        }
        return value;
    }

    /** Accepts a text that says something. */
    static String text(String name, @Nullable String value) {
        String text = present(name, value);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is blank (" + Shown.quoted(text) + "): give a text");
        }
        return text;
    }

    /** Accepts a text in one line, as names and paths are. */
    static String line(String name, @Nullable String value) {
        String text = text(name, value);
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    name + " is " + Shown.quoted(text) + ": expected no control character in it");
        }
        return text;
    }

    /** Accepts one or more lines, each once. */
    static List<String> lines(String name, @Nullable String first, String... more) {
        List<String> all = new ArrayList<>(List.of(line(name, first)));
        for (String one : present(name, more)) {
            String text = line(name, one);
            if (all.contains(text)) {
                throw new IllegalArgumentException(name + " " + Shown.quoted(text) + " is given twice: give it once");
            }
            all.add(text);
        }
        return List.copyOf(all);
    }
}
