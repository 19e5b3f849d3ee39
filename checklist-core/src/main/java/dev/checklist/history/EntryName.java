package dev.checklist.history;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is the name of an archived run: its number, when it started, and the hash of the entry before it and its own content.
 *
 * @param number the number of the entry, from 1
 * @param startedAt when the run started, to the second
 * @param hash the SHA-256 of the previous entry's hash and of the content, in hex
 */
record EntryName(long number, Instant startedAt, String hash) {
    /**
     * Is what an entry is chained to.
     *
     * @param number the number of the entry before, 0 for none
     * @param hash its hash
     */
    record Link(long number, String hash) {
        /** What stands before the first entry. */
        static final Link NONE = new Link(0, "0".repeat(64));
    }

    private static final Pattern FORM = Pattern.compile("run-(\\d{8,12})-(\\d{8}T\\d{6})Z-([0-9a-f]{64})\\.json");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    static Optional<EntryName> of(Path file) {
        Matcher name = FORM.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            Instant start = LocalDateTime.parse(name.group(2), TIME).toInstant(ZoneOffset.UTC);
            return Optional.of(new EntryName(Long.parseLong(name.group(1)), start, name.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Link link() {
        return new Link(number, hash);
    }

    String fileName() {
        String time = TIME.format(startedAt.atOffset(ZoneOffset.UTC));
        return String.format(Locale.ROOT, "run-%08d-%sZ-%s.json", number, time, hash);
    }
}
