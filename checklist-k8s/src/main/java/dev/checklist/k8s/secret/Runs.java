package dev.checklist.k8s.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds what fingers do by themselves: one character repeated, the alphabet, the rows of a keyboard, both ways. */
final class Runs {
    /** The alphabet and the digits, then the rows of the English, the French and the German keyboard. */
    private static final List<String> ROWS = bothWays(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn",
            "qwertzuiop",
            "yxcvbnm");

    private static final int SHORTEST = 4;
    /** Four neighbours stand in about every 25th random value of 64 hexadecimal digits, six in hardly any. */
    private static final int SHORTEST_OF_DIGITS = 6;

    private Runs() {}

    private static List<String> bothWays(String... rows) {
        List<String> all = new ArrayList<>();
        for (String row : rows) {
            all.add(row);
            all.add(new StringBuilder(row).reverse().toString());
        }
        return List.copyOf(all);
    }

    /** Tells whether four neighbours stand together, of mixed case five, of a text of hexadecimal digits six. */
    static boolean isIn(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        int shortest = folded.matches("[0-9a-f]*") ? SHORTEST_OF_DIGITS : SHORTEST;
        return holds(text, shortest)
                || holds(swapped(text), shortest)
                || holds(folded, Math.max(shortest, SHORTEST + 1));
    }

    /** Makes capitals of small letters and the reverse, so that rows in capitals are found, too. */
    private static String swapped(String text) {
        StringBuilder swapped = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(swapped::appendCodePoint);
        return swapped.toString();
    }

    private static boolean holds(String text, int shortest) {
        for (int i = 0; i + shortest <= text.length(); i++) {
            String part = text.substring(i, i + shortest);
            if (part.chars().distinct().count() == 1 || ROWS.stream().anyMatch(row -> row.contains(part))) {
                return true;
            }
        }
        return false;
    }
}
