package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.SharingProbe;
import dev.checklist.Status;
import java.util.Optional;

/** Is a probe of something in a cluster; what keeps it from reading becomes its outcome. */
interface ClusterProbe extends SharingProbe, NeedsRights {
    /** Looks at what the reader reads, and at nothing else that changes. */
    Outcome judge(Reader reader) throws Exception;

    /** Is counted with the others about single objects of its kind and namespace. */
    @Override
    default Record shares() {
        Optional<Right> object = needs().shared();
        return object.isEmpty()
                ? new Alone(this)
                : new Reader.Family(
                        server(),
                        object.get().group(),
                        object.get().resource(),
                        object.get().namespace());
    }

    /** Is what a probe shares with itself only. */
    record Alone(ClusterProbe probe) {}

    @Override
    default Outcome evaluate(CheckContext context) throws Exception {
        if (!context.isRetried()) {
            return look(new Reader(server(), context));
        }
        Watches watches = Watches.of(server(), context);
        Reader reader = new Reader(server(), context, watches.takeWoken(this));
        Outcome outcome = look(reader);
        return outcome.status() == Status.PASSED ? outcome : watches.watch(this, reader, outcome, context);
    }

    /** Judges; what could not be read says what it comes to. */
    default Outcome look(Reader reader) throws Exception {
        Outcome outcome;
        try {
            outcome = judge(reader);
        } catch (Refusal refusal) {
            outcome = refusal.outcome();
        }
        boolean mayNot = outcome.mark() == Mark.NOT_PERMITTED && !needs().all().isEmpty();
        return mayNot ? outcome.with(Outcome.GRANT, RightsYaml.grant(needs(), outcome.message())) : outcome;
    }
}
