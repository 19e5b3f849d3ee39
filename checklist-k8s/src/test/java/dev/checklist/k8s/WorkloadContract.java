package dev.checklist.k8s;

import dev.checklist.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The public predicates over workloads and their pods; each kind in a namespace of its own. */
final class WorkloadContract {
    private static final String WEB = "shop-web/deployments/web";
    private static final String DB = "statefulsets/db";
    private static final String AGENT = "daemonsets/agent";
    private static final String MIGRATE = "jobs/migrate";
    private static final String BACKUP = "cronjobs/backup";
    private static final String POD = "pods/web-7-a";
    private static final String CONTAINER = "/spec/template/spec/containers/0";
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String WEB_IMAGE = "registry.example/web:2@sha256:" + "c".repeat(64);

    private WorkloadContract() {}

    static List<PublicCheck> checks() {
        return Stream.of(deployments(), templates(), sets(), runs(), all(), pods())
                .flatMap(List::stream)
                .toList();
    }

    private static PublicCheck in(
            String namespace,
            String name,
            String subject,
            Function<NamespacedChecks, Check> check,
            UnaryOperator<FakeCluster> broken) {
        return PublicCheck.of(name, subject, checks -> check.apply(checks.inNamespace(namespace)), broken);
    }

    private static UnaryOperator<FakeCluster> set(String object, String pointer, Object value) {
        return cluster -> cluster.with(object, pointer, value);
    }

    private static PublicCheck web(
            String name, Function<DeploymentChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return in("shop-web", "DeploymentChecks." + name, WEB, all -> check.apply(all.deployment("web")), broken)
                .stale(set(WEB, "/metadata/generation", 5));
    }

    private static List<PublicCheck> deployments() {
        return List.of(
                web("isReady()", DeploymentChecks::isReady, set(WEB, "/status/availableReplicas", null)),
                PublicCheck.inShop(
                                "DeploymentChecks.runsImage(String, Collection)",
                                "deployments/api",
                                shop -> shop.deployment("api").runsImage("registry.example/api:7", List.of(DIGEST)),
                                cluster -> cluster.withAll(
                                        "shop/pods/",
                                        "/status/containerStatuses/0/imageID",
                                        "registry.example/api@sha256:" + "f".repeat(64)))
                        .stale(set("deployments/api", "/metadata/generation", 3)),
                PublicCheck.inShop(
                                "DeploymentChecks.runsImage(String, Supplier)",
                                "deployments/api",
                                shop -> shop.deployment("api")
                                        .runsImage("registry.example/api:7", () -> List.of(DIGEST)),
                                cluster -> cluster.withAll(
                                        "shop/pods/",
                                        "/status/containerStatuses/0/imageID",
                                        "registry.example/api@sha256:" + "f".repeat(64)))
                        .stale(set("deployments/api", "/metadata/generation", 3)),
                web(
                        "hasPreviousRevision()",
                        DeploymentChecks::hasPreviousRevision,
                        set("replicasets/web-6", "/spec/template/spec/containers/0/image", WEB_IMAGE)),
                web(
                        "answersItsProbe(String)",
                        web -> web.answersItsProbe("/healthz"),
                        set(POD, "/status/conditions/0/status", "False")),
                web(
                        "restartsBelow(int)",
                        web -> web.restartsBelow(2),
                        set(POD, "/status/containerStatuses/0/restartCount", 2)));
    }

    private static List<PublicCheck> templates() {
        return List.of(
                web("isPinned()", DeploymentChecks::isPinned, set(WEB, CONTAINER + "/image", "registry.example/web:2")),
                web(
                        "hasVersionedImages()",
                        DeploymentChecks::hasVersionedImages,
                        set(WEB, CONTAINER + "/image", "registry.example/web:latest")),
                web(
                        "usesRegistry(String, String[])",
                        web -> web.usesRegistry("registry.example"),
                        set(WEB, CONTAINER + "/image", "other.example/web:2")),
                web(
                        "hasResourceLimits()",
                        DeploymentChecks::hasResourceLimits,
                        set(WEB, CONTAINER + "/resources/limits/memory", null)));
    }

    private static PublicCheck db(
            String name, Function<StatefulSetChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return in("shop-db", "StatefulSetChecks." + name, DB, all -> check.apply(all.statefulSet("db")), broken)
                .stale(set(DB, "/metadata/generation", 3));
    }

    private static PublicCheck agent(
            String name, Function<DaemonSetChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return in("shop-agent", "DaemonSetChecks." + name, AGENT, all -> check.apply(all.daemonSet("agent")), broken)
                .stale(set(AGENT, "/metadata/generation", 3));
    }

    private static List<PublicCheck> sets() {
        return List.of(
                db("isReady()", StatefulSetChecks::isReady, set(DB, "/status/readyReplicas", null)),
                db("isRolledOut()", StatefulSetChecks::isRolledOut, set(DB, "/status/updatedReplicas", null)),
                db("hasReadyReplicas(int)", db -> db.hasReadyReplicas(1), set(DB, "/status/readyReplicas", null)),
                db(
                        "runsImage(String)",
                        db -> db.runsImage("registry.example/db:3"),
                        set("pods/db-0", "/spec/containers/0/image", "registry.example/db:2")),
                agent("isReady()", DaemonSetChecks::isReady, set(AGENT, "/status/numberAvailable", null)),
                agent(
                        "isRolledOut()",
                        DaemonSetChecks::isRolledOut,
                        set(AGENT, "/status/updatedNumberScheduled", null)),
                agent("hasReadyPods(int)", agent -> agent.hasReadyPods(1), set(AGENT, "/status/numberReady", 0)),
                agent(
                        "runsImage(String)",
                        agent -> agent.runsImage("registry.example/agent:5"),
                        set("pods/agent-x", "/spec/containers/0/image", "registry.example/agent:4")));
    }

    private static PublicCheck migrate(
            String name, Function<JobChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return in("shop-jobs", "JobChecks." + name, MIGRATE, all -> check.apply(all.job("migrate")), broken);
    }

    private static PublicCheck backup(
            String name, Function<CronJobChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return in("shop-jobs", "CronJobChecks." + name, BACKUP, all -> check.apply(all.cronJob("backup")), broken);
    }

    private static List<PublicCheck> runs() {
        return List.of(
                migrate("hasSucceeded()", JobChecks::hasSucceeded, set(MIGRATE, "/status/conditions/0/type", "Failed")),
                migrate(
                        "hasSucceededSince(Instant)",
                        job -> job.hasSucceededSince(Instant.parse("2026-03-01T10:00:00.5Z")),
                        set(MIGRATE, "/metadata/creationTimestamp", "2026-03-01T09:59:59Z")),
                migrate(
                        "hasSucceededWith(String)",
                        job -> job.hasSucceededWith("registry.example/api:7"),
                        set(MIGRATE, CONTAINER + "/image", "registry.example/api:6")),
                backup("isScheduled()", CronJobChecks::isScheduled, set(BACKUP, "/spec/suspend", true)),
                backup(
                        "lastRunSucceeded()",
                        CronJobChecks::lastRunSucceeded,
                        set(BACKUP, "/status/lastSuccessfulTime", "2029-12-30T01:04:00Z")),
                backup(
                        "isFresh()",
                        CronJobChecks::isFresh,
                        set(BACKUP, "/status/lastSuccessfulTime", "2029-12-29T01:04:00Z")),
                backup(
                        "isFresh(Duration)",
                        job -> job.isFresh(Duration.ofHours(26)),
                        set(BACKUP, "/status/lastSuccessfulTime", "2029-12-30T01:04:00Z")));
    }

    private static List<PublicCheck> all() {
        return List.of(
                in(
                                "shop-db",
                                "AllWorkloads.areReady()",
                                DB,
                                all -> all.allStatefulSets(1).areReady(),
                                set(DB, "/status/readyReplicas", null))
                        .stale(set(DB, "/metadata/generation", 3)),
                in(
                                "shop-web",
                                "AllWorkloads.areRolledOut()",
                                WEB,
                                all -> all.allDeployments(1).areRolledOut(),
                                set(WEB, "/status/updatedReplicas", null))
                        .stale(set(WEB, "/metadata/generation", 5)),
                in(
                        "shop-jobs",
                        "AllJobs.haveSucceeded()",
                        MIGRATE,
                        all -> all.allJobs(1).haveSucceeded(),
                        set(MIGRATE, "/status/conditions/0/type", "Failed")),
                in(
                        "shop-jobs",
                        "AllCronJobs.areScheduled()",
                        BACKUP,
                        all -> all.allCronJobs(1).areScheduled(),
                        set(BACKUP, "/spec/suspend", true)),
                in(
                        "shop-jobs",
                        "AllCronJobs.areFresh()",
                        BACKUP,
                        all -> all.allCronJobs(1).areFresh(),
                        set(BACKUP, "/status/lastSuccessfulTime", null)),
                in(
                        "shop-jobs",
                        "AllCronJobs.areFresh(Duration)",
                        BACKUP,
                        all -> all.allCronJobs(1).areFresh(Duration.ofHours(26)),
                        set(BACKUP, "/status/lastSuccessfulTime", "2029-12-30T01:04:00Z")));
    }

    private static PublicCheck pods(String name, Function<PodChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return in("shop-web", "PodChecks." + name, POD, all -> check.apply(all.pods()), broken);
    }

    private static List<PublicCheck> pods() {
        return List.of(
                pods(
                        "restartsBelow(int)",
                        pods -> pods.restartsBelow(2),
                        set(POD, "/status/containerStatuses/0/restartCount", 2)),
                pods(
                        "runAsNonRoot()",
                        PodChecks::runAsNonRoot,
                        set(POD, "/spec/containers/0/securityContext", Map.of("runAsUser", 0))),
                pods(
                        "haveResourceLimits()",
                        PodChecks::haveResourceLimits,
                        set(POD, "/spec/containers/0/resources/requests/cpu", "0")));
    }
}
