package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;

/** Is a probe of something in a cluster; what keeps it from reading becomes its outcome. */
interface ClusterProbe extends Probe, NeedsRights {
    Outcome judge(Reader reader) throws Exception;

    @Override
    default Outcome evaluate(CheckContext context) throws Exception {
        try {
            return judge(new Reader(server(), context));
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }
}
