package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.CountedHealth;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.NodeHealth;
import io.fabric8.kubernetes.api.model.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges all nodes together, and compares the versions of their kubelets with the server's. */
record NodesAreReady(ApiServer server, int least) implements ClusterProbe {
    private static final int MOST_MINORS_BEHIND = 3;

    @Override
    public Rights needs() {
        return Rights.list(ResourceType.NODE, "");
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        List<Node> nodes = reader.list(ResourceType.NODE, "", "");
        Health health = CountedHealth.of(
                "nodes", nodes, least, NodesAreReady::isSchedulable, node -> NodeHealth.of(node, reader.now()));
        Outcome outcome = Outcomes.of("ready nodes", health);
        Map<?, ?> info = reader.version().as(Map.class);
        ServerVersion version = info == null ? null : ServerVersion.reported(info.get("major"), info.get("minor"));
        Map<String, String> kubelets = new TreeMap<>();
        for (Node node : nodes) {
            String name = node.getMetadata().getName();
            String kubelet = kubelet(node);
            kubelets.put(name, kubelet);
            Optional<String> skew = version == null ? Optional.empty() : skew(version, kubelet);
            outcome = skew.isEmpty() ? outcome : outcome.warning("node " + name + ": " + skew.get());
        }
        return nodes.isEmpty() ? outcome : outcome.with("kubelets", kubelets);
    }

    private static boolean isSchedulable(Node node) {
        return node.getSpec() == null || !Boolean.TRUE.equals(node.getSpec().getUnschedulable());
    }

    private static String kubelet(Node node) {
        String version = node.getStatus() == null || node.getStatus().getNodeInfo() == null
                ? null
                : node.getStatus().getNodeInfo().getKubeletVersion();
        return version == null ? "unknown" : version;
    }

    /** Says what is wrong with a kubelet's version; it may be up to three minor versions behind, and never ahead. */
    static Optional<String> skew(ServerVersion server, String kubelet) {
        ServerVersion found = version(kubelet);
        if (found == null) {
            return Optional.of("the version of its kubelet is " + kubelet);
        }
        if (found.compareTo(server) > 0) {
            return Optional.of("its kubelet " + kubelet + " is newer than the server " + server);
        }
        return found.major() < server.major() || server.minor() - found.minor() > MOST_MINORS_BEHIND
                ? Optional.of("its kubelet " + kubelet + " is more than " + MOST_MINORS_BEHIND
                        + " minor versions behind the server " + server)
                : Optional.empty();
    }

    private static @Nullable ServerVersion version(String kubelet) {
        String[] parts = kubelet.replaceFirst("^v", "").split("\\.", 3);
        return parts.length < 2 ? null : ServerVersion.reported(parts[0], parts[1]);
    }
}
