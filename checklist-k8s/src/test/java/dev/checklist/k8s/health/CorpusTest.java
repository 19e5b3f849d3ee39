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
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Compares the rules with the verdicts that others gave on the same objects. */
class CorpusTest {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final KubernetesSerialization JSON = new KubernetesSerialization();

    private static final int ALL = 641;

    /**
     * The cases of built-in kinds and named operators, by group, version and kind. Counted by the name of the kind alone
     * there is one more, {@code argo-builtin/knative-service}: a Service of serving.knative.dev, which an API server does
     * not know and no rule of ours is for.
     */
    private static final int RULED = 89;

    /** The kinds with a rule, with the groups and versions that an API server serves, or served, them in. */
    private static final Map<String, Rule> RULES = Map.ofEntries(
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
            Map.entry("apiregistration.k8s.io/v1/APIService", Rule.API_SERVICE),
            Map.entry("certmanager.k8s.io/v1alpha1/Certificate", Rule.CERTIFICATE),
            Map.entry("certmanager.k8s.io/v1alpha1/Issuer", Rule.ISSUER),
            Map.entry("cert-manager.io/v1alpha2/Certificate", Rule.CERTIFICATE),
            Map.entry("cert-manager.io/v1alpha2/Issuer", Rule.ISSUER),
            Map.entry("cert-manager.io/v1/ClusterIssuer", Rule.CLUSTER_ISSUER),
            Map.entry("postgresql.cnpg.io/v1/Cluster", Rule.CNPG_CLUSTER),
            Map.entry("elasticsearch.k8s.elastic.co/v1/Elasticsearch", Rule.ELASTICSEARCH),
            Map.entry("psmdb.percona.com/v1/PerconaServerMongoDB", Rule.PSMDB));

    /** One object with the verdict that somebody gave, or that ours deliberately differs to. */
    private record Case(String id, String kind, String expected, String found, boolean diverges, Health health) {
        boolean agrees() {
            return found.equals(expected);
        }
    }

    @Test
    void every_case_of_a_kind_with_a_rule_has_its_expected_or_its_listed_verdict() throws IOException {
        List<Case> cases = cases(true);
        Map<String, Integer> counts = new TreeMap<>();
        cases.forEach(one -> counts.merge(one.kind(), 1, Integer::sum));
        System.out.println("k8s-health: "
                + cases.stream().filter(Case::agrees).count() + " of " + cases.size()
                + " cases of kinds with a rule agree, "
                + cases.stream().filter(Case::diverges).count() + " of them by a listed divergence: " + counts);
        assertThat(cases).filteredOn(one -> !one.agrees()).isEmpty();
        assertThat(cases).hasSize(RULED);
        assertThat(cases).filteredOn(Case::diverges).isNotEmpty();
    }

    @Test
    void the_conservative_rule_calls_at_most_ten_foreign_objects_healthy_that_are_not() throws IOException {
        List<Case> cases = cases(false);
        Map<String, Integer> shares = new TreeMap<>();
        cases.forEach(one -> shares.merge(one.found(), 1, Integer::sum));
        List<Case> falselyHealthy = cases.stream()
                .filter(one -> one.found().equals("healthy") && !one.agrees())
                .toList();
        System.out.println("k8s-health: the conservative rule agrees with "
                + cases.stream().filter(Case::agrees).count() + " of " + cases.size() + " foreign cases, says " + shares
                + ", and healthy in " + falselyHealthy.size() + " where it is not expected");
        assertThat(falselyHealthy).extracting(Case::id).containsExactlyInAnyOrderElementsOf(KNOWN_TO_DIFFER.keySet());
        assertThat(KNOWN_TO_DIFFER).hasSizeLessThanOrEqualTo(10).doesNotContainValue("");
        assertThat(cases).hasSize(ALL - RULED);
    }

    @Test
    void no_case_of_a_group_with_a_rule_is_left_to_the_conservative_rule() throws IOException {
        List<String> groups = RULES.keySet().stream().map(CorpusTest::group).toList();
        assertThat(cases(false)).extracting(one -> group(one.kind())).doesNotContainAnyElementsOf(groups);
    }

    private static String group(String kind) {
        return kind.substring(0, kind.indexOf('/'));
    }

    /** Where the conservative rule says healthy and the source does not, and why that is so. */
    private static final Map<String, String> KNOWN_TO_DIFFER = Map.of(
            "argo-lua/cluster.x-k8s.io/Cluster/progressing_provisioning",
            "its phase is still Provisioning; the rule reads no phase, since no two kinds mean the same by it",
            "argo-lua/controlplane.cluster.x-k8s.io/AWSManagedControlPlane/progressing_updating",
            "a condition of its own, EKSControlPlaneUpdating, says that it changes",
            "argo-lua/promoter.argoproj.io/ChangeTransferPolicy/proposed-dry-sha-missing",
            "Ready says that it was reconciled; what it lacks stands in fields of its own",
            "argo-lua/promoter.argoproj.io/GitCommitStatus/environment-failure",
            "Ready says that it was reconciled; the result stands in fields of its own",
            "argo-lua/promoter.argoproj.io/PromotionStrategy/progressing-failed-pending",
            "Ready says that it was reconciled; the promotion stands in fields of its own",
            "argo-lua/promoter.argoproj.io/PromotionStrategy/proposed-note-dry-sha-preferred",
            "Ready says that it was reconciled; the promotion stands in fields of its own",
            "argo-lua/promoter.argoproj.io/TimedCommitStatus/environment-failure",
            "Ready says that it was reconciled; the result stands in fields of its own",
            "argo-lua/promoter.argoproj.io/WebRequestCommitStatus/environment-pending",
            "Ready says that it was reconciled; the result stands in fields of its own");

    private static List<Case> cases(boolean hasRule) throws IOException {
        Path corpus = Shared.directory("k8s-health");
        Map<String, String> listed = new HashMap<>();
        for (Map<?, ?> divergence : lines(corpus.resolve("divergences-open.jsonl"))) {
            listed.put((String) divergence.get("id"), (String) divergence.get("recommended"));
        }
        List<Case> cases = new ArrayList<>();
        for (Map<?, ?> line : lines(corpus.resolve("cases-open.jsonl"))) {
            String kind = line.get("group") + "/" + line.get("version") + "/" + line.get("kind");
            Optional<Rule> rule = Optional.ofNullable(RULES.get(kind));
            if (rule.isPresent() != hasRule) {
                continue;
            }
            String id = (String) line.get("id");
            Tree object = asServed(Tree.yaml(Files.readString(corpus.resolve((String) line.get("manifest")))));
            Health health = rule.orElse(Rule.CUSTOM).judge(object, NOW);
            cases.add(new Case(
                    id,
                    kind,
                    listed.getOrDefault(id, (String) line.get("expected")),
                    health.state().name().toLowerCase(Locale.ROOT),
                    listed.containsKey(id),
                    health));
        }
        return cases;
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
