package dev.checklist.examples.launcher;

import dev.checklist.run.Verdict;
import java.util.Collection;
import java.util.List;

/** Joins verdicts: what is not ready outweighs what is incomplete, and nothing at all is not ready to be believed. */
final class Worst {
    private static final List<Verdict> ORDER = List.of(Verdict.NOT_READY, Verdict.INCOMPLETE, Verdict.READY);

    private Worst() {}

    static Verdict of(Collection<Verdict> verdicts) {
        return ORDER.stream().filter(verdicts::contains).findFirst().orElse(Verdict.INCOMPLETE);
    }
}
