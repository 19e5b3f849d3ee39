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
    /** What says that objects are missing, and which branches are fetched. */
    private static final String SETTINGS =
            "^(extensions\\.partialclone|remote\\..*\\.promisor|remote\\.origin\\.fetch)$";

    private static final String FETCH = "remote.origin.fetch ";
    /** One line for each ref, whatever the length of its name. */
    private static final String REFS = "--format=%(if:equals=refs/stash)%(refname)%(then)stash%(else)ref%(end)";

    /** Looks whether a clone has its whole history; a part of it proves nothing. */
    static History of(Repository git, CheckContext context) throws Obstacle, InterruptedException {
        if (!git.read(context, "rev-parse", "--is-shallow-repository").equals("false")) {
            throw Obstacle.unseen("history is incomplete, this is a shallow clone: git fetch --unshallow");
        }
        List<String> settings = git.run(context, "config", "--get-regexp", SETTINGS)
                .out()
                .text("git")
                .lines()
                .toList();
        if (!settings.stream().allMatch(setting -> setting.startsWith(FETCH))) {
            throw Obstacle.unseen("history is incomplete, this is a partial clone: clone it without --filter");
        }
        List<String> refs = git.read(context, "for-each-ref", REFS).lines().toList();
        List<String> stashes = refs.contains("stash")
                ? git.read(context, "log", "-g", "--format=%H", "refs/stash", "--")
                        .lines()
                        .toList()
                : List.of();
        long commits = count(git.read(context, walk(stashes, List.of("--count"))));
        if (commits == 0) {
            throw Obstacle.unseen("there is no commit, and so no history");
        }
        return new History(commits, refs.size(), stashes, narrow(settings));
    }

    private static long count(String text) throws Obstacle {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Obstacle.unseen("git answered with something else than a number: " + Shown.quoted(text));
        }
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
                ? Optional.of("this clone fetches "
                        + Shown.plain(String.join(", ", fetched).replace(FETCH, ""))
                        + " only: branches that it does not have were not read")
                : Optional.empty();
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
