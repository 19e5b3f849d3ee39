package dev.checklist.k8s.secret;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Estimates how hard a text is to guess: an upper bound, since nobody can see how it was made. */
public final class Entropy {
    private static final int OTHER_SYMBOLS = 100;

    private Entropy() {}

    /** Returns the smaller of both estimates, in bits. */
    public static double bits(String text) {
        return Math.min(charsetBits(text), shannonBits(text));
    }

    /** Returns what a random text of this length over the sets of characters in use would have. */
    static double charsetBits(String text) {
        return text.codePoints().count() * log2(charset(text));
    }

    /** Returns what this length would have, were each character drawn as often as it occurs here. */
    static double shannonBits(String text) {
        double count = text.codePoints().count();
        Map<Integer, Long> times =
                text.codePoints().boxed().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return times.values().stream()
                .mapToDouble(often -> often * log2(count / often))
                .sum();
    }

    private static int charset(String text) {
        if (text.matches("[0-9a-f]*|[0-9A-F]*")) {
            return text.matches("[0-9]*") ? 10 : 16;
        }
        return (has(text, "[a-z]") ? 26 : 0)
                + (has(text, "[A-Z]") ? 26 : 0)
                + (has(text, "[0-9]") ? 10 : 0)
                + (has(text, "[ -~&&[^a-zA-Z0-9]]") ? 33 : 0)
                + (has(text, "[^ -~]") ? OTHER_SYMBOLS : 0);
    }

    private static boolean has(String text, String characters) {
        return Pattern.compile(characters).matcher(text).find();
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
