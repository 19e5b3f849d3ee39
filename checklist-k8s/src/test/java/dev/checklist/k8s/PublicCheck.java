package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Section;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One public predicate over {@code shop.yaml}, in which it holds.
 *
 * @param name class, method and parameter types, as {@link #found} finds them
 * @param check makes the line
 * @param subject the end of the path of the object it is about, such as {@code deployments/api}
 * @param broken changes the cluster so that the predicate does not hold
 * @param stale changes the cluster so that the status is of an older generation
 */
record PublicCheck(
        String name,
        Function<KubernetesChecks, Check> check,
        String subject,
        UnaryOperator<FakeCluster> broken,
        UnaryOperator<FakeCluster> stale) {

    static final String CLUSTER_UID = "6a1cd1b2-0000-4000-8000-00000000cafe";

    static PublicCheck of(
            String name, String subject, Function<KubernetesChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return new PublicCheck(name, check, subject, broken, cluster -> cluster);
    }

    PublicCheck stale(UnaryOperator<FakeCluster> change) {
        return new PublicCheck(name, check, subject, broken, change);
    }

    PublicCheck broken(String object, String pointer, Object value) {
        return new PublicCheck(name, check, subject, cluster -> cluster.with(object, pointer, value), stale);
    }

    static PublicCheck inShop(
            String name, String subject, Function<NamespacedChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return of(name, subject, checks -> check.apply(checks.inNamespace("shop")), broken);
    }

    /** Those that make one line for each name do what those about one object do, so that one table holds for both. */
    private static final Map<String, String> SAME_AS = Map.of(
            "DeploymentsChecks.areRolledOut()", "DeploymentChecks.isRolledOut()",
            "DeploymentsChecks.runImages(Map)", "DeploymentChecks.runsImage(String)",
            "ServicesChecks.haveEndpoints()", "ServiceChecks.hasEndpoints()");

    /** The name under which the tables speak of it. */
    String rows() {
        return SAME_AS.getOrDefault(name, name);
    }

    /** An object of the group that a server may lack: the subject's own; of a Service, that of the endpoints. */
    String ofGroup() {
        return subject.startsWith("services/") ? "endpointslices/api-x1" : subject;
    }

    private static List<PublicCheck> each() {
        return List.of(
                each(
                        "DeploymentsChecks.areRolledOut()",
                        shop -> shop.deployments("api").areRolledOut()),
                each(
                        "DeploymentsChecks.runImages(Map)",
                        shop -> shop.deployments("api").runImages(Map.of("api", "registry.example/api:7"))),
                each(
                        "ServicesChecks.haveEndpoints()",
                        shop -> shop.services("api").haveEndpoints()));
    }

    private static PublicCheck each(String name, Function<NamespacedChecks, Section> lines) {
        PublicCheck one = first().stream()
                .filter(check -> check.name.equals(SAME_AS.get(name)))
                .findFirst()
                .orElseThrow();
        return ofEach(name, one.subject, checks -> lines.apply(checks.inNamespace("shop")), one.broken)
                .stale(one.stale);
    }

    static List<PublicCheck> all() {
        return Stream.of(
                        first(),
                        each(),
                        ConfigContract.checks(),
                        WorkloadContract.checks(),
                        LogContract.checks(),
                        ClusterContract.checks(),
                        OperatorContract.checks())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PublicCheck> first() {
        String deployment = "deployments/api";
        UnaryOperator<FakeCluster> newer = cluster -> cluster.with(deployment, "/metadata/generation", 3);
        return List.of(
                of(
                        "ClusterChecks.isReachable()",
                        "selfsubjectreviews",
                        checks -> checks.cluster().isReachable(),
                        c -> c),
                of(
                        "ClusterChecks.isCluster(String)",
                        "namespaces/kube-system",
                        checks -> checks.cluster().isCluster(CLUSTER_UID),
                        cluster -> cluster.with("namespaces/kube-system", "/metadata/uid", "another")),
                of(
                        "ClusterChecks.isVersionAtLeast(String)",
                        "version",
                        checks -> checks.cluster().isVersionAtLeast("1.36"),
                        c -> c),
                of(
                        "NamespaceChecks.exists()",
                        "namespaces/shop",
                        checks -> checks.namespace("shop").exists(),
                        cluster -> cluster.with("namespaces/shop", "/status/phase", "Terminating")),
                of(
                        "NamespaceChecks.isActive()",
                        "namespaces/shop",
                        checks -> checks.inNamespace("shop").namespace().isActive(),
                        cluster -> cluster.with("namespaces/shop", "/status/phase", "Terminating")),
                inShop(
                                "DeploymentChecks.isRolledOut()",
                                deployment,
                                shop -> shop.deployment("api").isRolledOut(),
                                cluster -> cluster.with(deployment, "/status/updatedReplicas", 1))
                        .stale(newer),
                inShop(
                                "DeploymentChecks.hasReadyReplicas(int)",
                                deployment,
                                shop -> shop.deployment("api").hasReadyReplicas(2),
                                cluster -> cluster.with(deployment, "/status/readyReplicas", 1))
                        .stale(newer),
                inShop(
                                "DeploymentChecks.runsImage(String)",
                                deployment,
                                shop -> shop.deployment("api").runsImage("registry.example/api:7"),
                                cluster ->
                                        cluster.withAll("pods/", "/spec/containers/0/image", "registry.example/api:6"))
                        .stale(newer),
                inShop(
                                "PodChecks.areHealthy(int)",
                                "pods/api-2-a",
                                shop -> shop.pods("app=api").areHealthy(2),
                                cluster -> cluster.with("pods/api-2-a", "/status/conditions/0/status", "False"))
                        .stale(cluster -> cluster.with("pods/api-2-a", "/metadata/generation", 2)
                                .with("pods/api-2-a", "/status/observedGeneration", 1)),
                inShop(
                        "ServiceChecks.hasEndpoints()",
                        "services/api",
                        shop -> shop.service("api").hasEndpoints(),
                        cluster -> cluster.with("endpointslices/api-x1", "/endpoints/0/conditions/ready", false)),
                inShop(
                        "IngressChecks.hasAddress()",
                        "ingresses/api",
                        shop -> shop.ingress("api").hasAddress(),
                        cluster -> cluster.with("ingresses/api", "/status/loadBalancer/ingress/0", null)),
                inShop(
                                "AutoscalerChecks.isActive()",
                                "horizontalpodautoscalers/api",
                                shop -> shop.autoscaler("api").isActive(),
                                cluster -> cluster.with(
                                        "horizontalpodautoscalers/api", "/status/conditions/1/status", "False"))
                        .stale(cluster -> cluster.with("horizontalpodautoscalers/api", "/metadata/generation", 2)),
                inShop(
                        "SecretChecks.hasKeys(String, String[])",
                        "secrets/api",
                        shop -> shop.secret("api").hasKeys("password", "token"),
                        cluster -> cluster.with("secrets/api", "/data/token", null)),
                inShop(
                        "ConfigMapChecks.exists()",
                        "configmaps/api",
                        shop -> shop.configMap("api").exists(),
                        cluster -> cluster.without("configmaps/api")),
                inShop(
                        "ConfigMapChecks.hasKeys(String, String[])",
                        "configmaps/api",
                        shop -> shop.configMap("api").hasKeys("MODE", "logo"),
                        cluster -> cluster.with("configmaps/api", "/data/MODE", " \n")));
    }

    /** One that makes a line for each of several objects, here of one. */
    static PublicCheck ofEach(
            String name, String subject, Function<KubernetesChecks, Section> lines, UnaryOperator<FakeCluster> broken) {
        return of(name, subject, checks -> (Check) lines.apply(checks).items().get(0), broken);
    }

    /** The predicates that a user can reach from the entry class: every public method that returns a check, or several. */
    static Set<String> found() {
        Set<String> found = new TreeSet<>();
        collect(KubernetesChecks.class, found, new HashSet<>());
        return found;
    }

    private static void collect(Class<?> subject, Set<String> found, Set<Class<?>> seen) {
        if (!seen.add(subject)) {
            return;
        }
        for (Method method : subject.getDeclaredMethods()) {
            if (!Modifier.isPublic(method.getModifiers()) || method.isSynthetic()) {
                continue;
            }
            List<Class<?>> returned = new ArrayList<>();
            returned.add(method.getReturnType());
            if (method.getReturnType() == Check.class || method.getReturnType() == Section.class) {
                found.add(name(method));
            } else if (method.getReturnType().getPackage() == KubernetesChecks.class.getPackage()) {
                collect(method.getReturnType(), found, seen);
            }
        }
    }

    private static String name(Method method) {
        Stream<String> types = Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName);
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + types.collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String toString() {
        return name;
    }
}
