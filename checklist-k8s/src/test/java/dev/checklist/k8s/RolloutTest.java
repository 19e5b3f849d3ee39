package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rollouts, pods and services where reading one thing leads to another. */
class RolloutTest {
    private static final String DEPLOYMENT = "deployments/api";
    private static final UnaryOperator<FakeCluster> HALF =
            cluster -> cluster.with(DEPLOYMENT, "/status/updatedReplicas", 1);
    private static final Map<String, Object> CRASHING =
            Map.of("waiting", Map.of("reason", "CrashLoopBackOff", "message", "back-off"));

    private static ApiStub stub;
    private static Clients client;

    @BeforeAll
    static void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
        client = Clients.to(stub.url());
    }

    @AfterAll
    static void stop() {
        client.close();
        stub.close();
    }

    private static NamespacedChecks shop(UnaryOperator<FakeCluster> change) {
        stub.become(change.apply(FakeCluster.healthy())::answer);
        return client.checks().inNamespace("shop");
    }

    private static NamespacedChecks shopRefusing(String plural, UnaryOperator<FakeCluster> change) {
        FakeCluster cluster = change.apply(FakeCluster.healthy());
        stub.become(request -> request.path().endsWith("/" + plural)
                ? Wire.status(403, "Forbidden", plural + " is forbidden")
                : cluster.answer(request));
        return client.checks().inNamespace("shop");
    }

    private static Result rolledOut(NamespacedChecks shop) {
        return CheckTester.create().run(shop.deployment("api").isRolledOut());
    }

    private static boolean isConclusive(Result result) {
        return result.attempts().get(0).outcome().isConclusive();
    }

    @Test
    void a_rollout_that_is_complete_reads_one_object() {
        assertThat(rolledOut(shop(cluster -> cluster)).status()).isEqualTo(Status.PASSED);
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void a_rollout_on_its_way_may_be_asked_again() {
        Result result = rolledOut(shop(HALF));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).isEqualTo("expected a complete rollout but 1 of 2 replicas updated");
        assertThat(isConclusive(result)).isFalse();
    }

    @Test
    void a_rollout_whose_new_pod_crashes_fails_for_good_and_names_it() {
        Result result = rolledOut(shop(cluster -> HALF.apply(cluster)
                .with("pods/api-2-a", "/status/conditions/0/status", "False")
                .with("pods/api-2-a", "/status/containerStatuses/0/state", CRASHING)));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("1 of 2 replicas updated", "pod api-2-a", "CrashLoopBackOff");
        assertThat(isConclusive(result)).isTrue();
    }

    @Test
    void a_crashing_pod_of_an_older_replica_set_does_not_fail_the_rollout_for_good() {
        Result result = rolledOut(shop(cluster -> HALF.apply(cluster)
                .with("pods/api-2-a", "/metadata/ownerReferences/0/uid", "rs-1")
                .with("pods/api-2-a", "/status/containerStatuses/0/state", CRASHING)));
        assertThat(result.message()).isEqualTo("expected a complete rollout but 1 of 2 replicas updated");
        assertThat(isConclusive(result)).isFalse();
    }

    @Test
    void without_the_right_to_list_pods_a_rollout_on_its_way_says_that_it_could_not_look_further() {
        for (String plural : List.of("pods", "replicasets")) {
            Result result = rolledOut(shopRefusing(plural, HALF));
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.message()).isEqualTo("expected a complete rollout but 1 of 2 replicas updated");
            assertThat(result.warnings())
                    .singleElement()
                    .asString()
                    .contains("could not look for the reason: not permitted: list " + plural + " in shop (403");
        }
    }

    @Test
    void a_rollout_scaled_to_zero_paused_or_blocked_fails_for_good() {
        Result zero = rolledOut(shop(cluster -> cluster.with(DEPLOYMENT, "/spec/replicas", 0)
                .with(DEPLOYMENT, "/status", Map.of("observedGeneration", 2))));
        assertThat(zero.message()).contains("scaled to zero");
        Result paused = rolledOut(shop(cluster -> cluster.with(DEPLOYMENT, "/spec/paused", true)));
        assertThat(paused.message())
                .isEqualTo("expected a complete rollout but it is suspended: the rollout is paused");
        Result blocked = rolledOut(shop(cluster -> cluster.with(DEPLOYMENT, "/status/replicas", 1)
                .with(
                        DEPLOYMENT,
                        "/status/conditions/1",
                        Map.of(
                                "type",
                                "ReplicaFailure",
                                "status",
                                "True",
                                "reason",
                                "FailedCreate",
                                "message",
                                "exceeded quota: q"))));
        assertThat(blocked.message()).contains("1 of 2 replicas exist", "exceeded quota: q");
        for (Result result : List.of(zero, paused, blocked)) {
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(isConclusive(result)).isTrue();
        }
    }

    @Test
    void old_pods_beside_the_new_ones_are_not_a_complete_rollout() {
        Result result = rolledOut(shop(cluster -> cluster.with(DEPLOYMENT, "/status/replicas", 3)));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("1 old replicas are left");
    }

    @Test
    void a_deployment_without_spec_or_generation_is_none() {
        for (String pointer : List.of("/spec", "/metadata/generation")) {
            Result result = rolledOut(shop(cluster -> cluster.with(DEPLOYMENT, pointer, null)));
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("with a spec and a generation", "is it the API server?");
        }
        Result withoutStatus = rolledOut(shop(cluster -> cluster.with(DEPLOYMENT, "/status", null)));
        assertThat(withoutStatus.status()).isEqualTo(Status.FAILED);
        assertThat(withoutStatus.message()).contains("generation 2 is not observed yet");
    }

    @Test
    void an_absent_object_of_a_namespace_that_cannot_be_seen_is_absent_all_the_same() {
        FakeCluster cluster = FakeCluster.healthy().without("/deployments/");
        stub.become(request -> request.path().endsWith("/namespaces/shop")
                ? Wire.status(403, "Forbidden", "no")
                : cluster.answer(request));
        Result result = rolledOut(client.checks().inNamespace("shop"));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).isEqualTo("expected the deployment api in the namespace shop but it is absent");
        assertThat(result.warnings())
                .singleElement()
                .asString()
                .contains("whether the namespace exists could not be seen");
        assertThat(isConclusive(result)).isFalse();
    }

    private static UnaryOperator<FakeCluster> evicted(String phaseOfOwner) {
        return cluster -> cluster.with("pods/api-2-a", "/status", Map.of("phase", "Failed", "reason", "Evicted"))
                .with("replicasets/api-2", "/status/availableReplicas", phaseOfOwner.equals("healthy") ? 2 : 1);
    }

    private static Result healthyPods(NamespacedChecks shop) {
        return CheckTester.create().run(shop.pods("app=api").areHealthy(1));
    }

    @Test
    void an_evicted_pod_is_a_leftover_where_its_replica_set_is_healthy() {
        Result replaced = healthyPods(shop(evicted("healthy")));
        assertThat(replaced.status()).isEqualTo(Status.PASSED);
        assertThat(replaced.warnings()).singleElement().asString().contains("pod api-2-a is a leftover");
        assertThat(healthyPods(shop(evicted("short"))).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void an_evicted_pod_is_a_failure_where_its_replica_set_cannot_be_seen_or_is_none() {
        Result unseen = healthyPods(shopRefusing("replicasets", evicted("healthy")));
        assertThat(unseen.status()).isEqualTo(Status.FAILED);
        assertThat(unseen.warnings()).anyMatch(warning -> warning.contains("not permitted: list replicasets in shop"));
        UnaryOperator<FakeCluster> withoutUids = cluster -> evicted("healthy")
                .apply(cluster)
                .with("replicasets/api-2", "/metadata/uid", null)
                .with("pods/api-2-a", "/metadata/ownerReferences/0/uid", null);
        assertThat(healthyPods(shop(withoutUids)).status()).isEqualTo(Status.FAILED);
        UnaryOperator<FakeCluster> notController = cluster ->
                evicted("healthy").apply(cluster).with("pods/api-2-a", "/metadata/ownerReferences/0/controller", false);
        assertThat(healthyPods(shop(notController)).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_label_selector_goes_to_the_server_as_it_is() {
        Result result = CheckTester.create()
                .run(shop(cluster -> cluster)
                        .pods("app in (api, web),tier!=test")
                        .areHealthy(1));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(stub.asked())
                .containsOnly(
                        "GET /api/v1/namespaces/shop/pods?limit=1000&labelSelector=app+in+%28api%2C+web%29%2Ctier%21%3Dtest");
    }

    @Test
    void a_service_that_fails_says_why_by_its_pods_where_it_may() {
        UnaryOperator<FakeCluster> nobody = cluster ->
                cluster.with("services/api", "/spec/selector/app", "nobody").without("/endpointslices/");
        Result known = CheckTester.create().run(shop(nobody).service("api").hasEndpoints());
        assertThat(known.message())
                .isEqualTo("expected ready endpoints but selector {app=nobody} matches none of 2 pods");
        assertThat(isConclusive(known)).isTrue();
        Result unknown = CheckTester.create()
                .run(shopRefusing("pods", nobody).service("api").hasEndpoints());
        assertThat(unknown.status()).isEqualTo(Status.FAILED);
        assertThat(unknown.message()).contains("0 of 0 endpoints ready");
        assertThat(unknown.warnings()).anyMatch(warning -> warning.contains("not permitted: list pods in shop"));
    }

    @Test
    void a_service_by_an_external_name_cannot_be_judged() {
        Result result = CheckTester.create()
                .run(shop(cluster -> cluster.with(
                                "services/api", "/spec", Map.of("type", "ExternalName", "externalName", "db.example")))
                        .service("api")
                        .hasEndpoints());
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("resolve db.example");
    }

    @Test
    void an_ingress_whose_entry_has_no_address_fails() {
        for (List<?> entries : List.of(List.of(Map.of()), List.of(Map.of("ip", "", "hostname", " ")))) {
            Result result = CheckTester.create()
                    .run(shop(cluster -> cluster.with("ingresses/api", "/status/loadBalancer/ingress", entries))
                            .ingress("api")
                            .hasAddress());
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.message()).contains("neither ip nor hostname");
        }
    }
}
