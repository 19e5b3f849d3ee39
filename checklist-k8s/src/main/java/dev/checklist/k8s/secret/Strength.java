package dev.checklist.k8s.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says which rules of a strong password a text breaks. */
public final class Strength {
    private static final int LENGTH = 16;
    private static final int DIFFERENT = 10;
    private static final int BITS = 80;
    /** Shorter names stand in random texts by chance. */
    private static final int SHORTEST_NAME = 3;

    private Strength() {}

    /** Says which rules the password breaks; empty for a strong one. */
    public static Optional<String> flaw(String password, Collection<String> names) {
        List<String> flaws = flaws(password, names);
        return flaws.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", flaws));
    }

    /**
     * Returns the broken rules in words, none for a strong password.
     *
     * @param password the text
     * @param names of its user, its database and its application; those under three characters do not count
     */
    static List<String> flaws(String password, Collection<String> names) {
        List<String> flaws = new ArrayList<>();
        add(flaws, password.codePoints().count() < LENGTH, "it has fewer than " + LENGTH + " characters");
        add(
                flaws,
                password.codePoints().distinct().count() < DIFFERENT,
                "it has fewer than " + DIFFERENT + " different characters");
        Placeholder.flawOfCredential(password).ifPresent(flaws::add);
        add(
                flaws,
                names.stream().anyMatch(name -> contains(password, name)),
                "it contains the name of its user, its database or its application");
        add(flaws, Runs.isIn(password), "it contains a run of characters or a row of the keyboard");
        add(flaws, Entropy.bits(password) < BITS, "its estimated entropy is below " + BITS + " bits");
        add(flaws, SecretValue.of(password).endsWithLineBreak(), "it ends with a line break");
        return List.copyOf(flaws);
    }

    private static boolean contains(String password, String name) {
        return name.codePointCount(0, name.length()) >= SHORTEST_NAME
                && folded(password).contains(folded(name));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static void add(List<String> flaws, boolean isBroken, String rule) {
        if (isBroken) {
            flaws.add(rule);
        }
    }
}
