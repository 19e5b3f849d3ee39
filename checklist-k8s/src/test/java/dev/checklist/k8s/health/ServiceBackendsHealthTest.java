package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceBackendsHealthTest {

    private static final Tree ONE_READY = Tree.resource("healthy/backends.yaml");
    private static final String CONDITIONS = "/slices/0/endpoints/0/conditions";
    private static final Tree NONE_READY = ONE_READY.with(CONDITIONS + "/ready", false);

    @Test
    void a_service_with_a_ready_endpoint_has_backends() {
        assertHealth(judge(ONE_READY), HEALTHY, "1 of 1 endpoints ready for port http");
    }

    @Test
    void an_endpoint_that_does_not_say_whether_it_is_ready_is_ready() {
        assertHealth(judge(ONE_READY.without(CONDITIONS + "/ready")), HEALTHY);
    }

    @Test
    void a_service_without_a_ready_endpoint_has_no_backends_yet() {
        assertHealth(judge(NONE_READY), PROGRESSING, "0 of 1 endpoints ready", "at least 1 expected");
        assertHealth(judge(ONE_READY.with("/slices/0/endpoints", null)), PROGRESSING, "0 of 0");
        assertHealth(judge(ONE_READY.with("/slices", List.of())), PROGRESSING, "0 of 0");
    }

    @Test
    void a_terminating_endpoint_is_no_backend_although_it_still_serves() {
        assertHealth(
                judge(NONE_READY.with(CONDITIONS + "/terminating", true).with(CONDITIONS + "/serving", true)),
                PROGRESSING);
        assertHealth(
                judge(ONE_READY.without(CONDITIONS + "/ready").with(CONDITIONS + "/terminating", true)), PROGRESSING);
    }

    @Test
    void where_unready_pods_are_published_only_serving_counts() {
        Tree published = ONE_READY.with("/service/spec/publishNotReadyAddresses", true);
        assertHealth(judge(published), HEALTHY);
        assertHealth(judge(published.with(CONDITIONS + "/serving", false)), PROGRESSING);
        assertHealth(judge(published.without(CONDITIONS + "/serving")), PROGRESSING);
    }

    @Test
    void a_port_that_no_slice_offers_has_no_backends() {
        assertHealth(judge(ONE_READY.with("/slices/0/ports", List.of())), PROGRESSING, "0 of 1", "http");
        assertHealth(judge(ONE_READY.without("/slices/0/ports/0/port")), PROGRESSING, "0 of 1", "http");
        Tree second = ONE_READY.with("/service/spec/ports/1", Map.of("name", "admin", "port", 81));
        assertHealth(judge(second), PROGRESSING, "0 of 1 endpoints ready for port admin");
    }

    @Test
    void an_unnamed_port_is_not_any_port() {
        Tree unnamed = ONE_READY.without("/service/spec/ports/0/name");
        assertHealth(judge(unnamed), PROGRESSING, "0 of 1 endpoints ready for port 80");
        assertHealth(judge(unnamed.with("/slices/0/ports/0/name", "")), HEALTHY);
        assertHealth(judge(unnamed.without("/slices/0/ports/0/name")), HEALTHY);
    }

    @Test
    void a_pod_in_two_slices_is_one_backend() {
        Tree dual = ONE_READY.with(
                "/slices/1",
                new Tree(ONE_READY.at("/slices/0"))
                        .with("/addressType", "IPv6")
                        .with("/endpoints/0/addresses", List.of("2001:db8::5"))
                        .root());
        assertHealth(judge(dual), HEALTHY, "1 of 1 endpoints ready");
        Tree twoPods = dual.with("/slices/1/endpoints/0/targetRef/uid", "another");
        assertHealth(judge(twoPods), HEALTHY, "2 of 2 endpoints ready");
        Tree byHand = dual.without("/slices/0/endpoints/0/targetRef").without("/slices/1/endpoints/0/targetRef");
        assertHealth(judge(byHand), HEALTHY, "2 of 2 endpoints ready");
    }

    @Test
    void slices_of_other_services_and_namespaces_do_not_count() {
        assertHealth(
                judge(ONE_READY.with("/slices/0/metadata/labels/kubernetes.io~1service-name", "other")),
                PROGRESSING,
                "0 of 0");
        assertHealth(judge(ONE_READY.with("/slices/0/metadata/namespace", "other")), PROGRESSING, "0 of 0");
        assertHealth(judge(ONE_READY.without("/slices/0/metadata/labels")), PROGRESSING, "0 of 0");
        assertHealth(judge(ONE_READY.without("/service/metadata/name")), PROGRESSING, "0 of 0");
        assertHealth(
                judge(ONE_READY.with("/slices/0/metadata/deletionTimestamp", "2026-03-01T12:00:00Z")),
                PROGRESSING,
                "0 of 0");
    }

    @Test
    void a_headless_service_needs_endpoints_too() {
        Tree headless = NONE_READY.with("/service/spec/clusterIP", "None");
        assertHealth(judge(headless), PROGRESSING, "0 of 1");
        Tree withoutPorts = ONE_READY.with("/service/spec/clusterIP", "None").without("/service/spec/ports");
        assertHealth(judge(withoutPorts.with("/slices/0/ports", List.of())), HEALTHY, "1 of 1");
    }

    @Test
    void a_service_without_selector_has_the_endpoints_that_were_made_by_hand() {
        Tree manual = ONE_READY.without("/service/spec/selector").without("/slices/0/endpoints/0/targetRef");
        assertHealth(judge(manual), HEALTHY, "made by hand");
        assertHealth(judge(manual.with("/slices/0/endpoints/0/addresses", List.of())), PROGRESSING);
    }

    @Test
    void an_external_name_has_no_endpoints_to_judge() {
        Tree external =
                ONE_READY.with("/service/spec/type", "ExternalName").with("/service/spec/externalName", "db.example");
        assertHealth(judge(external), UNKNOWN, "resolve db.example");
    }

    @Test
    void a_selector_that_matches_no_pod_fails() {
        Tree selected = Rule.POD.healthy();
        assertHealth(judge(NONE_READY, selected), PROGRESSING, "0 of 1");
        assertHealth(
                judge(NONE_READY, selected.with("/metadata/labels/app", "other")),
                FAILED,
                "selector {app=shop} matches none of 1 pods");
        assertHealth(judge(NONE_READY, selected.with("/metadata/namespace", "other")), FAILED, "none of 0 pods");
        assertHealth(judge(ONE_READY, selected.with("/metadata/labels/app", "other")), HEALTHY);
    }

    @Test
    void a_target_port_that_no_selected_pod_names_fails() {
        Tree unnamed = Rule.POD.healthy().without("/spec/containers/0/ports/0/name");
        assertHealth(judge(NONE_READY, unnamed), FAILED, "target port http is not named");
        assertHealth(judge(NONE_READY.with("/service/spec/ports/0/targetPort", 8080), unnamed), PROGRESSING);
    }

    @Test
    void published_unready_addresses_and_each_port_are_part_of_the_evidence() {
        Tree published = ONE_READY.with("/service/spec/publishNotReadyAddresses", true);
        assertThat(judge(published).fields())
                .containsEntry("spec.publishNotReadyAddresses", "true")
                .containsEntry("endpoints.ready for port http", "1");
        assertThat(judge(ONE_READY).fields()).doesNotContainKey("spec.publishNotReadyAddresses");
    }

    private static Health judge(Tree world, Tree... pods) {
        Service service = new Tree(world.at("/service")).as(Service.class);
        List<EndpointSlice> slices = new ArrayList<>();
        ((List<?>) world.at("/slices")).forEach(slice -> slices.add(new Tree(slice).as(EndpointSlice.class)));
        List<Pod> all = new ArrayList<>();
        for (Tree pod : pods) {
            all.add(pod.as(Pod.class));
        }
        return pods.length == 0
                ? ServiceBackendsHealth.of(service, slices, NOW)
                : ServiceBackendsHealth.of(service, slices, all, NOW);
    }
}
