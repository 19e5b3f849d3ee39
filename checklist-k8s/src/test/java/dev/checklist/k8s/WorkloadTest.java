package dev.checklist.k8s;

import static dev.checklist.k8s.Shop.isConclusive;
import static dev.checklist.k8s.Shop.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** StatefulSets, DaemonSets and Deployments: whether they are ready, rolled out, and what they run. */
class WorkloadTest {
    private static final String DB = "statefulsets/db";
    private static final String AGENT = "daemonsets/agent";
    private static final String WEB = "shop-web/deployments/web";
    private static final Map<String, Object> NOT_READY =
            Map.of("phase", "Running", "conditions", List.of(Map.of("type", "Ready", "status", "False")));

    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = new Shop();
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    private static Result db(UnaryOperator<FakeCluster> change, Function<StatefulSetChecks, Check> line) {
        return shop.ask("shop-db", change, all -> line.apply(all.statefulSet("db")));
    }

    private static Result agent(UnaryOperator<FakeCluster> change, Function<DaemonSetChecks, Check> line) {
        return shop.ask("shop-agent", change, all -> line.apply(all.daemonSet("agent")));
    }

    private static Result web(UnaryOperator<FakeCluster> change, Function<DeploymentChecks, Check> line) {
        return shop.ask("shop-web", change, all -> line.apply(all.deployment("web")));
    }

    private static UnaryOperator<FakeCluster> stuck(Map<String, Object> pod) {
        return cluster -> cluster.with(DB, "/status/readyReplicas", 0).with("pods/db-0", "/status", pod);
    }

    @Test
    void a_set_that_is_ready_costs_one_request() {
        assertThat(db(cluster -> cluster, StatefulSetChecks::isReady).status()).isEqualTo(Status.PASSED);
        assertThat(shop.asked()).containsExactly("GET /apis/apps/v1/namespaces/shop-db/statefulsets/db");
        assertThat(agent(cluster -> cluster, DaemonSetChecks::isRolledOut).status())
                .isEqualTo(Status.PASSED);
        assertThat(shop.asked()).hasSize(1);
    }

    @Test
    void a_stateful_set_never_reports_failure_but_its_broken_pod_does() {
        Result waiting = db(stuck(NOT_READY), StatefulSetChecks::isRolledOut);
        assertThat(waiting.message())
                .isEqualTo("expected a complete rollout but 0 of 1 replicas ready; pod db-0: Running,"
                        + " not Ready: Ready=False");
        assertThat(isConclusive(waiting)).isFalse();
        Map<String, Object> state = Map.of("waiting", Map.of("reason", "CrashLoopBackOff"));
        Map<String, Object> crashing =
                Map.of("phase", "Running", "containerStatuses", List.of(Map.of("name", "db", "state", state)));
        Result broken = db(stuck(crashing), StatefulSetChecks::isReady);
        assertThat(broken.message()).contains("pod db-0: container db waits: CrashLoopBackOff");
        assertThat(isConclusive(broken)).isTrue();
    }

    @Test
    void a_daemon_set_on_its_way_names_the_node_that_waits() {
        Result result = agent(
                cluster -> cluster.with(AGENT, "/status/numberAvailable", 0)
                        .with("pods/agent-x", "/spec/nodeName", "node-7")
                        .with("pods/agent-x", "/status", NOT_READY),
                DaemonSetChecks::isReady);
        assertThat(result.message()).contains("0 of 1 pods available; pod agent-x on node node-7");
    }

    @Test
    void without_the_right_to_list_pods_it_says_that_it_could_not_look_further() {
        Result result = shop.askRefusing(
                "pods",
                "shop-db",
                stuck(NOT_READY),
                all -> all.statefulSet("db").isReady());
        assertThat(result.message()).isEqualTo("expected every replica ready but 0 of 1 replicas ready");
        assertThat(result.warnings()).singleElement().asString().contains("not permitted: list pods in shop-db");
    }

    @Test
    void on_delete_with_old_pods_is_ready_and_not_rolled_out() {
        UnaryOperator<FakeCluster> outdated =
                cluster -> cluster.with(DB, "/spec/updateStrategy", Map.of("type", "OnDelete"))
                        .with(DB, "/status/updatedReplicas", null)
                        .with(DB, "/status/updateRevision", "db-c");
        Result ready = db(outdated, StatefulSetChecks::isReady);
        assertThat(ready.status()).isEqualTo(Status.PASSED);
        assertThat(ready.warnings()).singleElement().asString().contains("0 of 1 replicas updated: OnDelete");
        Result rolledOut = db(outdated, StatefulSetChecks::isRolledOut);
        assertThat(rolledOut.status()).isEqualTo(Status.FAILED);
        assertThat(rolledOut.message()).contains("0 of 1 pods are of the newest revision: with OnDelete");
        assertThat(isConclusive(rolledOut)).isFalse();
    }

    @Test
    void a_partition_fails_unless_it_is_allowed() {
        UnaryOperator<FakeCluster> held = cluster -> cluster.with(DB, "/spec/updateStrategy/rollingUpdate/partition", 1)
                .with(DB, "/status/updatedReplicas", null);
        Result result = db(held, StatefulSetChecks::isRolledOut);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("a partition holds the update back");
        Result allowed = db(held, db -> db.allowingPartition().isRolledOut());
        assertThat(allowed.status()).isEqualTo(Status.PASSED);
        assertThat(allowed.warnings()).singleElement().asString().contains("partitioned");
    }

    @Test
    void what_wants_no_pod_fails_unless_zero_is_allowed() {
        UnaryOperator<FakeCluster> noDb =
                cluster -> cluster.with(DB, "/spec/replicas", 0).with(DB, "/status", Map.of("observedGeneration", 2));
        UnaryOperator<FakeCluster> noWeb =
                cluster -> cluster.with(WEB, "/spec/replicas", 0).with(WEB, "/status", Map.of("observedGeneration", 4));
        UnaryOperator<FakeCluster> nowhere =
                with(AGENT, "/status", Map.of("observedGeneration", 2, "desiredNumberScheduled", 0));
        for (Result zero : List.of(
                db(noDb, StatefulSetChecks::isReady),
                db(noDb, StatefulSetChecks::isRolledOut),
                web(noWeb, DeploymentChecks::isReady),
                web(noWeb, DeploymentChecks::isRolledOut))) {
            assertThat(zero.status()).isEqualTo(Status.FAILED);
            assertThat(zero.message()).contains("it is scaled to zero (spec.replicas is 0)");
            assertThat(isConclusive(zero)).isTrue();
        }
        Result none = agent(nowhere, DaemonSetChecks::isRolledOut);
        assertThat(none.message()).contains("it matches no node");
        assertThat(isConclusive(none)).isFalse();
        for (Result allowed : List.of(
                db(noDb, db -> db.allowingZero().isRolledOut()),
                web(noWeb, web -> web.allowingZero().isReady()),
                agent(nowhere, agent -> agent.allowingZero().isReady()))) {
            assertThat(allowed.status()).isEqualTo(Status.PASSED);
            assertThat(allowed.warnings()).hasSize(1);
        }
    }

    @Test
    void one_without_spec_or_generation_is_none() {
        for (String pointer : List.of("/spec", "/metadata/generation")) {
            Result set = db(with(DB, pointer, null), StatefulSetChecks::isReady);
            assertThat(set.status()).isEqualTo(Status.ERROR);
            assertThat(set.message()).contains("expected the stateful set db with a spec and a generation");
            Result agent = agent(with(AGENT, pointer, null), DaemonSetChecks::isReady);
            assertThat(agent.message()).contains("is it the API server?");
        }
    }

    @Test
    void every_pod_of_a_set_must_run_the_image() {
        String newest = "registry.example/db:3";
        Result none = db(cluster -> cluster.without("shop-db/pods/"), db -> db.runsImage(newest));
        assertThat(none.message()).isEqualTo("expected pods that run " + newest + " but it has none");
        Result foreign = db(with("pods/db-0", "/metadata/ownerReferences/0/uid", "other"), db -> db.runsImage(newest));
        assertThat(foreign.status()).isEqualTo(Status.FAILED);
        Result other = db(cluster -> cluster, db -> db.runsImage("registry.example/db:4"));
        assertThat(other.message()).contains("the template names registry.example/db:3");
    }

    @Test
    void a_digest_of_an_index_or_of_its_platform_may_be_reported() {
        String index = "sha256:" + "c".repeat(64);
        String platform = "sha256:" + "d".repeat(64);
        UnaryOperator<FakeCluster> reported =
                with("pods/web-7-a", "/status/containerStatuses/0/imageID", "registry.example/web@" + platform);
        String image = "registry.example/web:2@" + index;
        Result alone = web(reported, web -> web.runsImage(image));
        assertThat(alone.status()).isEqualTo(Status.FAILED);
        Result pair = web(reported, web -> web.runsImage(image, List.of(platform)));
        assertThat(pair.status()).isEqualTo(Status.PASSED);
        assertThat(pair.warnings()).isEmpty();
        assertThat(pair.identity()).containsEntry("image " + image, platform);
    }

    @Test
    void a_deployment_that_keeps_no_history_cannot_be_rolled_back() {
        Result none = web(with(WEB, "/spec/revisionHistoryLimit", 0), DeploymentChecks::hasPreviousRevision);
        assertThat(none.message()).contains("none is kept (spec.revisionHistoryLimit is 0)");
        assertThat(isConclusive(none)).isTrue();
        Result kept = web(cluster -> cluster, DeploymentChecks::hasPreviousRevision);
        assertThat(kept.evidence())
                .containsEntry("revision", "6")
                .containsEntry("image of web", "registry.example/web:1");
    }
}
