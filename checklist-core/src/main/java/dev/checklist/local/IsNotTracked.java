package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Looks whether paths are in no commit to come: a rule that ignores a path leaves it tracked. */
record IsNotTracked(List<String> paths) implements AsksGit.Question {
    @Override
    public Outcome ask(Repository git, CheckContext context, String but) throws Obstacle, InterruptedException {
        AtomicLong files = new AtomicLong();
        Ended all = git.run(context, (buffer, length) -> files.addAndGet(zeros(buffer, length)), "ls-files", "-z");
        if (!all.isSuccess()) {
            throw Repository.refusal(all);
        }
        if (files.get() == 0) {
            throw Obstacle.unseen("nothing is tracked here at all");
        }
        Ended ended = git.run(context, Repository.with(paths, "--literal-pathspecs", "ls-files", "-z", "--cached"));
        if (!ended.isSuccess()) {
            throw Repository.refusal(ended);
        }
        String tracked = ended.out().shown();
        int end = tracked.indexOf('\0');
        if (!tracked.isEmpty() && end <= 0) {
            throw Obstacle.unseen("git answered with something else than paths");
        }
        if (!tracked.isEmpty()) {
            return Outcome.failed(but + Shown.plain(tracked.substring(0, end)) + " is tracked");
        }
        OtherRepositories.refuse(git, context, paths);
        Outcome passed = Outcome.passed("none of " + files + " tracked files is " + String.join(" or ", paths))
                .with("tracked files", files);
        return Unheard.warned(passed, git, context, paths);
    }

    private static int zeros(byte[] buffer, int length) {
        int zeros = 0;
        for (int i = 0; i < length; i++) {
            zeros += buffer[i] == 0 ? 1 : 0;
        }
        return zeros;
    }
}
