package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Is the history that a clone has: every ref of it, stashes included.
 *
 * @param revisions where a walk starts besides {@code --all}: the older stashes, which only a log remembers
 * @param narrow why it may be less than the history that others have, if so
 */
record History(long commits, int refs, List<String> revisions, Optional<String> narrow) {
    private static final String PROMISES = "^(extensions\\.partialclone|remote\\..*\\.promisor)$";

    /** Looks whether a clone has its whole history; a part of it proves nothing. */
    static History of(Repository git, CheckContext context) throws Obstacle, InterruptedException {
        if (!git.read(context, "rev-parse", "--is-shallow-repository").equals("false")) {
            throw Obstacle.unseen("history is incomplete, this is a shallow clone: git fetch --unshallow");
        }
        if (!lines(git.run(context, "config", "--get-regexp", PROMISES)).isEmpty()) {
            throw Obstacle.unseen("history is incomplete, this is a partial clone: clone it without --filter");
        }
        List<String> stashes = lines(git.run(context, "rev-parse", "--verify", "--quiet", "refs/stash"))
                        .isEmpty()
                ? List.of()
                : lines(git.run(context, "log", "-g", "--format=%H", "refs/stash", "--"));
        long commits = Long.parseLong(git.read(context, walk(stashes, List.of("--count"))));
        if (commits == 0) {
            throw Obstacle.unseen("there is no commit, and so no history");
        }
        int refs = lines(git.run(context, "for-each-ref", "--format=%(objecttype)"))
                .size();
        return new History(
                commits, refs, stashes, narrow(lines(git.run(context, "config", "--get-all", "remote.origin.fetch"))));
    }

    /** Returns the arguments that list all commits. */
    private static String[] walk(List<String> stashes, List<String> options) {
        List<String> all = new ArrayList<>(List.of("rev-list", "--all"));
        all.addAll(stashes);
        all.addAll(options);
        all.add("--");
        return all.toArray(String[]::new);
    }

    /** Returns the arguments that list the newest commit that touched one of these paths. */
    String[] newest(List<String> paths) {
        // A side branch whose file was deleted before the merge is left out without --full-history.
        List<String> all = new ArrayList<>(List.of("--literal-pathspecs", "rev-list", "--all"));
        all.addAll(revisions);
        all.addAll(List.of("--full-history", "--max-count=1"));
        return Repository.with(paths, all.toArray(String[]::new));
    }

    private static Optional<String> narrow(List<String> fetched) {
        boolean isNarrow = !fetched.isEmpty() && fetched.stream().noneMatch(refs -> refs.contains("refs/heads/*:"));
        return isNarrow
                ? Optional.of("this clone fetches " + Shown.plain(String.join(", ", fetched))
                        + " only: branches that it does not have were not read")
                : Optional.empty();
    }

    private static List<String> lines(Ended ended) throws Obstacle {
        return ended.out().text("git").lines().toList();
    }

    /** Adds what was read. */
    Outcome seen(Outcome outcome) {
        Outcome seen = outcome.with("commits", commits).with("refs", refs);
        return narrow.isPresent() ? seen.warning(narrow.get()) : seen;
    }

    @Override
    public String toString() {
        return commits + " commits of " + refs + " refs";
    }
}
