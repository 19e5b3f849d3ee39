package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.pod.ContainerResources;
import dev.checklist.k8s.pod.NonRoot;
import dev.checklist.k8s.pod.Restarts;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/** Judges the pods of a namespace or of a label selector together, from one list. */
record PodsProbe(ApiServer server, String namespace, String selector, Asked asked) implements ClusterProbe {

    /** Is the question that a line asks of pods. */
    sealed interface Asked {
        Outcome of(List<Pod> pods);
    }

    record FewRestarts(int limit) implements Asked {
        @Override
        public Outcome of(List<Pod> pods) {
            return Restarts.of(pods, limit);
        }
    }

    record RunAsNonRoot() implements Asked {
        @Override
        public Outcome of(List<Pod> pods) {
            return NonRoot.of(pods);
        }
    }

    record Limited() implements Asked {
        @Override
        public Outcome of(List<Pod> pods) {
            return ContainerResources.of(pods);
        }
    }

    @Override
    public Rights needs() {
        return Rights.list(ResourceType.POD, namespace);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        return asked.of(reader.list(ResourceType.POD, namespace, selector));
    }
}
