package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks whether secrets are in any object that a clone has; they never leave this process. */
final class ContainsNone implements AsksGit.Question {
    private static final int SHOWN = 5;

    private final List<String> values;
    private final Set<KeyPattern> patterns;
    private final Set<String> allowed;

    ContainsNone(List<String> values, Set<KeyPattern> patterns, Set<String> allowed) {
        this.values = values;
        this.patterns = patterns;
        this.allowed = allowed;
    }

    @Override
    public Outcome ask(Repository git, CheckContext context, String but) throws Obstacle, InterruptedException {
        History history = History.of(git, context);
        GitObjects objects = new GitObjects(Needles.of(values, patterns), allowed);
        // In the order of the packs, which spares git from unpacking an object again for the next one.
        Ended ended =
                git.run(context, objects, "cat-file", "--batch-all-objects", "--batch", "--buffer", "--unordered");
        if (!ended.isSuccess()) {
            throw Repository.refusal(ended);
        }
        if (!objects.isAtEnd() || objects.objects() < history.commits()) {
            throw Obstacle.unseen("git ended before all objects were read");
        }
        return history.seen(judged(objects, history, but))
                .with("objects", objects.objects())
                .with("bytes", objects.bytes());
    }

    private Outcome judged(GitObjects objects, History history, String but) {
        Set<String> found = objects.findings();
        if (found.isEmpty()) {
            return Outcome.passed("found none in " + objects.objects() + " objects of " + history);
        }
        String first = found.stream().limit(SHOWN).collect(Collectors.joining(", "));
        String more = found.size() > SHOWN ? " and " + (found.size() - SHOWN) + " more" : "";
        return Outcome.failed(but + "found " + first + more + " (git log --all --find-object=… tells the commit)");
    }

    /** Tells how many values there are, since a probe may be printed. */
    @Override
    public String toString() {
        return "ContainsNone[" + values.size() + " values, " + patterns + "]";
    }
}
