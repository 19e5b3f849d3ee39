package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;

/** Asks a repository one question. */
record AsksGit(Repository git, String expected, Question question) implements Probe {
    /** Asks, and says whether the answer is what was expected. */
    interface Question {
        Outcome ask(Repository git, CheckContext context, String but) throws Obstacle, InterruptedException;
    }

    @Override
    public Outcome evaluate(CheckContext context) throws InterruptedException {
        try {
            return question.ask(git, context, "expected " + expected + " but ").with("repository", git.directory());
        } catch (Obstacle e) {
            return e.error(expected);
        }
    }
}
