package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;

/** Looks whether a tag leads to a commit. */
record HasTag(String tag) implements AsksGit.Question {
    @Override
    public Outcome ask(Repository git, CheckContext context, String but) throws Obstacle, InterruptedException {
        git.read(context, "rev-parse", "--git-dir"); // is there a repository at all?
        Ended ended = git.run(context, "rev-parse", "--verify", "--quiet", "refs/tags/" + tag + "^{commit}");
        if (!ended.isSuccess()) {
            return Outcome.failed(but + "no tag of that name leads to one");
        }
        String commit = Repository.id(ended.out().text("git").strip());
        return Outcome.passed("found commit " + commit).identifiedBy("commit", commit);
    }
}
