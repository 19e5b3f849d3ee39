package dev.checklist.examples.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The reviewed list of mutations that no line notices: {@code pattern | reason}, where {@code *} stands for any characters
 * and <code>{a,b}</code> for a or b.
 */
final class Unnoticed {
    private final List<Entry> entries;

    private Unnoticed(List<Entry> entries) {
        this.entries = entries;
    }

    private record Entry(String text, Pattern pattern) {
        static Entry of(String line) {
            String[] parts = line.split("\\|", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException("expected pattern | reason but found: " + line);
            }
            String text = parts[0].strip();
            return new Entry(
                    text, Pattern.compile(text.chars().mapToObj(Entry::regex).collect(Collectors.joining())));
        }

        private static String regex(int character) {
            return switch (character) {
                case '*' -> ".*";
                case '{' -> "(?:";
                case ',' -> "|";
                case '}' -> ")";
                default -> Pattern.quote(Character.toString(character));
            };
        }

        boolean covers(String id) {
            return pattern.matcher(id).matches();
        }
    }

    static Unnoticed read(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(Unnoticed.class.getResourceAsStream(resource), resource)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        }
    }

    static Unnoticed of(List<String> lines) {
        return new Unnoticed(lines.stream().map(Entry::of).toList());
    }

    /** Returns the mutations, told by whether they were noticed, that nothing noticed and no entry explains. */
    List<String> missing(Map<String, Boolean> noticed) {
        return noticed.keySet().stream()
                .filter(id -> !noticed.get(id))
                .filter(id -> entries.stream().noneMatch(entry -> entry.covers(id)))
                .toList();
    }

    /** Returns the entries that explain nothing, or that explain away what was noticed. */
    List<String> stale(Map<String, Boolean> noticed) {
        List<String> stale = new ArrayList<>(useless(noticed.keySet()));
        stale.addAll(noticed(noticed));
        return stale;
    }

    /** Returns the entries that are about none of these mutations. */
    List<String> useless(Collection<String> all) {
        return entries.stream()
                .filter(entry -> all.stream().noneMatch(entry::covers))
                .map(entry -> entry.text + ": covers nothing")
                .toList();
    }

    /** Returns the entries that explain away what was noticed. */
    List<String> noticed(Map<String, Boolean> noticed) {
        List<String> wrong = new ArrayList<>();
        for (Entry entry : entries) {
            noticed.keySet().stream()
                    .filter(id -> Boolean.TRUE.equals(noticed.get(id)) && entry.covers(id))
                    .forEach(id -> wrong.add(entry.text + ": noticed is " + id));
        }
        return wrong;
    }
}
