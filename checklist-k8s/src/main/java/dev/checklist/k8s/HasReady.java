package dev.checklist.k8s;

import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;

/** Counts the ready pods of a workload, by a status of the observed generation. */
record HasReady<T extends HasMetadata>(Place place, WorkloadRule<T> rule, String what, int least)
        implements ObjectProbe {
    static int atLeast(String what, int least) {
        if (least < 1) {
            throw new IllegalArgumentException("the least number of " + what + " is " + least + ": expected 1 or more");
        }
        return least;
    }

    @Override
    public Rights needs() {
        return Rights.get(rule.type(), place);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        T workload = rule.current(reader.getLasting(rule.type(), place));
        Integer ready = rule.ready(workload);
        int found = Objects.requireNonNullElse(ready, 0);
        Outcome outcome = found >= least
                ? Outcome.passed(found + " ready " + what + ", at least " + least + " expected")
                : Outcome.failed("expected " + least + " ready " + what + " but found " + found);
        return outcome.with(rule.readyField(), Objects.requireNonNullElse((Object) ready, "absent"));
    }
}
