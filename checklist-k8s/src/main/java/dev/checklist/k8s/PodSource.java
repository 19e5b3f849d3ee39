package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Probe;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/** Says whose pods are looked at: those of a workload, or those that a selector matches. */
interface PodSource {
    ApiServer server();

    String namespace();

    /** Returns the rights to find them. */
    Rights needs();

    /** Makes a line about them. */
    Check check(String predicate, String title, Probe probe);

    /**
     * Returns the pods of what is wanted now, all of them.
     *
     * @throws Refusal if they are not there, not all, or not known
     */
    List<Pod> current(Reader reader) throws Exception;

    /** Returns whatever is there to explain a failure, however incomplete. */
    Surroundings around(Reader reader) throws Exception;

    /**
     * Is what there is.
     *
     * @param owners the workload, and what makes its pods
     * @param pods the pods
     */
    record Surroundings(List<HasMetadata> owners, List<Pod> pods) {}
}
