package dev.checklist.examples.launcher;

import dev.checklist.examples.page.Page;
import dev.checklist.examples.ticketer.TicketerChecklist;
import dev.checklist.examples.ticketer.TicketerSettings;
import dev.checklist.examples.trackdechets.TrackdechetsChecklist;
import dev.checklist.examples.trackdechets.TrackdechetsSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Knows the pages by name: put your own here. */
final class Pages {
    static final List<String> NAMES = List.of("ticketer", "trackdechets");

    private Pages() {}

    /**
     * Opens a page; nothing is asked before it runs.
     *
     * @param archive where reports are kept, if not where the settings say
     * @throws IllegalArgumentException if there is no such page, or a setting is missing, unknown or malformed
     */
    static Page open(String name, Map<String, String> settings, Optional<Path> archive) {
        Map<String, String> values = new TreeMap<>(settings);
        archive.ifPresent(folder -> values.put("archive", folder.toString()));
        requireKnown(name);
        return switch (name) {
            case "ticketer" -> new TicketerChecklist(TicketerSettings.of(values));
            default -> new TrackdechetsChecklist(TrackdechetsSettings.of(values));
        };
    }

    /** Refuses a name that no page has. */
    static void requireKnown(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no page \"" + name + "\": expected one of " + NAMES);
        }
    }
}
