package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.nio.file.Path;

/** Looks whether there is a program to execute. */
record IsInstalled(Tool tool) implements Probe {
    @Override
    public Outcome evaluate(CheckContext context) {
        try {
            Path program = new Programs(tool.place()).find(tool.name());
            return Outcome.passed("found " + program).with("program", program);
        } catch (Obstacle e) {
            return e.outcome("a program " + tool.name());
        }
    }
}
