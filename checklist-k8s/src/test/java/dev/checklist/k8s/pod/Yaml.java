package dev.checklist.k8s.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.stream.Stream;

/** Pods and templates from YAML. */
final class Yaml {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private Yaml() {}

    /** A running pod of that name with this spec. */
    static Pod pod(String name, String spec) {
        return read(Pod.class, "metadata: {name: " + name + "}\nspec: " + spec + "\nstatus: {phase: Running}\n");
    }

    static Pod pod(String name, String spec, String status) {
        return read(Pod.class, "metadata: {name: " + name + "}\nspec: " + spec + "\nstatus: " + status + "\n");
    }

    static List<Pod> pods(String... specs) {
        return Stream.iterate(0, i -> i < specs.length, i -> i + 1)
                .map(i -> pod("p" + i, specs[i]))
                .toList();
    }

    static PodTemplateSpec template(String spec) {
        return read(PodTemplateSpec.class, "spec: " + spec + "\n");
    }

    private static <T> T read(Class<T> type, String yaml) {
        return SERIALIZATION.unmarshal(yaml, type);
    }
}
