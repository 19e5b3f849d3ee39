package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.NetworkPolicyHealth.Direction;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The public predicates over the cluster, its capacity, its network and its rights. */
final class ClusterContract {
    private ClusterContract() {}

    static List<PublicCheck> checks() {
        return Stream.of(cluster(), network(), autoscaling(), capacity(), rights())
                .flatMap(List::stream)
                .toList();
    }

    private static PublicCheck ofCluster(
            String name, String subject, Function<ClusterChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return PublicCheck.of("ClusterChecks." + name, subject, checks -> check.apply(checks.cluster()), broken);
    }

    private static PublicCheck inCart(
            String name, String subject, Function<NamespacedChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return PublicCheck.of(name, subject, checks -> check.apply(checks.inNamespace("shop-cart")), broken);
    }

    private static List<PublicCheck> cluster() {
        UnaryOperator<FakeCluster> small = cluster -> cluster.with("nodes/n1", "/status/allocatable/cpu", "1");
        return List.of(
                ofCluster(
                        "isCluster(String, URI, String)",
                        "namespaces/kube-system",
                        cluster -> cluster.isCluster(
                                        PublicCheck.CLUSTER_UID, URI.create("https://k8s.example"), "ab".repeat(32))
                                .id("by-authority"),
                        cluster -> cluster.with("namespaces/kube-system", "/metadata/uid", "another")),
                ofCluster(
                        "nodesAreReady(int)",
                        "nodes/n1",
                        cluster -> cluster.nodesAreReady(2),
                        cluster -> cluster.with("nodes/n1", "/status/conditions/1/status", "Unknown")),
                ofCluster("hasFreeResources(String, String)", "nodes/n1", c -> c.hasFreeResources("6", "24Gi"), small),
                ofCluster(
                        "hasFreeResources(String, String, String, String)",
                        "nodes/n1",
                        cluster -> cluster.hasFreeResources("6", "24Gi", "3", "4Gi")
                                .id("with-largest"),
                        small),
                ofCluster(
                        "hasDefaultStorageClass()",
                        "storageclasses/fast",
                        ClusterChecks::hasDefaultStorageClass,
                        cluster -> cluster.with("storageclasses/fast", "/metadata/annotations", null)),
                ofCluster(
                        "providesLoadBalancers()",
                        "services/gate",
                        ClusterChecks::providesLoadBalancers,
                        cluster -> cluster.with("services/gate", "/status/loadBalancer", null)),
                ofCluster(
                        "servesMetrics()",
                        "apiservices/v1beta1.metrics.k8s.io",
                        ClusterChecks::servesMetrics,
                        cluster ->
                                cluster.with("metrics.k8s.io/v1beta1/nodes/n1", "/timestamp", "2029-12-31T23:00:00Z")),
                PublicCheck.of(
                        "StorageClassChecks.exists()",
                        "storageclasses/fast",
                        checks -> checks.storageClass("fast").exists(),
                        cluster -> cluster.with("storageclasses/fast", "/provisioner", null)),
                PublicCheck.of(
                        "StorageClassChecks.isDefault()",
                        "storageclasses/fast",
                        checks -> checks.storageClass("fast").isDefault(),
                        cluster -> cluster.with("storageclasses/fast", "/metadata/annotations", null)));
    }

    private static List<PublicCheck> network() {
        String ingress = "ingresses/cart";
        return List.of(
                inCart(
                        "ServiceChecks.hasAddress()",
                        "services/gate",
                        cart -> cart.service("gate").hasAddress(),
                        cluster -> cluster.with("services/gate", "/status/loadBalancer/ingress/0/ip", null)),
                inCart(
                        "ServiceChecks.servesPort(int)",
                        "services/cart",
                        cart -> cart.service("cart").servesPort(80),
                        cluster -> cluster.with("services/cart", "/spec/ports/0/port", 81)),
                inCart(
                        "IngressChecks.usesClass(String)",
                        ingress,
                        cart -> cart.ingress("cart").usesClass("nginx"),
                        cluster -> cluster.with(ingress, "/spec/ingressClassName", "traefik")),
                inCart(
                        "IngressChecks.hasBackends()",
                        ingress,
                        cart -> cart.ingress("cart").hasBackends(),
                        cluster -> cluster.with("services/cart", "/spec/ports/0/name", "grpc")),
                inCart(
                        "IngressChecks.hasTlsFor(String, String[])",
                        ingress,
                        cart -> cart.ingress("cart").hasTlsFor("cart.example"),
                        cluster -> cluster.with("secrets/cart-tls", "/type", "Opaque")),
                inCart(
                        "IngressChecks.servesHosts(String, String[])",
                        ingress,
                        cart -> cart.ingress("cart").servesHosts("cart.example"),
                        cluster -> cluster.with(ingress, "/spec/rules/0/host", "other.example")),
                inCart(
                        "IngressChecks.isComplete(String, String[])",
                        ingress,
                        cart -> cart.ingress("cart").isComplete("cart.example"),
                        cluster -> cluster.without("/ingressclasses/nginx")),
                inCart(
                        "NetworkPolicyChecks.coverPods(String)",
                        "networkpolicies/cart",
                        cart -> cart.networkPolicies().coverPods("app=cart"),
                        cluster -> cluster.with("networkpolicies/cart", "/spec/podSelector/matchLabels/app", "api")
                                .without("/networkpolicies/deny")),
                inCart(
                        "NetworkPolicyChecks.denyByDefault(Direction)",
                        "networkpolicies/deny",
                        cart -> cart.networkPolicies().denyByDefault(Direction.EGRESS),
                        cluster -> cluster.with("networkpolicies/deny", "/spec/policyTypes/0", "Ingress")));
    }

    private static List<PublicCheck> autoscaling() {
        String autoscaler = "horizontalpodautoscalers/cart";
        UnaryOperator<FakeCluster> newer = cluster -> cluster.with(autoscaler, "/metadata/generation", 2);
        return List.of(
                inCart(
                                "AutoscalerChecks.hasMetrics()",
                                autoscaler,
                                cart -> cart.autoscaler("cart").hasMetrics(),
                                cluster -> cluster.with(autoscaler, "/status/currentMetrics/0/resource/current", null))
                        .stale(newer),
                inCart(
                        "AutoscalerChecks.hasBounds(int, int)",
                        autoscaler,
                        cart -> cart.autoscaler("cart").hasBounds(2, 5),
                        cluster -> cluster.with(autoscaler, "/spec/maxReplicas", 3)),
                inCart(
                        "AutoscalerChecks.hasScaledUpSince(Instant)",
                        autoscaler,
                        cart -> cart.autoscaler("cart").hasScaledUpSince(Instant.parse("2029-12-31T23:00:00Z")),
                        cluster -> cluster.with(autoscaler, "/status/lastScaleTime", "2029-12-31T22:00:00Z")),
                inCart(
                                "AutoscalersChecks.areActive()",
                                autoscaler,
                                cart -> cart.allAutoscalers(1).areActive(),
                                cluster -> cluster.with(autoscaler, "/status/conditions/1/status", "False"))
                        .stale(newer));
    }

    private static List<PublicCheck> capacity() {
        String claim = "persistentvolumeclaims/data";
        UnaryOperator<FakeCluster> full = cluster -> cluster.with("resourcequotas/cart", "/status/used/pods", "10");
        UnaryOperator<FakeCluster> pending = cluster -> cluster.with(claim, "/status/phase", "Pending");
        return List.of(
                inCart(
                        "MetricsChecks.coverPods(String)",
                        "metrics.k8s.io/v1beta1/namespaces/shop-cart/pods/cart-a",
                        cart -> cart.metrics().coverPods("app=cart"),
                        cluster -> cluster.without("/apis/metrics.k8s.io/v1beta1/namespaces/shop-cart")),
                inCart(
                        "MetricsChecks.areBelow(int)",
                        "metrics.k8s.io/v1beta1/namespaces/shop-cart/pods/cart-a",
                        cart -> cart.metrics().areBelow(80),
                        cluster -> cluster.with(
                                "metrics.k8s.io/v1beta1/namespaces/shop-cart/pods/cart-a",
                                "/containers/0/usage/memory",
                                "900Mi")),
                inCart(
                        "QuotaChecks.isNotExhausted()",
                        "resourcequotas/cart",
                        cart -> cart.quota("cart").isNotExhausted(),
                        full),
                inCart(
                        "QuotasChecks.areNotExhausted()",
                        "resourcequotas/cart",
                        cart -> cart.allQuotas(1).areNotExhausted(),
                        full),
                inCart(
                        "LimitRangeChecks.exists()",
                        "limitranges/cart",
                        cart -> cart.limitRange("cart").exists(),
                        cluster -> cluster.with("limitranges/cart", "/spec/limits/0/defaultRequest/cpu", "2")),
                inCart(
                        "LimitRangeChecks.hasDefaults()",
                        "limitranges/cart",
                        cart -> cart.limitRange("cart").hasDefaults(),
                        cluster -> cluster.with("limitranges/cart", "/spec/limits/0/type", "Pod")),
                inCart(
                        "PersistentVolumeClaimChecks.isBound()",
                        claim,
                        cart -> cart.persistentVolumeClaim("data").isBound(),
                        pending),
                inCart(
                        "PersistentVolumeClaimsChecks.areBound()",
                        claim,
                        cart -> cart.allPersistentVolumeClaims(1).areBound(),
                        pending),
                inCart(
                                "PodDisruptionBudgetChecks.coversPods()",
                                "poddisruptionbudgets/cart",
                                cart -> cart.podDisruptionBudget("cart").coversPods(),
                                cluster -> cluster.with("poddisruptionbudgets/cart", "/status/expectedPods", 0))
                        .stale(cluster -> cluster.with("poddisruptionbudgets/cart", "/metadata/generation", 2)));
    }

    private static List<PublicCheck> rights() {
        String ours = "selfsubjectaccessreviews";
        String theirs = "subjectaccessreviews";
        Map<String, ?> no = Map.of("allowed", false);
        Map<String, ?> yes = Map.of("allowed", true);
        return List.of(
                inCart(
                        "NamespacedChecks.can(String, String)",
                        "namespaces/shop-cart",
                        cart -> cart.can("list", "pods"),
                        cluster -> cluster.deciding(ours, no)),
                inCart(
                        "NamespacedChecks.cannot(String, String)",
                        "namespaces/shop-cart",
                        cart -> cart.cannot("list", "secrets"),
                        cluster -> cluster.deciding(ours, yes)),
                inCart(
                        "ServiceAccountChecks.exists()",
                        "serviceaccounts/cart",
                        cart -> cart.serviceAccount("cart").exists(),
                        cluster -> cluster.without("/serviceaccounts/cart")),
                inCart(
                        "ServiceAccountChecks.can(String, String)",
                        "serviceaccounts/cart",
                        cart -> cart.serviceAccount("cart").can("get", "deployments.apps"),
                        cluster -> cluster.deciding(theirs, no)),
                inCart(
                        "ServiceAccountChecks.cannot(String, String)",
                        "serviceaccounts/cart",
                        cart -> cart.serviceAccount("cart").cannot("list", "secrets"),
                        cluster -> cluster.deciding(theirs, yes)),
                inCart(
                        "RoleChecks.isValid()",
                        "roles/cart",
                        cart -> cart.role("cart").isValid(),
                        cluster -> cluster.with("roles/cart", "/rules/0/verbs/0", null)),
                inCart(
                        "RoleBindingChecks.isValid()",
                        "rolebindings/cart",
                        cart -> cart.roleBinding("cart").isValid(),
                        cluster -> cluster.without("/roles/cart")));
    }
}
