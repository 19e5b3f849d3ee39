package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.nio.charset.StandardCharsets;

/** Looks whether the working tree is what was committed. */
record IsClean() implements AsksGit.Question {
    @Override
    public Outcome ask(Repository git, CheckContext context, String but) throws Obstacle, InterruptedException {
        String head = git.commit(context, "HEAD");
        Hidden hidden = new Hidden();
        // As status does, all of the repository is looked at, wherever in it the directory is.
        Ended files = git.run(context, hidden, "ls-files", "-v", "-z", "--", ":/");
        if (!files.isSuccess() || hidden.files == 0) {
            throw files.isSuccess() ? Obstacle.unseen("nothing is tracked here at all") : Repository.refusal(files);
        }
        if (hidden.unseen > 0) {
            throw Obstacle.unseen(
                    hidden.unseen + " files are marked assume-unchanged or skip-worktree, so that git does"
                            + " not look at them: git update-index --no-assume-unchanged --no-skip-worktree");
        }
        Ended ended = git.run(
                context, "status", "--porcelain=v1", "-z", "--untracked-files=normal", "--ignore-submodules=none");
        if (!ended.isSuccess()) {
            throw Repository.refusal(ended);
        }
        String changes = ended.out().shown();
        Outcome outcome = changes.isEmpty()
                ? Outcome.passed("nothing differs from commit " + head)
                : Outcome.failed(but + "found "
                        + Shown.quoted(changes.replace('\0', '\n').strip()));
        return outcome.identifiedBy("commit", head);
    }

    /** Counts the files that git was told not to look at: their tag is S, or in lower case. */
    private static final class Hidden implements Sink {
        private long files;
        private long unseen;
        private boolean inName;

        @Override
        public void take(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                if (buffer[i] == 0) {
                    inName = false;
                } else if (!inName) {
                    inName = true;
                    files++;
                    String tag = new String(buffer, i, 1, StandardCharsets.US_ASCII);
                    unseen += tag.equals("S") || Character.isLowerCase(tag.charAt(0)) ? 1 : 0;
                }
            }
        }
    }
}
