package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that other checks ask for are read when asked; what could not be read is never taken for an empty answer. */
class SuppliedTest {
    private static final String CONFIG = "{\"auths\":{\"registry.example\":{\"auth\":\"canary\"}}}";

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

    /** What can be asked for, and an object that it needs. */
    enum Value {
        ROLLOUT_START(
                "/deployments/api", in("shop", all -> all.deployment("api").rolloutStart())),
        PREVIOUS_IMAGES(
                "/deployments/web", in("shop-web", all -> all.deployment("web").previousImages()::get)),
        ADDRESSES("/ingresses/api", in("shop", all -> all.ingress("api").addresses()::get)),
        SECRET_VALUE(
                "/secrets/api", in("shop", all -> all.secret("api").key("token").value()::get));

        private final String object;
        private final Function<KubernetesChecks, Callable<?>> source;

        Value(String object, Function<KubernetesChecks, Callable<?>> source) {
            this.object = object;
            this.source = source;
        }

        Object read(FakeCluster cluster) throws Exception {
            stub.become(cluster::answer);
            return read(client);
        }

        Object read(Clients clients) throws Exception {
            return source.apply(clients.checks()).call();
        }

        private static Function<KubernetesChecks, Callable<?>> in(
                String namespace, Function<NamespacedChecks, Callable<?>> source) {
            return checks -> source.apply(checks.inNamespace(namespace));
        }
    }

    private static FakeCluster cluster() {
        return FakeCluster.healthy().withAll("shop/pods/", "/metadata/creationTimestamp", "2026-03-01T10:00:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_there_is_read_once_with_one_look_whether_the_server_answers(Value value) throws Exception {
        assertThat(value.read(cluster())).isNotNull();
        assertThat(stub.asked()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(stub.requests()).filteredOn(ApiStub.Request::isVersion).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_absent_is_unknown(Value value) {
        assertThatThrownBy(() -> value.read(cluster().without(value.object)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("could not supply the ")
                .hasMessageContaining(": expected the ")
                .hasMessageContaining("but it is absent");
    }

    @ParameterizedTest
    @EnumSource
    void whatever_of_it_is_forbidden_or_broken_is_unknown(Value value) throws Exception {
        assertThat(value.read(cluster())).isNotNull();
        List<String> paths = stub.requests().stream().map(ApiStub.Request::path).toList();
        for (String path : paths) {
            for (Situation fault : List.of(
                    Situation.FORBIDDEN,
                    Situation.UNAUTHORIZED,
                    Situation.SERVER_ERROR,
                    Situation.TRUNCATED_JSON,
                    Situation.LOGIN_PAGE)) {
                if (path.equals("/version") && fault == Situation.FORBIDDEN) {
                    continue; // a server that keeps its version to itself answers
                }
                stub.become(fault.strike(cluster(), request -> request.path().equals(path)));
                assertThatThrownBy(() -> value.read(client))
                        .as(path + " " + fault)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("could not supply the ");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_nobody_answers_for_is_unknown(Value value) {
        try (Clients nobody = Clients.toNobody()) {
            assertThatThrownBy(() -> value.read(nobody))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("could not be reached: connection refused (asked for /version)");
        }
    }

    @Test
    void the_rollout_began_with_the_oldest_pod_of_the_newest_replica_set() throws Exception {
        FakeCluster cluster =
                cluster().with("pods/api-2-a", "/metadata/creationTimestamp", "2026-03-01T09:00:00+01:00");
        assertThat(Value.ROLLOUT_START.read(cluster)).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    }

    @Test
    void the_rollout_begins_now_while_the_newest_replica_set_has_no_pod() throws Exception {
        Instant before = Instant.now();
        FakeCluster cluster = cluster().withAll("shop/pods/", "/metadata/ownerReferences/0/uid", "older");
        assertThat((Instant) Value.ROLLOUT_START.read(cluster)).isBetween(before, Instant.now());
    }

    @Test
    void the_start_of_a_rollout_is_unknown_rather_than_now() {
        assertUnknown(cluster().with("deployments/api", "/metadata/generation", 99), "a status of generation 99");
        assertUnknown(cluster().with("deployments/api", "/spec/paused", true), "it is paused");
        assertUnknown(
                cluster().withAll("shop/replicasets/", "/metadata/ownerReferences/0/uid", "other"), "but found none");
        assertUnknown(
                cluster().with("pods/api-2-a", "/metadata/creationTimestamp", "soon"),
                "the pod api-2-a was created but found soon");
        assertUnknown(
                cluster().with("pods/api-2-a", "/metadata/creationTimestamp", null), "was created but found null");
    }

    private static void assertUnknown(FakeCluster cluster, String words) {
        assertThatThrownBy(() -> Value.ROLLOUT_START.read(cluster)).hasMessageContaining(words);
    }

    @Test
    void the_previous_images_are_those_of_the_revision_that_an_undo_brings_back() throws Exception {
        assertThat(Value.PREVIOUS_IMAGES.read(cluster())).isEqualTo(List.of("registry.example/web:1"));
        assertThat((List<?>) Value.PREVIOUS_IMAGES.read(cluster().without("/replicasets/web-6")))
                .isEmpty();
    }

    @Test
    void an_ingress_without_an_address_has_none() throws Exception {
        assertThat((List<?>) Value.ADDRESSES.read(cluster())).isNotEmpty();
        assertThat((List<?>) Value.ADDRESSES.read(cluster().with("ingresses/api", "/status/loadBalancer", null)))
                .isEmpty();
        List<?> blank = List.of(Map.of("ip", "", "hostname", " "));
        assertThat((List<?>)
                        Value.ADDRESSES.read(cluster().with("ingresses/api", "/status/loadBalancer/ingress", blank)))
                .isEmpty();
    }

    private static FakeCluster pulling(String type, String config) {
        String encoded = Base64.getEncoder().encodeToString(config.getBytes(StandardCharsets.UTF_8));
        return cluster()
                .with("secrets/api", "/type", type)
                .with("secrets/api", "/data", Map.of(".dockerconfigjson", encoded));
    }

    private static Supplier<byte[]> pullSecret(FakeCluster cluster) {
        stub.become(cluster::answer);
        return client.checks().inNamespace("shop").secret("api").pullSecret();
    }

    @Test
    void a_pull_secret_gives_its_bytes_and_shows_nothing() {
        Supplier<byte[]> secret = pullSecret(pulling("kubernetes.io/dockerconfigjson", CONFIG));
        assertThat(secret.get()).asString(StandardCharsets.UTF_8).isEqualTo(CONFIG);
        assertThat(secret).hasToString("the pull secret api");
    }

    @Test
    void what_is_no_pull_secret_or_holds_nothing_is_unknown_and_not_shown() {
        for (FakeCluster cluster : List.of(
                pulling("Opaque", CONFIG),
                pulling("kubernetes.io/dockerconfigjson", " \n"),
                pulling("kubernetes.io/dockerconfigjson", CONFIG)
                        .with("secrets/api", "/data", Map.of(".dockerconfigjson", "canary!")))) {
            assertThatThrownBy(pullSecret(cluster)::get)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("could not supply the pull secret api: expected ")
                    .hasMessageNotContaining("canary")
                    .hasNoCause();
        }
    }

    private static Result runs(Supplier<? extends Collection<String>> digests) {
        stub.become(cluster()::answer);
        return CheckTester.create()
                .run(client.checks()
                        .inNamespace("shop")
                        .deployment("api")
                        .runsImage("registry.example/api:7", digests));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"no digest", "sha256:1234"})
    void digests_that_are_none_are_an_error(String digest) {
        List<String> given = digest == null ? null : digest.isEmpty() ? List.of() : List.of(digest);
        assertThat(runs(() -> given).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void digests_that_could_not_be_read_are_an_error_with_the_reason() {
        Result result = runs(() -> {
            throw new IllegalStateException("the registry is silent");
        });
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message())
                .isEqualTo("expected the digests of registry.example/api:7 but could not get them: "
                        + "the registry is silent");
    }

    @Test
    void digests_of_another_image_fail_and_are_not_asked_for_where_the_template_names_another() {
        assertThat(runs(() -> List.of("sha256:" + "f".repeat(64))).status()).isEqualTo(Status.FAILED);
        assertThat(runs(() -> Stream.of("a", "f")
                                .map(hex -> "sha256:" + hex.repeat(64))
                                .toList())
                        .status())
                .isEqualTo(Status.PASSED);
        stub.become(cluster()::answer);
        Result other = CheckTester.create()
                .run(client.checks().inNamespace("shop").deployment("api").runsImage("other:1", () -> {
                    throw new AssertionError("asked");
                }));
        assertThat(other.status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_read_outside_of_a_run_takes_half_a_minute_at_most() {
        LoneRead read = new LoneRead();
        assertThat(read.remaining()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
        assertThat(read.isRetried()).isFalse();
    }
}
