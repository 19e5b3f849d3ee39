package dev.checklist.report;

import dev.checklist.Checklist;
import dev.checklist.Entry;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows on a terminal, while a run goes on, what is asked, what waits for what, and how long still; lines that broke stay
 * above it. Needs a terminal that understands escape sequences: for a log take {@link ProgressLine#plain}.
 *
 * <p>It is drawn anew at every event, and whenever {@link #redraw} is called, so that the seconds pass: a few times a
 * second is enough, from any thread. Colour, ASCII and width are those of the given renderer. For one run at a time. An
 * {@link IOException} of the target is kept, ends the output, and never ends the run.
 */
public final class ProgressTree implements RunListener {
    private static final int FREE = 4;
    private static final int FEWEST_ROWS = 2;

    private final Appendable out;
    private final TextStyle style;
    private final int rows;
    private final InstantSource clock;
    private final Map<String, LiveLine> lines = new LinkedHashMap<>();
    private int drawn;
    private int broken;
    private @Nullable IOException failure;

    private ProgressTree(TextStyle style, Appendable out, int rows, InstantSource clock) {
        this.style = style;
        this.out = out;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Draws on a terminal.
     *
     * @param rows how many rows it may take, at least 2; fewer than the terminal has
     * @param clock tells the time that has passed; the clock of the run
     * @throws IllegalArgumentException if there are too few rows
     */
    public static ProgressTree on(TextRenderer look, Appendable out, int rows, InstantSource clock) {
        if (rows < FEWEST_ROWS) {
            throw new IllegalArgumentException("rows is " + rows + ": expected at least " + FEWEST_ROWS);
        }
        return new ProgressTree(look.style(), out, rows, clock);
    }

    /** Returns what ended the output, if anything did. */
    public synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Draws the tree as it is now; draws nothing before the run and after it. */
    public synchronized void redraw() {
        if (!lines.isEmpty()) {
            draw("");
        }
    }

    @Override
    public synchronized void runStarted(Checklist checklist) {
        lines.clear();
        broken = 0;
        for (Entry entry : checklist.entries()) {
            if (!(entry.item() instanceof Section)) {
                lines.put(entry.id(), new LiveLine(entry));
            }
        }
        draw("");
    }

    @Override
    public synchronized void lineStarted(Line line) {
        line(line).ifPresent(live -> live.started(clock.instant()));
        draw("");
    }

    @Override
    public synchronized void attemptEnded(Line line, Attempt attempt, Optional<Duration> next) {
        line(line).ifPresent(live -> live.looked(attempt, next));
        draw("");
    }

    @Override
    public synchronized void lineEnded(Result result) {
        line(result.line()).ifPresent(LiveLine::end);
        boolean isBroken =
                result.line().kind().isLine() && (result.status() == Status.FAILED || result.status() == Status.ERROR);
        broken += isBroken ? 1 : 0;
        draw(isBroken ? ProgressLine.finished(result, style) + "\n" : "");
    }

    @Override
    public synchronized void runEnded(Report report) {
        write(erased());
        lines.clear();
        drawn = 0;
    }

    private Optional<LiveLine> line(Line line) {
        return Optional.ofNullable(lines.get(line.id()));
    }

    private void draw(String above) {
        Instant now = clock.instant();
        List<String> frame = LiveFrame.rows(lines, broken, now, rows);
        StringBuilder text = new StringBuilder(erased()).append(above);
        for (String row : frame) {
            text.append(Columns.cut(style.spell(row), style.width() - FREE)).append('\n');
        }
        drawn = frame.size();
        write(text.toString());
    }

    /** Goes back to the first row of the last drawing and clears what is below. */
    private String erased() {
        return drawn == 0 ? "" : "\u001b[" + drawn + "F\u001b[J";
    }

    private void write(String text) {
        if (failure != null) {
            return;
        }
        try {
            out.append(text);
            if (out instanceof Flushable flushable) {
                flushable.flush();
            }
        } catch (IOException problem) {
            failure = problem;
        }
    }
}
