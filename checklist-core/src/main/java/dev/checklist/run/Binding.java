package dev.checklist.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Is what an answer belongs to: the line's id and named parts, any of which may change.
 *
 * @param id the id of the line
 * @param parts name to what must stay as it is, a hash where it is long
 */
record Binding(String id, Map<String, String> parts) {
    /** The part with the hash of the line's text, reason, role and scale. */
    static final String TEXT = "text";
    /** The part with what the machine said where it could not look. */
    static final String MACHINE = "machine";

    private static final String ABOUT = "about ";
    private static final String FILE = "file ";
    private static final String SIGNED = "signed ";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORT = 100;

    Binding {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    static String about(String name) {
        return ABOUT + name;
    }

    static String file(String name) {
        return FILE + name;
    }

    /** Returns what the list was about, by name. */
    Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        parts.forEach((name, value) -> {
            if (name.startsWith(ABOUT)) {
                about.put(name.substring(ABOUT.length()), value);
            }
        });
        return about;
    }

    /** Names a part of the whole list that is signed. */
    static String signed(String name) {
        return SIGNED + name;
    }

    /** Returns the SHA-256 of all of it, whatever the order, in lower-case hexadecimal digits. */
    String hash() {
        List<String> all = new ArrayList<>(List.of(id));
        new TreeMap<>(parts).forEach((name, value) -> all.addAll(List.of(name, value)));
        return hash(all);
    }

    /** Hashes texts with their lengths, so that none can lend letters to the next. */
    static String hash(List<String> texts) {
        return TextHash.of(texts);
    }

    /** Says what has changed since then; empty if this is the same. */
    List<String> changesSince(Binding earlier) {
        List<String> changes = new ArrayList<>();
        if (!id.equals(earlier.id)) {
            changes.add("it was given to the line " + earlier.id);
        }
        TreeSet<String> names = new TreeSet<>(earlier.parts.keySet());
        names.addAll(parts.keySet());
        for (String name : names) {
            String before = earlier.parts.get(name);
            String now = parts.get(name);
            if (!Objects.equals(before, now)) {
                changes.add(words(name, before == null ? "nothing" : before, now == null ? "nothing" : now));
            }
        }
        return changes;
    }

    private static String words(String name, String before, String now) {
        if (name.startsWith(ABOUT)) {
            return name.substring(ABOUT.length()) + " was " + before + " and is " + now;
        }
        if (name.startsWith(FILE)) {
            return name.substring(FILE.length()) + " changed since";
        }
        if (name.startsWith(SIGNED)) {
            boolean isHash = HASH.matcher(before).matches() || HASH.matcher(now).matches();
            String told = isHash || before.length() + now.length() > SHORT
                    ? " changed since"
                    : " was " + before + " and is " + now;
            return name.substring(SIGNED.length()) + told;
        }
        return switch (name) {
            case TEXT -> "the line was edited since";
            case MACHINE -> "the machine says something else now";
            default -> name + " changed since";
        };
    }
}
