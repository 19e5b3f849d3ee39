package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/**
 * Finds the pods that a label selector matches.
 *
 * @param selector empty for all pods of the namespace
 */
record SelectedPods(ApiServer server, String namespace, String selector) implements PodSource {
    @Override
    public Check check(String predicate, String title, Probe probe) {
        return Check.of("pods " + selector + " " + predicate, namespace, this + " " + title, probe);
    }

    @Override
    public Rights needs() {
        return Rights.list(ResourceType.POD, namespace);
    }

    @Override
    public List<Pod> current(Reader reader) throws Exception {
        List<Pod> pods = reader.list(ResourceType.POD, namespace, selector);
        if (pods.isEmpty()) {
            throw new Refusal(Outcome.failed("expected " + this + " but there are none"));
        }
        return pods;
    }

    @Override
    public Surroundings around(Reader reader) throws Exception {
        return new Surroundings(List.of(), reader.list(ResourceType.POD, namespace, selector));
    }

    @Override
    public String toString() {
        return selector.isEmpty() ? "pods in " + namespace : "pods " + selector + " in " + namespace;
    }
}
