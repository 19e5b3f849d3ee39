package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.util.List;

/** Looks whether no commit of any ref ever touched these paths. */
record WasNeverCommitted(List<String> paths) implements AsksGit.Question {
    @Override
    public Outcome ask(Repository git, CheckContext context, String but) throws Obstacle, InterruptedException {
        History history = History.of(git, context);
        String commit = git.read(context, history.newest(paths));
        if (!commit.isEmpty()) {
            return history.seen(Outcome.failed(but + "commit " + Repository.id(commit) + " touched one"));
        }
        OtherRepositories.refuse(git, context, paths);
        Outcome passed = Outcome.passed(
                "no commit of any ref that this clone has, stashes included, touched " + String.join(" or ", paths));
        return Unheard.warned(history.seen(passed), git, context, paths);
    }
}
