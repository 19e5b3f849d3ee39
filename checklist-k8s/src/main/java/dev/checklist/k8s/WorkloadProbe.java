package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/** Judges one workload; only while it is on its way are its pods read, to tell "not yet" from "never". */
record WorkloadProbe<T extends HasMetadata>(Place place, WorkloadRule<T> rule, Rolling asked) implements ObjectProbe {
    @Override
    public Rights needs() {
        return rule.needs(place);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        T workload = rule.complete(reader.get(rule.type(), place));
        Health health = rule.of(workload, reader.now());
        if (health.state() != Health.State.PROGRESSING) {
            return Outcomes.of(asked.expected(), asked.of(rule, workload, health));
        }
        try {
            List<Pod> pods = rule.pods(reader, workload, place.namespace());
            return Outcomes.of(asked.expected(), rule.of(workload, pods, reader.now()));
        } catch (Refusal refusal) {
            return Outcomes.unexplained(asked.expected(), health, refusal);
        }
    }
}
