package dev.checklist.k8s.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Compares the rules with the verdicts that others gave on the same objects. */
class CorpusTest {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final KubernetesSerialization JSON = new KubernetesSerialization();

    /** The kinds of this package with the groups and versions that an API server serves, or served, them in. */
    private static final Map<String, Rule> BUILT_IN = Map.ofEntries(
            Map.entry("apps/v1/Deployment", Rule.DEPLOYMENT),
            Map.entry("apps/v1/ReplicaSet", Rule.REPLICA_SET),
            Map.entry("apps/v1/StatefulSet", Rule.STATEFUL_SET),
            Map.entry("apps/v1/DaemonSet", Rule.DAEMON_SET),
            Map.entry("/v1/Pod", Rule.POD),
            Map.entry("/v1/Service", Rule.SERVICE),
            Map.entry("/v1/Namespace", Rule.NAMESPACE),
            Map.entry("/v1/PersistentVolumeClaim", Rule.PERSISTENT_VOLUME_CLAIM),
            Map.entry("/v1/ResourceQuota", Rule.RESOURCE_QUOTA),
            Map.entry("/v1/LimitRange", Rule.LIMIT_RANGE),
            Map.entry("/v1/Node", Rule.NODE),
            Map.entry("networking.k8s.io/v1/Ingress", Rule.INGRESS),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", Rule.NETWORK_POLICY),
            Map.entry("storage.k8s.io/v1/StorageClass", Rule.STORAGE_CLASS),
            Map.entry("autoscaling/v1/HorizontalPodAutoscaler", Rule.HORIZONTAL_POD_AUTOSCALER),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", Rule.HORIZONTAL_POD_AUTOSCALER),
            Map.entry("batch/v1/Job", Rule.JOB),
            Map.entry("batch/v1/CronJob", Rule.CRON_JOB),
            Map.entry("policy/v1/PodDisruptionBudget", Rule.POD_DISRUPTION_BUDGET),
            Map.entry("policy/v1beta1/PodDisruptionBudget", Rule.POD_DISRUPTION_BUDGET),
            Map.entry("apiextensions.k8s.io/v1/CustomResourceDefinition", Rule.CUSTOM_RESOURCE_DEFINITION),
            Map.entry("apiregistration.k8s.io/v1/APIService", Rule.API_SERVICE));

    @Test
    void every_built_in_case_of_the_corpus_has_its_expected_or_its_listed_verdict() throws IOException {
        Path corpus = Shared.directory("k8s-health");
        Map<String, String> listed = new HashMap<>();
        for (Map<?, ?> divergence : lines(corpus.resolve("divergences-open.jsonl"))) {
            listed.put((String) divergence.get("id"), (String) divergence.get("recommended"));
        }
        Map<String, Integer> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int diverging = 0;
        for (Map<?, ?> line : lines(corpus.resolve("cases-open.jsonl"))) {
            String kind = line.get("group") + "/" + line.get("version") + "/" + line.get("kind");
            Rule rule = BUILT_IN.get(kind);
            if (rule == null) {
                continue;
            }
            counts.merge(kind, 1, Integer::sum);
            String id = (String) line.get("id");
            diverging += listed.containsKey(id) ? 1 : 0;
            String expected = listed.getOrDefault(id, (String) line.get("expected"));
            Health found = rule.judge(
                    asServed(Tree.yaml(Files.readString(corpus.resolve((String) line.get("manifest"))))), NOW);
            if (!found.state().name().toLowerCase(Locale.ROOT).equals(expected)) {
                wrong.add(id + ": expected " + expected + " but found " + found);
            }
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("k8s-health: " + (all - wrong.size()) + " of " + all + " built-in cases agree, " + diverging
                + " of them by a listed divergence: " + counts);
        assertThat(wrong).isEmpty();
        assertThat(all).isGreaterThanOrEqualTo(69);
    }

    /**
     * Shows an autoscaling/v1 object as the API server shows it in v2, the version that is read: v1 has no field for
     * the conditions, so the server keeps them in an annotation.
     */
    private static Tree asServed(Tree object) {
        if (!"autoscaling/v1".equals(object.at("/apiVersion"))) {
            return object;
        }
        Object conditions = object.at("/metadata/annotations/autoscaling.alpha.kubernetes.io~1conditions");
        Tree served = object.with("/apiVersion", "autoscaling/v2");
        return conditions == null
                ? served
                : served.with("/status/conditions", JSON.unmarshal((String) conditions, List.class));
    }

    private static List<Map<?, ?>> lines(Path file) throws IOException {
        List<Map<?, ?>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(JSON.unmarshal(line, Map.class));
        }
        return lines;
    }
}
