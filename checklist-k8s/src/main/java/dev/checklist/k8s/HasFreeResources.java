package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.capacity.ClusterLoad;
import dev.checklist.k8s.capacity.FreeResources;
import dev.checklist.k8s.capacity.Resources;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;

/** Compares what the nodes can allocate with what all pods of the cluster ask for. */
record HasFreeResources(ApiServer server, Resources need, Optional<Resources> largestPod) implements ClusterProbe {

    @Override
    public Rights needs() {
        return Rights.list(ResourceType.NODE, "").and(Rights.list(ResourceType.POD, ""));
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        List<Node> nodes = reader.list(ResourceType.NODE, "", "");
        ClusterLoad load = reader.context()
                .shared(new PodsOfAllNamespaces(server), () -> Reading.of(() -> load(reader)))
                .get();
        return Outcomes.of("free resources", FreeResources.of(nodes, load, need, largestPod, reader.now()));
    }

    private ClusterLoad load(Reader reader) throws Exception {
        FoldedList<Pod> pods =
                new FoldedList<>(server, ResourceType.POD, "", "status.phase!=Succeeded,status.phase!=Failed");
        return pods.load(reader.context(), ClusterLoad::new, ClusterLoad::add);
    }

    /** Names the reading that all such checks share. */
    private record PodsOfAllNamespaces(ApiServer server) {}
}
