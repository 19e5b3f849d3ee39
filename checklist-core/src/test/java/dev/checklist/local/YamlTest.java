package dev.checklist.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    private static final String INGRESS = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: shop
            spec:
              tls:
              - hosts: [shop.ch]
              rules:
              - host: shop.ch
              - host: api.shop.ch
            """;
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: api
            spec:
              replicas: 3
              paused: false
              template:
                spec:
                  initContainers:
                  - image: ghcr.io/shop/init:1
                  containers:
                  - image: ghcr.io/shop/api:1.2.3
            """;

    @TempDir
    private Path root;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(root);
    }

    private YamlChecks yaml(String... documents) {
        return desk.file("m.yaml", String.join("---\n", documents)).local().yaml("m.yaml");
    }

    private static List<Check> all(YamlChecks yaml) {
        return List.of(
                yaml.hasValue("/a", "1"), yaml.hasImages("a:1"), yaml.hasHosts("a.ch"), yaml.hasNoPlaceholders());
    }

    private static void assertResult(Check check, Status status, String words) {
        Result result = Desk.run(check);
        assertThat(result.status()).as(result.toString()).isEqualTo(status);
        assertThat(result.message()).contains(words);
    }

    @Test
    void a_value_is_found_by_its_pointer_and_type() {
        assertResult(yaml(DEPLOYMENT).hasValue("/spec/replicas", 3), Status.PASSED, "found 3 at /spec/replicas");
        assertResult(yaml(DEPLOYMENT).hasValue("/spec/replicas", "3"), Status.FAILED, "but found 3");
        assertResult(yaml(DEPLOYMENT).hasValue("/spec/paused", false), Status.PASSED, "found false");
        assertResult(yaml(DEPLOYMENT).hasValue("/metadata/name", "api"), Status.PASSED, "found \"api\"");
        assertResult(yaml(DEPLOYMENT).hasValue("/spec/x", "api"), Status.FAILED, "but found nothing there");
        assertResult(yaml(DEPLOYMENT).hasValue("/spec", "api"), Status.FAILED, "but found an object");
    }

    @Test
    void of_several_documents_one_must_be_named() {
        YamlChecks both = yaml(INGRESS, DEPLOYMENT);
        assertResult(both.hasValue("/metadata/name", "api"), Status.ERROR, "2 documents: say which");
        assertResult(both.document("Deployment", "api").hasValue("/spec/replicas", 3), Status.PASSED, "found 3");
        assertResult(
                both.document("Deployment", "b").hasValue("/spec/replicas", 3), Status.FAILED, "none of 2 documents");
    }

    @Test
    void hosts_are_those_of_rules_and_tls_exactly() {
        assertResult(yaml(INGRESS, DEPLOYMENT).hasHosts("shop.ch", "api.shop.ch"), Status.PASSED, "found exactly");
        assertResult(yaml(INGRESS).hasHosts("shop.ch"), Status.FAILED, "but found api.shop.ch, shop.ch");
        assertResult(yaml(INGRESS).hasHosts("shop.ch", "api.shop.ch", "x.ch"), Status.FAILED, "but found");
        assertResult(yaml(DEPLOYMENT).hasHosts("shop.ch"), Status.FAILED, "but found none");
    }

    @Test
    void a_rule_without_a_host_serves_every_host() {
        String open = INGRESS + "  - http: {}\n";
        assertResult(yaml(open).hasHosts("shop.ch", "api.shop.ch"), Status.FAILED, "*, api.shop.ch");
    }

    @Test
    void what_takes_all_that_no_rule_matches_serves_every_host() {
        String open = INGRESS + "  defaultBackend: {service: {name: shop}}\n";
        assertResult(yaml(open).hasHosts("shop.ch", "api.shop.ch"), Status.FAILED, "*, api.shop.ch");
        String route = "kind: HTTPRoute\nspec:\n  rules: []\n";
        assertResult(yaml(INGRESS, route).hasHosts("shop.ch", "api.shop.ch"), Status.FAILED, "*, api.shop.ch");
    }

    @Test
    void routes_of_the_gateway_api_and_items_of_lists_count_too() {
        String route = "kind: HTTPRoute\nspec:\n  hostnames: [a.ch]\n";
        String gateway = "kind: Gateway\nspec:\n  listeners:\n  - hostname: b.ch\n";
        String list = "kind: List\nitems:\n- kind: Route\n  spec: {host: c.ch}\n";
        assertResult(yaml(route, gateway, list).hasHosts("a.ch", "b.ch", "c.ch"), Status.PASSED, "found exactly");
    }

    @Test
    void images_are_those_of_all_containers_exactly() {
        YamlChecks yaml = yaml(INGRESS, DEPLOYMENT);
        assertResult(yaml.hasImages("ghcr.io/shop/api:1.2.3", "ghcr.io/shop/init:1"), Status.PASSED, "found exactly");
        assertResult(yaml.hasImages("ghcr.io/shop/api:1.2.3"), Status.FAILED, "but found");
        assertResult(yaml(INGRESS).hasImages("ghcr.io/shop/api:1.2.3"), Status.FAILED, "but found none");
    }

    @Test
    void images_of_operators_count_and_keys_of_config_maps_do_not() {
        String cluster = "kind: Cluster\nspec:\n  imageName: ghcr.io/pg:17.2\n";
        String prometheus = "kind: X\nspec:\n  image:\n    repository: quay.io/p\n    tag: v3\n";
        String map = "kind: ConfigMap\ndata:\n  image: something\n";
        assertResult(
                yaml(cluster, prometheus, map).hasImages("ghcr.io/pg:17.2", "quay.io/p:v3"), Status.PASSED, "exactly");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ghcr.io/a:latest", "ghcr.io/a", "localhost:5000/a", "your-registry/a:1", "x.example.com/a:1"})
    void an_image_that_is_not_pinned_or_a_placeholder_is_failed_even_if_it_was_expected(String image) {
        assertResult(yaml("spec:\n  image: " + image + "\n").hasImages(image), Status.FAILED, "but found " + image);
        assertResult(yaml("spec:\n  image: " + image + "\n").hasNoPlaceholders(), Status.FAILED, "at /spec/image");
    }

    @Test
    void an_image_named_by_its_digest_is_pinned() {
        String image = "ghcr.io/a@sha256:" + "a".repeat(64);
        assertResult(yaml("spec:\n  image: " + image + "\n").hasImages(image), Status.PASSED, "found exactly");
    }

    @Test
    void a_placeholder_host_is_failed_even_if_it_was_expected() {
        String ingress = INGRESS.replace("shop.ch", "shop.example.com");
        assertResult(
                yaml(ingress).hasHosts("shop.example.com", "api.shop.example.com"), Status.FAILED, "is a placeholder");
    }

    @Test
    void placeholders_are_named_with_their_place_and_not_what_stands_around_them() {
        Check check = yaml("stringData:\n  url: mysql://u:p4ss@your-host/db\n  a/b: changeme\n")
                .hasNoPlaceholders();
        Result result = Desk.run(check);
        assertThat(result.message())
                .contains("\"your-host\" at /stringData/url", "\"changeme\" at /stringData/a~1b")
                .doesNotContain("p4ss");
        assertResult(yaml("newTag: latest\n").hasNoPlaceholders(), Status.FAILED, "\"latest\" at /newTag");
        assertResult(yaml(DEPLOYMENT).hasNoPlaceholders(), Status.PASSED, "found none in");
    }

    @Test
    void a_placeholder_in_a_secret_is_found_behind_its_base64() {
        String secret = "kind: Secret\nmetadata: {name: db}\ndata:\n  PASSWORD: Y2hhbmdlbWU=\n"; // changeme
        String list = "kind: List\nitems:\n- kind: Secret\n  data: {env: QT0xClVSTD1odHRwczovL3lvdXItaG9zdC8K}\n";
        assertResult(yaml(secret).hasNoPlaceholders(), Status.FAILED, "a placeholder in Base64 at /data/PASSWORD");
        assertResult(
                yaml(list).hasNoPlaceholders(), Status.FAILED, "in Base64 at /items/0/data/env"); // https://your-host/
        assertResult(yaml(secret.replace("Y2hhbmdlbWU=", "/+8=")).hasNoPlaceholders(), Status.PASSED, "found none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n", "---\n---\n", "null\n"})
    void what_holds_no_document_is_failed(String text) {
        for (Check check : all(yaml(text))) {
            assertThat(Desk.run(check).status()).as(check.title()).isEqualTo(Status.FAILED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\na: 2\n",
                "a: [1\n",
                "a: 1\n b: 2\n",
                "\tb: 1\n",
                "x: &x {a: 1}\ny:\n  <<: *x\n",
                "? [a]\n: 1\n",
                "a: *missing\n",
                "a: &a [*a]\n",
                "a: 1\n--- [\n",
            })
    void what_cannot_be_read_in_one_way_only_is_an_error(String text) {
        for (Check check : all(yaml(text))) {
            Result result = Desk.run(check);
            assertThat(result.status()).as(text + result).isEqualTo(Status.ERROR);
        }
    }

    @Test
    void aliases_that_grow_to_billions_of_values_are_an_error() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String last = "*a" + (i - 1);
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(last, last, last, last, last, last))));
        }
        assertResult(yaml(bomb.toString()).hasNoPlaceholders(), Status.ERROR, "that can be read");
    }

    @Test
    void a_document_of_more_values_than_can_be_looked_at_is_an_error() {
        String many = "[" + "1,".repeat(500_000) + "1]";
        assertResult(yaml(many).hasNoPlaceholders(), Status.ERROR, "more than 500000 values");
    }

    @Test
    void ten_thousand_levels_are_an_error() {
        assertThat(Desk.run(yaml("[".repeat(10_000) + "]".repeat(10_000)).hasNoPlaceholders())
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void a_file_that_is_not_there_is_failed() {
        for (Check check : all(desk.local().yaml("none.yaml"))) {
            assertResult(check, Status.FAILED, "is not there");
        }
    }

    @Test
    void bad_arguments_are_refused_when_the_list_is_built() {
        YamlChecks yaml = desk.local().yaml("m.yaml");
        assertThatThrownBy(() -> yaml.hasValue("a", "x")).hasMessageContaining("expected a JSON Pointer");
        assertThatThrownBy(() -> yaml.hasValue("/a", Double.NaN)).hasMessageContaining("finite number");
        assertThatThrownBy(() -> yaml.hasHosts("a.ch", "a.ch")).hasMessageContaining("given twice");
        assertThatThrownBy(() -> yaml.document("", "x")).hasMessageContaining("kind is blank");
    }
}
