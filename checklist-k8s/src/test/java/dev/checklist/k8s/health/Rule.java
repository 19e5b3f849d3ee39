package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The rules over one object, each with a healthy object of its kind in the resources. */
enum Rule {
    DEPLOYMENT("Deployment", Deployment.class, DeploymentHealth::of),
    REPLICA_SET("ReplicaSet", ReplicaSet.class, ReplicaSetHealth::of),
    STATEFUL_SET("StatefulSet", StatefulSet.class, StatefulSetHealth::of),
    DAEMON_SET("DaemonSet", DaemonSet.class, DaemonSetHealth::of),
    POD("Pod", Pod.class, PodHealth::of),
    SERVICE("Service", Service.class, ServiceHealth::of),
    INGRESS("Ingress", Ingress.class, IngressHealth::of),
    HORIZONTAL_POD_AUTOSCALER(
            "HorizontalPodAutoscaler", HorizontalPodAutoscaler.class, HorizontalPodAutoscalerHealth::of),
    NAMESPACE("Namespace", Namespace.class, NamespaceHealth::of),
    JOB("Job", Job.class, JobHealth::of),
    CRON_JOB("CronJob", CronJob.class, CronJobHealth::of),
    PERSISTENT_VOLUME_CLAIM("PersistentVolumeClaim", PersistentVolumeClaim.class, PersistentVolumeClaimHealth::of),
    RESOURCE_QUOTA("ResourceQuota", ResourceQuota.class, ResourceQuotaHealth::of),
    LIMIT_RANGE("LimitRange", LimitRange.class, LimitRangeHealth::of),
    STORAGE_CLASS("StorageClass", StorageClass.class, StorageClassHealth::of),
    NETWORK_POLICY("NetworkPolicy", NetworkPolicy.class, NetworkPolicyHealth::of),
    POD_DISRUPTION_BUDGET("PodDisruptionBudget", PodDisruptionBudget.class, PodDisruptionBudgetHealth::of),
    CUSTOM_RESOURCE_DEFINITION(
            "CustomResourceDefinition", CustomResourceDefinition.class, CustomResourceDefinitionHealth::of),
    API_SERVICE("APIService", APIService.class, APIServiceHealth::of),
    NODE("Node", Node.class, NodeHealth::of),
    CERTIFICATE("Certificate", CertificateHealth::of),
    ISSUER("Issuer", IssuerHealth::of),
    CLUSTER_ISSUER("ClusterIssuer", IssuerHealth::of),
    CNPG_CLUSTER("Cluster", CnpgClusterHealth::of),
    ELASTICSEARCH("Elasticsearch", ElasticsearchHealth::of),
    PSMDB("PerconaServerMongoDB", PsmdbHealth::of),
    CUSTOM("Widget", CustomResourceHealth::of);

    /** The time of every observation in these tests, unless one says otherwise. */
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final String kind;
    private final BiFunction<Tree, Instant, Health> judge;

    <T> Rule(String kind, Class<T> type, BiFunction<T, Instant, Health> rule) {
        this.kind = kind;
        this.judge = (tree, now) -> rule.apply(tree.as(type), now);
    }

    Rule(String kind, HealthRule rule) {
        this(kind, GenericKubernetesResource.class, (object, now) -> rule.judge(ResourceView.of(object), now));
    }

    static Optional<Rule> of(String kind) {
        return Arrays.stream(values()).filter(rule -> rule.kind.equals(kind)).findFirst();
    }

    Tree healthy() {
        return Tree.resource("healthy/" + kind.toLowerCase(Locale.ROOT) + ".yaml");
    }

    Health judge(Tree object) {
        return judge(object, NOW);
    }

    Health judge(Tree object, Instant now) {
        return judge.apply(object, now);
    }
}
