package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.capacity.Resources;
import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.util.Optional;

/** Has the checks of the cluster as a whole: is it there, is it the intended one, is it new enough, has it room. */
public final class ClusterChecks {
    private final ApiServer server;
    private final Config config;

    ClusterChecks(ApiServer server, Config config) {
        this.server = server;
        this.config = config;
    }

    /**
     * Passes when the API server accepts our credentials: it creates a self subject review and names a user other than
     * {@code system:anonymous}. That {@code /version} answers proves nothing, since it does so for anybody.
     *
     * <p>Servers before 1.28 have no such review. There it passes, with a warning, when the server takes an access
     * review from a client that has credentials: it would refuse wrong ones.
     */
    public Check isReachable() {
        return Check.of(
                "cluster is reachable", "cluster is reachable as an authenticated user", new IsReachable(server));
    }

    /**
     * Passes when this is the intended cluster: the uid of its namespace {@code kube-system} is the given one. A green
     * list on the wrong cluster is the worst result, so put this behind {@code orStop()} first.
     */
    public Check isCluster(String uid) {
        return isCluster(uid, Optional.empty());
    }

    /**
     * Passes when this is the intended cluster, also for an account that may not read the namespace {@code kube-system}:
     * there the server's address and the fingerprint of the only authority that the client trusts are compared instead,
     * with a warning. Where the uid can be read, it alone decides.
     *
     * @param server the URL of the API server, https
     * @param authoritySha256 the SHA-256 of the certificate of the server's authority, 64 hexadecimal digits, as {@code
     *     openssl x509 -fingerprint -sha256} prints them
     */
    public Check isCluster(String uid, URI server, String authoritySha256) {
        return isCluster(uid, Optional.of(Authority.of(server, authoritySha256)));
    }

    private Check isCluster(String uid, Optional<Authority> vouched) {
        if (uid == null || uid.isBlank()) {
            throw new IllegalArgumentException("the uid of the cluster is " + (uid == null ? "null" : "blank")
                    + ": kubectl get namespace kube-system -o jsonpath={.metadata.uid} prints it");
        }
        return Check.of(
                "cluster is the intended one",
                "cluster is the intended one, " + uid.strip(),
                new IsCluster(server, uid.strip(), vouched, vouched.flatMap(any -> Authority.trustedBy(config))));
    }

    /**
     * Passes when the server's version is at least this one, compared by major and minor number.
     *
     * @param version major and minor, such as {@code 1.25}; a patch number cannot be compared and is refused
     */
    public Check isVersionAtLeast(String version) {
        ServerVersion least = ServerVersion.wanted(version);
        return Check.of("cluster is new enough", "cluster runs at least " + least, new IsVersionAtLeast(server, least));
    }

    /**
     * Passes when every node is Ready and under no pressure, and at least so many of them take new pods. Cordoned nodes
     * ({@code spec.unschedulable}) are healthy, with a warning, and do not count. A kubelet that is newer than the
     * server, or more than three minor versions older, is a warning.
     *
     * @param least 1 or more
     */
    public Check nodesAreReady(int least) {
        return Check.of(
                "cluster nodes are ready",
                "cluster has " + least + " ready nodes and no other",
                new NodesAreReady(server, Least.of("nodes", least)));
    }

    /**
     * Passes when so much is free: what the nodes that take new pods can allocate, less what all pods request; and when
     * one of these nodes has room for the largest of the present pods, so that it could be replaced.
     *
     * <p>Reads every pod of every namespace. Nodes count when they are Ready, under no pressure, schedulable and without
     * a taint NoSchedule or NoExecute.
     *
     * @param cpu in cores, such as {@code 4} or {@code 500m}
     * @param memory in bytes, such as {@code 8Gi}
     */
    public Check hasFreeResources(String cpu, String memory) {
        return hasFreeResources(Resources.of(cpu, memory), Optional.empty());
    }

    /**
     * Passes when so much is free in total, and one node has room for the largest pod of the release.
     *
     * @param cpu in cores, in total
     * @param memory in bytes, in total
     * @param podCpu what the largest pod requests
     * @param podMemory what the largest pod requests
     */
    public Check hasFreeResources(String cpu, String memory, String podCpu, String podMemory) {
        return hasFreeResources(Resources.of(cpu, memory), Optional.of(Resources.of(podCpu, podMemory)));
    }

    private Check hasFreeResources(Resources need, Optional<Resources> largestPod) {
        return Check.of(
                "cluster has free resources",
                "cluster has " + need + " free"
                        + largestPod
                                .map(pod -> ", " + pod + " of it on one node")
                                .orElse(""),
                new HasFreeResources(server, need, largestPod));
    }

    /** Passes when a StorageClass is the default one, by either annotation; more than one is a warning. */
    public Check hasDefaultStorageClass() {
        return Check.of(
                "cluster has a default storage class",
                "cluster has a default storage class",
                new StorageClassChecks.HasDefault(server));
    }

    /**
     * Passes when a Service of type LoadBalancer, of any namespace, has got an address: the only evidence that load
     * balancers work here. Without one it is an ERROR marked unsupported, never a failure; put {@code orAsk} behind it.
     */
    public Check providesLoadBalancers() {
        return Check.of(
                "cluster provides load balancers",
                "cluster provides load balancers",
                new ProvidesLoadBalancers(server));
    }

    /**
     * Passes when the metrics API works: the APIService {@code v1beta1.metrics.k8s.io} is Available, and a measurement
     * of a node is no older than three of its windows.
     */
    public Check servesMetrics() {
        return Check.of("cluster serves metrics", "cluster serves metrics of its nodes", new ServesMetrics(server));
    }
}
