package dev.checklist.report;

import dev.checklist.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws the lines of a run that goes on: sections with what is asked in them, and what waits for what. */
final class LiveFrame {
    private static final int MOST_WAITING = 3;

    private final Map<String, LiveLine> lines;
    private final Instant now;
    private final List<String> rows = new ArrayList<>();

    private LiveFrame(Map<String, LiveLine> lines, Instant now) {
        this.lines = lines;
        this.now = now;
    }

    /** Returns at most so many rows, not yet cut to the width. */
    static List<String> rows(Map<String, LiveLine> lines, int broken, Instant now, int most) {
        LiveFrame frame = new LiveFrame(lines, now);
        frame.draw(lines.values());
        List<String> all = new ArrayList<>();
        long done = lines.values().stream().filter(LiveLine::isEnded).count();
        all.add(done + " of " + lines.size() + " done" + (broken > 0 ? ", " + broken + " broken" : ""));
        int room = Math.max(0, most - 1);
        if (frame.rows.size() <= room) {
            all.addAll(frame.rows);
        } else if (room > 0) {
            all.addAll(frame.rows.subList(0, room - 1));
            all.add("… and " + (frame.rows.size() - room + 1) + " more rows");
        }
        return all;
    }

    private void draw(Collection<LiveLine> all) {
        Optional<Entry> section = Optional.empty();
        boolean first = true;
        List<LiveLine> active = all.stream().filter(LiveLine::isActive).toList();
        for (LiveLine line : active) {
            if (first || !line.entry().parent().equals(section)) {
                section = line.entry().parent();
                section.ifPresent(this::heading);
            }
            first = false;
            row(line);
        }
        waiting(all);
    }

    private void heading(Entry section) {
        rows.add("  ".repeat(section.depth()) + Visible.line(section.item().title()));
    }

    private void waiting(Collection<LiveLine> all) {
        List<LiveLine> waiting = all.stream()
                .filter(line -> line.isWaiting() && reason(line.entry()).isPresent())
                .toList();
        for (LiveLine line : waiting.subList(0, Math.min(MOST_WAITING, waiting.size()))) {
            String title = Visible.line(line.entry().item().title());
            rows.add("· " + title + " waits for " + reason(line.entry()).orElse(""));
        }
        if (waiting.size() > MOST_WAITING) {
            rows.add("· and " + (waiting.size() - MOST_WAITING) + " more wait");
        }
    }

    /** Returns the line that is being asked and keeps this one waiting, by a gate or a requirement. */
    private Optional<String> reason(Entry waiting) {
        for (Entry place = waiting; place != null; place = place.parent().orElse(null)) {
            Optional<String> found = Stream.concat(place.gate().stream(), place.requirements().stream())
                    .filter(this::isActive)
                    .map(before -> Visible.line(before.item().title()))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean isActive(Entry before) {
        LiveLine line = lines.get(before.id());
        return line != null ? line.isActive() : before.children().stream().anyMatch(this::isActive);
    }

    private void row(LiveLine line) {
        Entry entry = line.entry();
        rows.add("  ".repeat(entry.depth()) + "› " + Visible.line(entry.item().title()) + " · " + line.doing(now));
    }
}
