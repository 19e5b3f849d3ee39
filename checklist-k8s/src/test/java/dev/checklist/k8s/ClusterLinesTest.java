package dev.checklist.k8s;

import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines about capacity and network read, and what they say where something of it is missing. */
class ClusterLinesTest {
    private static final FakeCluster CLUSTER = FakeCluster.healthy();

    private ApiStub stub;
    private Clients client;
    private NamespacedChecks cart;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(CLUSTER::answer);
        client = Clients.to(stub.url());
        cart = client.checks().inNamespace("shop-cart");
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    private Result run(Function<Request, Wire> server, Check line) {
        stub.become(server);
        return CheckTester.create().run(line);
    }

    private static Function<Request, Wire> refusing(FakeCluster cluster, String path) {
        return request -> request.path().endsWith(path)
                ? Wire.status(403, "Forbidden", "User cannot do that")
                : cluster.answer(request);
    }

    @Test
    void the_pods_of_all_namespaces_are_read_once_a_page_at_a_time_without_those_that_ended() {
        Report report = ChecklistRunner.create()
                .run(checklist(
                        "capacity",
                        client.checks().cluster().hasFreeResources("1", "1Gi"),
                        client.checks().cluster().hasFreeResources("2", "1Gi").id("two"),
                        client.checks().cluster().nodesAreReady(1)));
        assertThat(report.count(Status.PASSED)).isEqualTo(3);
        assertThat(stub.asked())
                .containsExactlyInAnyOrder(
                        "GET /api/v1/nodes?limit=1000",
                        "GET /api/v1/pods?limit=500&fieldSelector=status.phase%21%3DSucceeded%2Cstatus.phase%21%3DFailed");
    }

    @Test
    void pods_on_every_page_count_and_a_list_that_begins_again_counts_none_twice() {
        int[] gone = {0};
        Function<Request, Wire> pages = request -> {
            if (!request.path().equals("/api/v1/pods")) {
                return CLUSTER.answer(request);
            }
            if (request.query().contains("continue=next")) {
                return gone[0]++ == 0 ? Wire.status(410, "Expired", "too old") : page("", "2");
            }
            return page("next", "3");
        };
        Result result = run(pages, client.checks().cluster().hasFreeResources("3", "1Gi"));
        assertThat(result.message()).contains("cpu 3, memory 31Gi free, at least cpu 3, memory 1Gi expected");
        assertThat(gone[0]).isEqualTo(2);
        Result forEver = run(
                request -> request.path().equals("/api/v1/pods") ? page("next", "1") : CLUSTER.answer(request),
                client.checks().cluster().hasFreeResources("1", "1Gi"));
        assertThat(forEver.message()).contains("the list of pods of all namespaces does not end");
    }

    private static Wire page(String next, String cpu) {
        return Wire.json(
                200,
                "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"continue\":\"" + next
                        + "\"},\"items\":[{\"metadata\":{\"name\":\"p" + cpu
                        + "\",\"namespace\":\"x\"},\"spec\":{\"nodeName\":\"n" + (cpu.equals("3") ? 1 : 2)
                        + "\",\"containers\":[{\"name\":\"c\",\"resources\":{\"requests\":{\"cpu\":\"" + cpu
                        + "\",\"memory\":\"512Mi\"}}}]}}]}");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1.36, v1.36.9, -",
                "1.36, v1.33.0+k3s1, -",
                "1.36, v1.32.4, more than 3 minor versions behind",
                "1.36, v1.37.0, newer than the server",
                "1.36, unknown, the version of its kubelet is unknown",
                "2.0, v1.36.0, more than 3 minor versions behind"
            })
    void a_kubelet_may_be_three_minor_versions_behind_and_none_ahead(String server, String kubelet, String words) {
        assertThat(NodesAreReady.skew(ServerVersion.wanted(server), kubelet).orElse(""))
                .contains(words == null ? "" : words)
                .matches(found -> words != null || found.isEmpty());
    }

    @Test
    void a_node_of_another_version_is_a_warning_that_names_it() {
        FakeCluster old = CLUSTER.with("nodes/n2", "/status/nodeInfo/kubeletVersion", "v1.30.1");
        Result result = run(old::answer, client.checks().cluster().nodesAreReady(2));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.warnings())
                .containsExactly("node n2: its kubelet v1.30.1 is more than 3 minor versions behind the server 1.36");
        assertThat(result.evidence()).containsEntry("kubelets", "{n1=v1.36.0, n2=v1.30.1}");
    }

    @Test
    void without_a_load_balancer_that_has_an_address_a_person_may_be_asked() {
        Result result = run(
                CLUSTER.with("services/gate", "/spec/type", "NodePort")::answer,
                client.checks().cluster().providesLoadBalancers());
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.UNSUPPORTED);
    }

    @Test
    void a_metrics_api_that_is_not_installed_fails_and_one_that_cannot_be_seen_does_not() {
        FakeCluster without = CLUSTER.notServing("metrics.k8s.io/v1beta1/namespaces/shop-cart/pods/cart-a");
        Result absent = run(without::answer, cart.metrics().areBelow(80));
        assertThat(absent.status()).isEqualTo(Status.FAILED);
        assertThat(absent.message()).contains("it is not installed: metrics.k8s.io/v1beta1 is not served");
        Function<Request, Wire> hidden = request ->
                FakeDiscovery.isAsked(request.path()) ? Wire.status(403, "Forbidden", "no") : without.answer(request);
        assertThat(run(hidden, cart.metrics().areBelow(80)).status()).isEqualTo(Status.ERROR);
        Function<Request, Wire> down = request -> request.path().startsWith("/apis/metrics.k8s.io/")
                ? Wire.text(
                        503, "text/plain; charset=utf-8", "service unavailable\n") // as the API server says of another
                : CLUSTER.answer(request);
        Result broken = run(down, cart.metrics().areBelow(80));
        assertThat(broken.status()).isEqualTo(Status.ERROR);
        assertThat(broken.message()).contains("asked for list pods.metrics.k8s.io in shop-cart, answered 503");
    }

    @Test
    void several_services_are_a_line_each() {
        stub.become(CLUSTER::answer);
        Report report = CheckTester.create()
                .run(checklist("services", cart.services("cart", "gate", "none").haveEndpoints()));
        assertThat(report.results())
                .extracting(Result::status)
                .containsExactly(Status.PASSED, Status.FAILED, Status.FAILED);
        assertThat(report.results().get(2).message()).contains("expected the service none in the namespace shop-cart");
    }

    @Test
    void a_complete_ingress_shows_one_evidence_for_each_part() {
        Result result = run(CLUSTER::answer, cart.ingress("cart").isComplete("cart.example"));
        assertThat(result.evidence())
                .containsEntry("class", "class nginx")
                .containsEntry("hosts", "hosts cart.example")
                .containsEntry("backends", "2 of 2 backends answer")
                .containsEntry("TLS", "certificates for cart.example")
                .containsEntry("address", "address lb.example");
    }

    @Test
    void every_part_that_is_broken_is_named_and_a_failure_is_stronger_than_a_refusal() {
        FakeCluster broken = CLUSTER.without("/ingressclasses/")
                .with("services/cart", "/spec/ports/0/name", "grpc")
                .with("ingresses/cart", "/status", null);
        Result result =
                run(refusing(broken, "/secrets/cart-tls"), cart.ingress("cart").isComplete("cart.example"));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message())
                .contains("class: expected", "backends: expected", "address: expected")
                .doesNotContain("TLS:");
        assertThat(result.evidence().get("TLS")).contains("not permitted: get secrets in shop-cart");
    }

    @Test
    void a_part_that_may_not_be_read_leaves_the_line_open() {
        Result result =
                run(refusing(CLUSTER, "/ingressclasses"), cart.ingress("cart").isComplete("cart.example"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.NOT_PERMITTED);
        assertThat(result.message()).contains("not permitted: list ingressclasses");
    }

    @Test
    void certificates_are_read_by_name_and_secrets_never_listed() {
        Result result = run(CLUSTER::answer, cart.ingress("cart").hasTlsFor("cart.example"));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(stub.asked())
                .containsExactly(
                        "GET /apis/networking.k8s.io/v1/namespaces/shop-cart/ingresses/cart",
                        "GET /api/v1/namespaces/shop-cart/secrets/cart-tls");
        assertThat(result.toString() + result.evidence()).doesNotContain("bm90LWEta2V5", "not-a-key");
    }

    private static FakeCluster waiting() {
        return CLUSTER.with("persistentvolumeclaims/data", "/status", Map.of("phase", "Pending"))
                .with("storageclasses/fast", "/volumeBindingMode", "WaitForFirstConsumer");
    }

    @Test
    void a_claim_that_waits_for_its_first_pod_passes_only_where_that_is_allowed() {
        Result strict =
                run(waiting()::answer, cart.persistentVolumeClaim("data").isBound());
        assertThat(strict.status()).isEqualTo(Status.FAILED);
        assertThat(strict.message()).contains("it waits for the first pod that uses it");
        Result allowed = run(
                waiting()::answer,
                cart.persistentVolumeClaim("data").allowingUnbound().isBound());
        assertThat(allowed.status()).isEqualTo(Status.PASSED);
        assertThat(allowed.warnings()).containsExactly("waits for first consumer");
        Result all = run(
                waiting()::answer,
                cart.allPersistentVolumeClaims(1).allowingUnbound().areBound());
        assertThat(all.status()).isEqualTo(Status.PASSED);
        assertThat(all.warnings()).containsExactly("data: waits for first consumer");
    }

    @Test
    void a_claim_of_a_class_that_does_not_exist_stays_unbound_for_ever() {
        FakeCluster unknown = waiting().with("persistentvolumeclaims/data", "/spec/storageClassName", "none");
        Result result = run(
                unknown::answer,
                cart.persistentVolumeClaim("data").allowingUnbound().isBound());
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("StorageClass none does not exist");
    }

    @Test
    void without_the_right_to_look_around_a_pending_claim_is_not_excused() {
        Function<Request, Wire> server = refusing(waiting(), "/storageclasses");
        Result strict = run(server, cart.persistentVolumeClaim("data").isBound());
        assertThat(strict.status()).isEqualTo(Status.FAILED);
        assertThat(strict.warnings()).anyMatch(warning -> warning.contains("could not look for the reason"));
        Result allowed =
                run(server, cart.persistentVolumeClaim("data").allowingUnbound().isBound());
        assertThat(allowed.status()).isEqualTo(Status.ERROR);
        assertThat(allowed.mark()).isEqualTo(Mark.NOT_PERMITTED);
    }

    @Test
    void a_scaling_is_found_in_the_events_of_the_autoscaler_alone() throws IOException {
        FakeCluster quiet = CLUSTER.with("horizontalpodautoscalers/cart", "/status/desiredReplicas", 2)
                .with(new ObjectMapper()
                        .readTree(
                                "{\"apiVersion\":\"v1\",\"kind\":\"Event\",\"metadata\":{\"name\":\"e\",\"namespace\":"
                                        + "\"shop-cart\"},\"involvedObject\":{\"uid\":\"hpa-1\"},\"reason\":\"SuccessfulRescale\","
                                        + "\"message\":\"New size: 4; reason: cpu resource utilization (percentage of request)"
                                        + " above target\",\"lastTimestamp\":\"2029-12-31T23:30:00Z\"}"));
        Check line = cart.autoscaler("cart").hasScaledUpSince(Instant.parse("2029-12-31T23:00:00Z"));
        Result found = run(quiet::answer, line);
        assertThat(found.message()).isEqualTo("scaled to 4 replicas at 2029-12-31T23:30:00Z");
        assertThat(stub.asked())
                .contains("GET /api/v1/namespaces/shop-cart/events?limit=500&fieldSelector=involvedObject.uid%3Dhpa-1");
        Result unread = run(refusing(quiet, "/events"), line);
        assertThat(unread.status()).isEqualTo(Status.ERROR);
        assertThat(unread.message()).contains("direction unknown");
        assertThat(unread.warnings()).anyMatch(warning -> warning.contains("not permitted: list events"));
    }

    @Test
    void a_policy_that_is_being_deleted_covers_nothing() {
        FakeCluster leaving = CLUSTER.without("/networkpolicies/deny")
                .with("networkpolicies/cart", "/metadata/deletionTimestamp", "2030-01-01T00:00:00Z");
        Result result = run(leaving::answer, cart.networkPolicies().coverPods("app=cart"));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("no policy selects cart-a");
        Result none = run(
                CLUSTER.without("/networkpolicies/")::answer,
                cart.networkPolicies().coverPods("app=cart"));
        assertThat(none.message()).contains("no policy selects cart-a");
        Result declared = run(CLUSTER::answer, cart.networkPolicies().coverPods("app=cart"));
        assertThat(declared.warnings()).contains("declared: the API does not tell whether the network enforces it");
    }

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }

    @Test
    void arguments_that_would_pass_on_nothing_are_refused_when_the_list_is_built() {
        ClusterChecks cluster = client.checks().cluster();
        assertRefused(() -> cluster.nodesAreReady(0), "the least number of nodes is 0");
        assertRefused(() -> cart.allAutoscalers(0), "the least number of autoscalers is 0");
        assertRefused(() -> cart.allQuotas(-1), "the least number of quotas is -1");
        assertRefused(() -> cart.allPersistentVolumeClaims(0), "the least number of persistent volume claims is 0");
        assertRefused(() -> cart.metrics().areBelow(0), "the percentage is 0");
        assertRefused(() -> cart.metrics().areBelow(101), "the percentage is 101");
        assertRefused(() -> cart.metrics().coverPods(" "), "the label selector is blank");
        assertRefused(() -> cart.networkPolicies().coverPods(null), "the label selector is null");
        assertRefused(() -> cart.networkPolicies().denyByDefault(null), "the direction is null");
        assertRefused(() -> cart.service("cart").servesPort(0), "the port is 0");
        assertRefused(() -> cart.service("cart").servesPort(65_536), "the port is 65536");
        assertRefused(() -> cart.autoscaler("cart").hasBounds(3, 2), "the bounds are 3 and 2");
        assertRefused(() -> cart.autoscaler("cart").hasBounds(0, 0), "the bounds are 0 and 0");
        assertRefused(() -> cart.autoscaler("cart").hasScaledUpSince(null), "is null: give an Instant");
        assertRefused(() -> cluster.hasFreeResources("0", "1Gi"), "the cpu is \"0\"");
        assertRefused(() -> cluster.hasFreeResources("1", "1Gi", "1", null), "the memory is null");
        assertRefused(() -> cart.services("cart", (String[]) null), "the array of further names is null");
        assertRefused(() -> cart.deployments("cart", (String[]) null), "the array of further names is null");
        assertRefused(() -> cart.secrets("cart", (String[]) null), "the array of further names is null");
        assertRefused(() -> cart.services("cart", "cart"), "the name \"cart\" is given twice");
        assertRefused(() -> cart.role("a/b"), "the name of the role is \"a/b\"");
        assertRefused(() -> cart.roleBinding(".."), "the name of the role binding is \"..\"");
        assertThat(cart.role("system:node").isValid().title()).isEqualTo("role system:node is valid");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-",
                "''",
                "https://shop.example",
                "shop.example/cart",
                "shop.example:443",
                "a b",
                "*",
                "*.*.example"
            })
    void a_host_that_no_ingress_can_have_is_refused(String host) {
        String words = "the host is " + (host == null ? "null" : "\"" + host + "\"");
        assertRefused(() -> cart.ingress("cart").servesHosts(host), words);
        assertRefused(() -> cart.ingress("cart").hasTlsFor("good.example", host), words);
        assertRefused(() -> cart.ingress("cart").isComplete(host), words);
        List<String> lines = List.of(
                cart.ingress("cart").servesHosts("A.example").title(),
                cart.ingress("cart").hasTlsFor("*.a.example").title());
        assertThat(lines)
                .containsExactly("ingress cart serves exactly a.example", "ingress cart has TLS for *.a.example");
    }
}
