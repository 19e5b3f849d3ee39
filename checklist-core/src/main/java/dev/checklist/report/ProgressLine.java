package dev.checklist.report;

import dev.checklist.Checklist;
import dev.checklist.Section;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunListener;
import java.io.Flushable;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a run goes while it goes: for a terminal one line that is rewritten, for a log one line for each that ends.
 *
 * <p>The caller says which; colour, ASCII and width are those of the given renderer. For one run at a time. An
 * {@link IOException} of the target is kept, ends the output, and never ends the run.
 */
public final class ProgressLine implements RunListener {
    private static final String ERASE = "\r\u001b[K";

    private static final int FREE = 4;

    private final Appendable out;
    private final TextStyle style;
    private final boolean interactive;
    private final Map<String, String> running = new LinkedHashMap<>();
    private int lines;
    private int done;
    private int broken;
    private volatile @Nullable IOException failure;

    private ProgressLine(TextRenderer look, Appendable out, boolean interactive) {
        this.out = out;
        this.style = look.style();
        this.interactive = interactive;
    }

    /** Writes a line for each line of the list that ends, for a log. */
    public static ProgressLine plain(TextRenderer look, Appendable out) {
        return new ProgressLine(look, out, false);
    }

    /**
     * Rewrites one line with a carriage return and an escape sequence, for a terminal; lines that did not pass stay above
     * it.
     */
    public static ProgressLine interactive(TextRenderer look, Appendable out) {
        return new ProgressLine(look, out, true);
    }

    /** Returns what ended the output, if anything did. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void runStarted(Checklist checklist) {
        running.clear();
        done = 0;
        broken = 0;
        lines = (int) checklist.entries().stream()
                .filter(entry -> !(entry.item() instanceof Section))
                .count();
        refresh();
    }

    @Override
    public void lineStarted(Line line) {
        running.put(line.id(), line.title());
        refresh();
    }

    @Override
    public void attemptEnded(Line line, Attempt attempt, Optional<Duration> next) {
        next.ifPresent(delay -> {
            running.remove(line.id());
            running.put(line.id(), line.title() + " (again in " + Times.words(delay) + ")");
            refresh();
        });
    }

    @Override
    public void lineEnded(Result result) {
        if (!result.line().kind().isLine()) {
            return;
        }
        running.remove(result.id());
        done++;
        boolean isBroken = result.status() == Status.FAILED || result.status() == Status.ERROR;
        broken += isBroken ? 1 : 0;
        if (!interactive || isBroken) {
            write((interactive ? ERASE : "") + finished(result, style) + "\n");
        }
        refresh();
    }

    @Override
    public void runEnded(Report report) {
        if (interactive) {
            write(ERASE);
        }
    }

    /** Words a line that has ended, in one row. */
    static String finished(Result result, TextStyle style) {
        String time = result.seenAt().map(seen -> Times.ofDay(seen) + " ").orElse("");
        String message = Visible.line(Wording.message(result));
        String attempts = Wording.attempts(result);
        return time + style.status(result.status()) + " " + Visible.line(Wording.title(result))
                + (message.isEmpty() ? "" : ": " + message)
                + (attempts.isEmpty() ? "" : " (" + attempts + ")");
    }

    private void refresh() {
        if (interactive) {
            String now = running.isEmpty() ? "" : " · " + last();
            String counts = done + " of " + lines + " done" + (broken > 0 ? ", " + broken + " broken" : "");
            // Some columns stay free: an ellipsis may be spelled out, and some terminals wrap when the last one is
            // filled.
            write(ERASE + Columns.cut(style.spell(Visible.line(counts + now)), style.width() - FREE));
        }
    }

    private String last() {
        String last = "";
        for (String title : running.values()) {
            last = title;
        }
        int others = running.size() - 1;
        return last + (others > 0 ? " and " + others + " more" : "");
    }

    private void write(String text) {
        if (failure != null) {
            return;
        }
        try {
            out.append(style.spell(text));
            if (out instanceof Flushable flushable) {
                flushable.flush();
            }
        } catch (IOException problem) {
            failure = problem;
        }
    }
}
