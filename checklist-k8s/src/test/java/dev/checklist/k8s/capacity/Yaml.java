package dev.checklist.k8s.capacity;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Objects in few words, as flow YAML. */
final class Yaml {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private Yaml() {}

    // with a mark, since the client takes what begins with a brace for JSON
    static <T> T read(Class<T> type, String yaml) {
        return SERIALIZATION.unmarshal("---\n" + yaml, type);
    }

    static Pod pod(String name, String spec) {
        return read(
                Pod.class,
                "{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: shop}, spec: " + spec
                        + ", status: {phase: Running, conditions: [{type: Ready, status: 'True'}]}}");
    }

    /** A container that requests so much. */
    static String requests(String cpu, String memory) {
        return "name: c, resources: {requests: {cpu: " + cpu + ", memory: " + memory + "}}";
    }

    static Node node(String name, String spec, String allocatable) {
        return read(
                Node.class,
                "{apiVersion: v1, kind: Node, metadata: {name: " + name + "}, spec: " + spec
                        + ", status: {conditions: [{type: Ready, status: 'True'}], allocatable: " + allocatable
                        + ", capacity: {cpu: '64', memory: 512Gi}}}");
    }

    static PodMetrics metrics(String pod, String timestamp, String containers) {
        return read(
                PodMetrics.class,
                "{apiVersion: metrics.k8s.io/v1beta1, kind: PodMetrics, metadata: {name: " + pod + "}, timestamp: '"
                        + timestamp + "', window: 30s, containers: " + containers + "}");
    }
}
