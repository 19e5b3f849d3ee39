package dev.checklist.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is the file that stands for pruned entries: the chain goes on from the last of them, and for each thing that their runs
 * were about it remembers the newest start.
 *
 * @param last the last pruned entry
 * @param seal the SHA-256 of its hash and the content of this file, in hex
 * @param file the file
 */
record Anchor(EntryName.Link last, String seal, Path file) {
    /** Stands for what entries were about that did not verify. */
    static final String UNKNOWN = "unknown";

    private static final Pattern FORM = Pattern.compile("pruned-(\\d{8,12})-([0-9a-f]{64})-([0-9a-f]{64})\\.txt");

    static Optional<Anchor> of(Path file) {
        Matcher name = FORM.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new Anchor(
                        new EntryName.Link(Long.parseLong(name.group(1)), name.group(2)), name.group(3), file))
                : Optional.empty();
    }

    static void write(Path directory, EntryName.Link last, Map<String, Instant> pruned) throws IOException {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(pruned).forEach((subject, newest) -> text.append(subject + " " + newest + "\n"));
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        String seal = Chain.hash(last.hash(), content);
        String name = String.format(Locale.ROOT, "pruned-%08d-%s-%s.txt", last.number(), last.hash(), seal);
        AtomicFile.write(directory, content, directory.resolve(name));
    }

    /**
     * Reads the newest start of the pruned runs, by what they were about.
     *
     * @throws IOException if it cannot be read or was edited
     */
    Map<String, Instant> pruned() throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (!Chain.hash(last.hash(), content).equals(seal)) {
            throw new IOException("what was pruned cannot be told: " + file.getFileName() + " was changed");
        }
        Map<String, Instant> all = new TreeMap<>();
        for (String line : new String(content, StandardCharsets.UTF_8).lines().toList()) {
            int space = line.indexOf(' ');
            try {
                all.put(line.substring(0, Math.max(0, space)), Instant.parse(line.substring(space + 1)));
            } catch (DateTimeException e) {
                throw new IOException("what was pruned cannot be told: found \"" + line + "\"", e);
            }
        }
        return all;
    }
}
