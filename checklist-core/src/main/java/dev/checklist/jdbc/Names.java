package dev.checklist.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accepts the names of things in a database. */
final class Names {
    private static final int LONGEST = 255;

    private Names() {}

    static String text(String argument, @Nullable String name) {
        if (name == null || name.isBlank()) {
            throw refused(argument, name, "give a name");
        }
        if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw refused(argument, name, "expected at most " + LONGEST + " characters on one line");
        }
        return name;
    }

    static List<String> all(String argument, String first, String... more) {
        List<String> names = new ArrayList<>(List.of(text(argument, first)));
        for (String name : more) {
            names.add(text(argument, name));
        }
        return names.stream().distinct().toList();
    }

    static IllegalArgumentException refused(String argument, @Nullable String value, String why) {
        return new IllegalArgumentException(
                argument + " is " + (value == null ? "null" : Said.quoted(value)) + ": " + why);
    }

    /** Returns a few of many names, and how many there are. */
    static String some(List<String> names) {
        String few = Said.line(String.join(", ", names.subList(0, Math.min(5, names.size()))), 500);
        return names.size() <= 5 ? few : few + " and " + (names.size() - 5) + " more";
    }
}
