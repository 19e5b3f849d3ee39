package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;

/** Looks which commit is checked out. */
record IsAt(String commit) implements AsksGit.Question {
    @Override
    public Outcome ask(Repository git, CheckContext context, String but) throws Obstacle, InterruptedException {
        String head = git.read(context, "rev-parse", "--verify", "HEAD^{commit}");
        Outcome outcome = head.equals(commit)
                ? Outcome.passed("found commit " + head)
                : Outcome.failed(but + "found " + Shown.plain(head));
        return outcome.identifiedBy("commit", head);
    }
}
