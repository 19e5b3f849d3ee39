package dev.checklist.attestation;

import dev.checklist.report.Visible;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads files that people edit by hand: lines of {@code key: value} in blocks, each of which begins with the same key.
 * Blank lines, indentation and lines that begin with # mean nothing. Whatever is odd is refused with its place.
 */
final class BlockFile {
    private static final long LARGEST = 1024 * 1024;
    private static final int A_TYPO = 3;

    private BlockFile() {}

    /**
     * Says which keys there are.
     *
     * @param first the one that begins a block
     * @param required those that each block has besides
     * @param optional those that a block may have
     */
    record Keys(String first, List<String> required, List<String> optional) {
        List<String> all() {
            return Stream.of(List.of(first), required, optional)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** Is a value and the line it stands in. */
    private record Value(String text, int line) {}

    /** Is one block. */
    static final class Block {
        private final Path file;
        private final int line;
        private final Map<String, Value> values = new LinkedHashMap<>();

        private Block(Path file, int line) {
            this.file = file;
            this.line = line;
        }

        String text(String key) {
            return value(key, text -> text);
        }

        Optional<String> optional(String key) {
            return Optional.ofNullable(values.get(key)).map(Value::text);
        }

        /** Returns the parts of a value that is separated by commas; none if it is absent. */
        List<String> list(String key) {
            return values.containsKey(key) ? value(key, BlockFile::parts) : List.of();
        }

        private void require(String key) {
            if (!values.containsKey(key)) {
                throw refused(file, line, "the block that begins here has no \"" + key + ":\"");
            }
        }

        /** Returns a value in its type; what the parser says of a bad one is shown with its line. */
        <T> T value(String key, Function<String, T> parser) {
            require(key);
            Value value = Objects.requireNonNull(values.get(key));
            try {
                return parser.apply(value.text());
            } catch (IllegalArgumentException | DateTimeException e) {
                throw refused(
                        file, value.line(), key + " is \"" + Visible.line(value.text()) + "\": " + e.getMessage());
            }
        }
    }

    /** Refuses a value of commas only, which would otherwise mean the same as none. */
    private static List<String> parts(String text) {
        List<String> parts = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("expected names, separated by commas");
        }
        return parts;
    }

    static List<Block> read(Path file, Keys keys) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IllegalArgumentException(
                    file + " has " + Files.size(file) + " bytes: expected at most " + LARGEST);
        }
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String text = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                take(file, number, text, keys, blocks);
            }
        }
        for (Block block : blocks) {
            keys.required().forEach(block::require);
        }
        return blocks;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is no text in UTF-8: save it in that encoding", e);
        }
    }

    private static void take(Path file, int number, String text, Keys keys, List<Block> blocks) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw refused(file, number, "expected \"key: value\", found \"" + Visible.line(text) + "\"");
        }
        String key = text.substring(0, colon).strip();
        String value = text.substring(colon + 1).strip();
        if (!keys.all().contains(key)) {
            throw refused(file, number, "unknown key \"" + Visible.line(key) + "\"" + meant(key, keys.all()));
        }
        if (value.isEmpty()) {
            throw refused(file, number, key + " is empty: give a value, or leave the line out");
        }
        if (key.equals(keys.first())) {
            blocks.add(new Block(file, number));
        } else if (blocks.isEmpty()) {
            throw refused(
                    file, number, "expected a block to begin with \"" + keys.first() + ":\", found \"" + key + "\"");
        }
        Value earlier = blocks.get(blocks.size() - 1).values.putIfAbsent(key, new Value(value, number));
        if (earlier != null) {
            throw refused(file, number, key + " is given twice in one block, first in line " + earlier.line());
        }
    }

    private static String meant(String key, List<String> known) {
        return known.stream()
                .filter(one -> distance(key, one) <= A_TYPO)
                .min((one, other) -> Integer.compare(distance(key, one), distance(key, other)))
                .map(near -> ": did you mean \"" + near + "\"?")
                .orElse(": expected one of " + String.join(", ", known));
    }

    /** Counts the letters to insert, delete or replace between two words (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private static IllegalArgumentException refused(Path file, int line, String problem) {
        return new IllegalArgumentException(file + ", line " + line + ": " + problem);
    }
}
