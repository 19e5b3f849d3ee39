package dev.checklist.s3;

import java.time.Duration;

/** Words keys, times and sizes for a message; a key may hold anything, line ends included. */
final class Shown {
    private static final int LONGEST_KEY = 120;

    private Shown() {}

    static String key(String key) {
        StringBuilder shown = new StringBuilder();
        key.codePoints().limit(LONGEST_KEY).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return key.codePointCount(0, key.length()) > LONGEST_KEY ? shown + "…" : shown.toString();
    }

    static String bytes(long size) {
        return size == 1 ? "1 byte" : size + " bytes";
    }

    static String age(Duration age) {
        if (age.compareTo(Duration.ofDays(3)) > 0) {
            return age.toDays() + " days";
        }
        if (age.compareTo(Duration.ofHours(3)) > 0) {
            return age.toHours() + " hours";
        }
        return age.compareTo(Duration.ofMinutes(3)) > 0 ? age.toMinutes() + " minutes" : age.toSeconds() + " seconds";
    }
}
