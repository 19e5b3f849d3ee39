package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.k8s.logs.ContainerLog;
import dev.checklist.k8s.logs.LogLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Is the end of one container's log, in whole lines: half a line could end in half a secret.
 *
 * @param lines what was written last, oldest first
 * @param note why there is nothing or not all; empty if there is nothing to say
 */
record LogTail(List<LogLine> lines, String note) {
    private static final int MOST_LINES = 20;
    private static final int MOST_CHARACTERS = 4 << 10;

    /** So many lines are hardly longer; what is, ends in the middle of a line. */
    private static final int MOST_BYTES = 256 << 10;

    static LogTail read(LogRead read, CheckContext context, boolean previous) throws Exception {
        LogRead.Found found = read.load(context, previous, "tailLines=" + MOST_LINES + "&limitBytes=" + MOST_BYTES);
        if (!found.isLog()) {
            return new LogTail(List.of(), "no log: " + found.none());
        }
        List<LogLine> all = new ArrayList<>(ContainerLog.of(found.log(), null).lines());
        if (found.size() >= MOST_BYTES && !all.isEmpty()) {
            all.remove(all.size() - 1);
        }
        return of(all);
    }

    private static LogTail of(List<LogLine> all) {
        List<LogLine> kept = new ArrayList<>();
        int left = MOST_CHARACTERS;
        for (int i = all.size() - 1; i >= 0 && kept.size() < MOST_LINES; i--) {
            left -= all.get(i).shown().length() + 1;
            if (left < 0) {
                break;
            }
            kept.add(all.get(i));
        }
        Collections.reverse(kept);
        String note = all.isEmpty()
                ? "the log is empty"
                : kept.size() < all.size() ? "longer lines are left out: " + (all.size() - kept.size()) : "";
        return new LogTail(List.copyOf(kept), note);
    }

    /** Returns the last line that says something; empty if there is none. */
    String lastLine() {
        for (int i = lines.size() - 1; i >= 0; i--) {
            String text = lines.get(i).shown().strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
