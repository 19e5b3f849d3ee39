package dev.checklist.report;

import dev.checklist.Status;
import java.time.ZoneId;

/** Holds what the caller decided about a text: colour, ASCII, width, zone of the reader. */
record TextStyle(boolean colour, boolean ascii, int width, ZoneId zone) {
    private static final String ESCAPE = "\u001b[";
    private static final String OFF = ESCAPE + "0m";

    String bold(String words) {
        return colour ? ESCAPE + "1m" + words + OFF : words;
    }

    /** Returns sign and word of a status, without padding. */
    String status(Status status) {
        return painted(Symbol.of(status) + " " + status, Symbol.colour(status));
    }

    String painted(String words, int number) {
        return colour ? ESCAPE + number + "m" + words + OFF : words;
    }

    /** Fills a word of ours up with spaces. */
    static String padded(String word, int width) {
        return word + " ".repeat(Math.max(0, width - word.length()));
    }

    /** Spells our own signs and everybody's characters as the terminal can show them. */
    String spell(String line) {
        return ascii ? Visible.ascii(line) : line;
    }
}
