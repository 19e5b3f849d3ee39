package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;

/** Looks which commit is checked out. */
record IsAt(String commit) implements AsksGit.Question {
    @Override
    public Outcome ask(Repository git, CheckContext context, String but) throws Obstacle, InterruptedException {
        String head = git.commit(context, "HEAD");
        Outcome outcome =
                head.equals(commit) ? Outcome.passed("found commit " + head) : Outcome.failed(but + "found " + head);
        return outcome.identifiedBy("commit", head);
    }
}
