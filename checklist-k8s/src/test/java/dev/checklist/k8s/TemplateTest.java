package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Outcome;
import dev.checklist.Status;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the images of a template are named by, and what of it is refused when the list is built. */
class TemplateTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    private Clients client;
    private NamespacedChecks shop;

    @BeforeEach
    void start() {
        client = Clients.toNobody();
        shop = client.checks().inNamespace("shop");
    }

    @AfterEach
    void stop() {
        client.close();
    }

    private static TemplateImages images(String init, String... images) {
        String containers = Stream.of(images)
                .map(image -> "{name: c, image: '" + image.replace("DIGEST", DIGEST) + "'}")
                .collect(Collectors.joining(", "));
        return TemplateImages.of(new KubernetesSerialization()
                .unmarshal(
                        "spec: {initContainers: [" + init + "], containers: [" + containers + "]}",
                        PodTemplateSpec.class));
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example/api@DIGEST, PASSED, PASSED",
        "registry.example/api:7@DIGEST, PASSED, PASSED",
        "registry.example/api:latest@DIGEST, PASSED, PASSED",
        "registry.example/api:7, FAILED, PASSED",
        "registry.example:5000/api, FAILED, FAILED",
        "registry.example/api:latest, FAILED, FAILED",
        "registry.example/api, FAILED, FAILED",
        "api, FAILED, FAILED",
        "registry.example/api@sha256:12, FAILED, FAILED",
        "Not An Image, FAILED, FAILED",
        "'', FAILED, FAILED",
    })
    void only_a_digest_pins_an_image_and_latest_is_no_version(String image, Status pinned, Status versioned) {
        assertThat(images("", image).pinned().status()).isEqualTo(pinned);
        assertThat(images("", image).versioned().status()).isEqualTo(versioned);
    }

    @Test
    void every_image_counts_that_of_an_init_container_too() {
        Outcome one = images("", "a@DIGEST", "b:1").pinned();
        assertThat(one.message()).isEqualTo("expected images named by digest but found c=b:1");
        assertThat(one.isConclusive()).isTrue();
        assertThat(images("{name: init, image: 'b:1'}", "a@DIGEST").pinned().message())
                .endsWith("found init=b:1");
    }

    @Test
    void a_template_without_containers_names_no_image() {
        for (TemplateImages none : List.of(TemplateImages.of(null), images(""))) {
            assertThat(none.pinned().message()).contains("the template has no container");
            assertThat(none.versioned().status()).isEqualTo(Status.FAILED);
            assertThat(none.fromRegistries(Set.of("registry.example")).status()).isEqualTo(Status.FAILED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example/team/api:7, PASSED",
        "registry.example:5000/api:7, FAILED",
        "registry.example.evil/api:7, FAILED",
        "evil/registry.example/api:7, FAILED",
        "api:7, FAILED",
        "team/api:7, FAILED",
        "docker.io/team/api:7, PASSED",
        "index.docker.io/team/api:7, PASSED",
        "localhost/api:7, FAILED",
        "'', FAILED",
    })
    void an_image_is_of_the_registry_that_it_names(String image, Status expected) {
        assertThat(images("", image)
                        .fromRegistries(Set.of("registry.example", "docker.io"))
                        .status())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "registry", "https://registry.example", "registry.example/team", "a b.example"})
    void what_no_image_can_name_as_its_registry_is_refused(String host) {
        assertThatThrownBy(() -> shop.deployment("api").usesRegistry(host))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the registry is");
        assertThatThrownBy(() -> shop.deployment("api").usesRegistry("registry.example", host))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(shop.deployment("api").usesRegistry("localhost:5000", "a.b").title())
                .contains("a.b or localhost:5000");
    }

    @Test
    void arguments_that_would_always_or_never_pass_are_refused() {
        DeploymentChecks api = shop.deployment("api");
        assertThatThrownBy(() -> api.restartsBelow(0)).hasMessageContaining("the number of restarts is 0");
        assertThatThrownBy(() -> shop.pods().restartsBelow(-1)).hasMessageContaining("the number of restarts is -1");
        assertThatThrownBy(() -> api.answersItsProbe("health")).hasMessageContaining("is \"health\"");
        assertThatThrownBy(() -> api.answersItsProbe(null)).hasMessageContaining("is null");
        assertThatThrownBy(() -> api.runsImage("api:7", List.of())).hasMessageContaining("the digests are []");
        assertThatThrownBy(() -> api.runsImage("api:7", List.of("sha256:12")))
                .hasMessageContaining("the digest is \"sha256:12\"");
        assertThatThrownBy(() -> shop.job("a").hasSucceededSince(null)).hasMessageContaining("the start is null");
        assertThatThrownBy(() -> shop.job("a").hasSucceededWith("")).hasMessageContaining("the image is \"\"");
        for (Duration age : new Duration[] {null, Duration.ZERO, Duration.ofHours(-1)}) {
            assertThatThrownBy(() -> shop.cronJob("a").isFresh(age))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the greatest age of the last success is " + age);
            assertThatThrownBy(() -> shop.allCronJobs(1).areFresh(age)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> shop.statefulSet("db").hasReadyReplicas(0)).hasMessageContaining("replicas is 0");
        assertThatThrownBy(() -> shop.daemonSet("a").hasReadyPods(0)).hasMessageContaining("pods is 0");
        assertThatThrownBy(() -> shop.statefulSet("A")).hasMessageContaining("name of the stateful set is \"A\"");
        assertThatThrownBy(() -> shop.daemonSet(null)).hasMessageContaining("name of the daemon set is null");
        assertThatThrownBy(() -> shop.job("")).hasMessageContaining("name of the job is \"\"");
        assertThatThrownBy(() -> shop.cronJob("..")).hasMessageContaining("name of the cron job is \"..\"");
    }
}
