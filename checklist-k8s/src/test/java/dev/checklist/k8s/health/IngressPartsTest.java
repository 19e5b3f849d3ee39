package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of a complete Ingress: its class, its backends and its hosts. */
class IngressPartsTest {
    private static final Tree INGRESS = Rule.INGRESS.healthy();
    private static final String BACKEND = "/spec/rules/0/http/paths/0/backend";
    private static final String ANNOTATION = "/metadata/annotations/kubernetes.io~1ingress.class";
    private static final Tree NGINX = Tree.yaml("metadata: {name: nginx}");
    private static final Tree DEFAULT =
            Tree.yaml("metadata: {name: other, annotations: {ingressclass.kubernetes.io/is-default-class: 'true'}}");
    private static final Tree SHOP = Tree.yaml("""
            metadata: {name: shop, namespace: store}
            spec: {ports: [{port: 80}, {name: http, port: 8080}, {name: grpc, port: 9090}]}
            """);
    private static final Tree SLICE = Tree.yaml("""
            metadata: {name: s, namespace: store, labels: {kubernetes.io/service-name: shop}}
            ports: [{name: "", port: 1}, {name: http, port: 2}]
            endpoints: [{addresses: [10.0.0.1], conditions: {ready: true}}]
            """);

    private static Health usesClass(Tree ingress, String wanted, Tree... classes) {
        return IngressClassHealth.of(
                ingress.as(Ingress.class),
                Arrays.stream(classes).map(c -> c.as(IngressClass.class)).toList(),
                Optional.ofNullable(wanted),
                NOW);
    }

    private static Health backends(Tree ingress, Tree service) {
        return IngressBackendsHealth.of(
                ingress.as(Ingress.class),
                Map.of("shop", service.as(Service.class)),
                List.of(SLICE.as(EndpointSlice.class)),
                NOW);
    }

    private static Health port(String name, Integer number) {
        Tree port =
                INGRESS.with(BACKEND + "/service/port", name == null ? Map.of("number", number) : Map.of("name", name));
        return backends(port, SHOP);
    }

    private static Health hosts(Tree ingress, String... wanted) {
        return IngressHostsHealth.of(ingress.as(Ingress.class), Set.of(wanted), NOW);
    }

    @Test
    void the_class_in_the_spec_exists() {
        assertHealth(usesClass(INGRESS, "nginx", DEFAULT, NGINX), HEALTHY, "class nginx");
        assertHealth(usesClass(INGRESS, null, NGINX), HEALTHY, "class nginx");
        assertHealth(usesClass(INGRESS, "other", DEFAULT, NGINX), FAILED, "it has the class nginx");
        assertHealth(usesClass(INGRESS, "nginx", DEFAULT), FAILED, "its class nginx does not exist");
        Tree leaving = NGINX.with("/metadata/deletionTimestamp", "2026-03-01T11:00:00Z");
        assertHealth(usesClass(INGRESS, "nginx", leaving), FAILED, "does not exist");
    }

    @Test
    void the_class_may_stand_in_the_annotation_and_the_spec_wins() {
        Tree annotated = INGRESS.without("/spec/ingressClassName").with(ANNOTATION, "nginx");
        assertHealth(usesClass(annotated, "nginx", NGINX), HEALTHY, "class nginx");
        assertHealth(usesClass(annotated, null, DEFAULT), FAILED, "its class nginx does not exist");
        assertHealth(usesClass(INGRESS.with(ANNOTATION, "other"), "nginx", NGINX, DEFAULT), HEALTHY, "class nginx");
    }

    @Test
    void without_a_name_the_one_default_class_counts() {
        Tree unnamed = INGRESS.without("/spec/ingressClassName");
        assertHealth(usesClass(unnamed, null, DEFAULT, NGINX), HEALTHY, "class other, the default");
        assertHealth(usesClass(unnamed, "nginx", DEFAULT, NGINX), FAILED, "it has the class other");
        assertHealth(usesClass(unnamed, null, NGINX), FAILED, "none of 1 is the default");
        assertHealth(usesClass(unnamed, null, DEFAULT, DEFAULT.with("/metadata/name", "third")), FAILED, "several");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http, -, HEALTHY, 1 of 1 backends answer",
                "-, 8080, HEALTHY, 1 of 1 backends answer",
                "-, 80, HEALTHY, 1 of 1 backends answer",
                "https, -, FAILED, it has no port https",
                "-, 443, FAILED, it has no port 443",
                "grpc, -, PROGRESSING, 0 of 1 endpoints ready for port grpc",
                "'', -, FAILED, it names no port"
            })
    void a_port_is_found_by_its_name_or_number_and_a_port_without_a_name_matches_no_name(
            String name, Integer number, Health.State state, String words) {
        assertHealth(port(name, number), state, words);
    }

    @Test
    void the_default_backend_is_one_of_them() {
        Tree ingress = INGRESS.with("/spec/defaultBackend/service/name", "shop");
        assertHealth(backends(ingress, SHOP), FAILED, "backend shop: it names no port");
        assertHealth(backends(ingress.with("/spec/defaultBackend/service/port/number", 80), SHOP), HEALTHY, "2 of 2");
    }

    @Test
    void a_host_without_a_path_leads_nowhere_but_to_the_default_backend() {
        Tree more = INGRESS.with("/spec/rules/1", Map.of("host", "bare.example"));
        assertHealth(backends(more, SHOP), FAILED, "no path and no default backend for bare.example");
        Tree empty = more.with("/spec/rules/1/http", Map.of("paths", List.of()));
        assertHealth(backends(empty, SHOP), FAILED, "no path and no default backend for bare.example");
        Tree backed = more.with(
                "/spec/defaultBackend", Map.of("service", Map.of("name", "shop", "port", Map.of("number", 80))));
        assertHealth(backends(backed, SHOP), HEALTHY, "2 of 2");
    }

    @Test
    void an_ingress_without_backends_routes_nothing() {
        assertHealth(backends(INGRESS.without("/spec/rules"), SHOP), FAILED, "it routes to no backend");
        assertHealth(backends(INGRESS.without("/spec"), SHOP), FAILED, "it routes to no backend");
        assertHealth(backends(INGRESS.without(BACKEND), SHOP), UNKNOWN, "it is no Service");
    }

    @Test
    void a_backend_that_is_no_service_or_has_no_endpoints_cannot_be_judged() {
        Tree resource = INGRESS.with(BACKEND, Map.of("resource", Map.of("kind", "Bucket", "name", "b")));
        assertHealth(backends(resource, SHOP), UNKNOWN, "backend Bucket b: it is no Service");
        Tree external = SHOP.with("/spec/type", "ExternalName").with("/spec/externalName", "x.example");
        assertHealth(backends(INGRESS, external), UNKNOWN, "resolve x.example");
    }

    @Test
    void a_backend_whose_service_is_missing_or_leaving_is_named() {
        assertHealth(
                backends(INGRESS.with(BACKEND + "/service/name", "gone"), SHOP),
                FAILED,
                "backend gone:http",
                "not exist");
        Tree leaving = SHOP.with("/metadata/deletionTimestamp", "2026-03-01T12:00:00Z");
        assertHealth(backends(INGRESS, leaving), PROGRESSING, "terminating");
        assertThat(IngressBackendsHealth.services(INGRESS.as(Ingress.class))).containsExactly("shop");
    }

    @Test
    void the_hosts_are_exactly_the_wanted_ones() {
        assertHealth(hosts(INGRESS, "shop.example"), HEALTHY, "hosts shop.example");
        assertHealth(hosts(INGRESS.with("/spec/rules/0/host", "Shop.Example"), "shop.example"), HEALTHY);
        assertHealth(hosts(INGRESS, "shop.example", "api.example"), FAILED, "missing api.example");
        Tree two = INGRESS.with("/spec/rules/1/host", "old.example");
        assertHealth(hosts(two, "shop.example"), FAILED, "not expected old.example");
        assertHealth(hosts(INGRESS.without("/spec/rules"), "shop.example"), FAILED, "missing shop.example");
    }

    @Test
    void a_rule_without_a_host_takes_every_request() {
        assertHealth(hosts(INGRESS.without("/spec/rules/0/host"), "shop.example"), FAILED, "every host");
    }
}
