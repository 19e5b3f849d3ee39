package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.report.ProgressLine;
import dev.checklist.report.ProgressTree;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.time.InstantSource;

/** Shows how a run goes on. */
enum Progress {
    /** Shows nothing. */
    NONE,
    /** Writes a line for each that has ended. */
    LINES,
    /** Draws a tree that is rewritten: needs a terminal that nobody else writes to. */
    TREE;

    private static final int ROWS_OF_OTHERS = 4;

    static Progress of(Surroundings around, boolean quiet, boolean asking) {
        if (quiet) {
            return NONE;
        }
        return around.attended() && !asking ? TREE : LINES;
    }

    /** Runs a list, and shows how it goes on. */
    Report watch(ChecklistRunner runner, Checklist list, Surroundings around, Appendable way) {
        return switch (this) {
            case NONE -> runner.run(list);
            case LINES ->
                runner.withListener(ProgressLine.plain(around.text(), way)).run(list);
            case TREE -> drawn(runner, list, around, way);
        };
    }

    private static Report drawn(ChecklistRunner runner, Checklist list, Surroundings around, Appendable way) {
        int rows = around.size().rows() - ROWS_OF_OTHERS;
        ProgressTree tree = ProgressTree.on(around.text(), way, rows, InstantSource.system());
        Ticker ticker = Ticker.every(tree::redraw);
        try {
            return runner.withListener(tree).run(list);
        } finally {
            ticker.stop();
        }
    }
}
