package dev.checklist.k8s;

import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the template, the pods and their nodes which image runs.
 *
 * @param digests what nodes may report for it beside the digest of the reference, such as that of their platform
 */
record RunsImage<T extends HasMetadata>(Place place, WorkloadRule<T> rule, ImageReference image, Digests digests)
        implements ObjectProbe {
    @Override
    public Rights needs() {
        return rule.needs(place);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        T workload = rule.complete(reader.getLasting(rule.type(), place));
        Optional<Outcome> other =
                RunningImage.of(image, Set.of(), rule.template(workload)).otherTemplate();
        if (other.isPresent()) {
            return other.get();
        }
        Long observed = rule.observedGeneration(rule.current(workload));
        RunningImage running = RunningImage.of(image, digests.accepted(reader), rule.template(workload));
        return running.judge(rule.pods(reader, workload, place.namespace()), rule.owner())
                .with("status.observedGeneration", String.valueOf(observed));
    }
}
