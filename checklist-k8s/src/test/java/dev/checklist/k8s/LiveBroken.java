package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;

/** A deployment whose only pod has crashed, as controllers and a kubelet would have left it. */
final class LiveBroken {
    private static final String DEPLOYMENT = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %1$s, namespace: %2$s, annotations: {deployment.kubernetes.io/revision: "1"}}
        spec:
          replicas: 1
          selector: {matchLabels: {app: %1$s}}
          template:
            metadata: {labels: {app: %1$s}}
            spec:
              automountServiceAccountToken: false
              containers: [{name: main, image: registry.example/none:1}]
        """;
    private static final String REPLICA_SET = DEPLOYMENT
            .replace("kind: Deployment", "kind: ReplicaSet")
            .replace(
                    "metadata: {name: %1$s,", "metadata: {name: %1$s-1, labels: {app: %1$s}, ownerReferences: [%3$s],");
    private static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata: {name: %1$s-1-a, namespace: %2$s, labels: {app: %1$s}, ownerReferences: [%3$s]}
        spec:
          automountServiceAccountToken: false
          nodeName: none
          containers: [{name: main, image: registry.example/none:1}]
        """;
    private static final String CRASHED = """
        {"status":{"phase":"Running","conditions":[{"type":"Ready","status":"False"}],"containerStatuses":[
        {"name":"main","ready":false,"restartCount":3,"image":"registry.example/none:1","imageID":"",
        "state":{"waiting":{"reason":"CrashLoopBackOff"}},"lastState":{"terminated":{"exitCode":1}}}]}}
        """;

    private LiveBroken() {}

    /** Creates it in the namespace of a cluster; no controller changes it, for none runs. */
    static void deployment(LiveCluster cluster, String name) {
        HasMetadata deployment = cluster.create(object(DEPLOYMENT, name, cluster, ""));
        HasMetadata replicas = cluster.create(object(REPLICA_SET, name, cluster, owner(deployment)));
        HasMetadata pod = cluster.create(object(POD, name, cluster, owner(replicas)));
        LiveApi.of(cluster.admin())
                .merge(
                        "/api/v1/namespaces/" + cluster.name() + "/pods/"
                                + pod.getMetadata().getName() + "/status",
                        CRASHED)
                .orFail("status of the pod");
    }

    private static HasMetadata object(String yaml, String name, LiveCluster cluster, String owner) {
        return Serialization.unmarshal(yaml.formatted(name, cluster.name(), owner), GenericKubernetesResource.class);
    }

    private static String owner(HasMetadata owner) {
        return "{apiVersion: apps/v1, kind: %s, name: %s, uid: %s, controller: true}"
                .formatted(
                        owner.getKind(),
                        owner.getMetadata().getName(),
                        owner.getMetadata().getUid());
    }
}
