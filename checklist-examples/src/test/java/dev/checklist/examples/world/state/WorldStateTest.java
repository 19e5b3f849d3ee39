package dev.checklist.examples.world.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorldStateTest {
    private final WorldState healthy = WorldState.ticketer();

    @Test
    void the_ticketer_world_has_the_objects_of_the_paper_list() {
        assertThat(healthy.resources().stream().map(Resource::id))
                .containsExactlyInAnyOrder(
                        "Namespace//kube-system",
                        "Namespace//ticketer",
                        "IngressClass//nginx",
                        "ConfigMap/ticketer/ticketer-config",
                        "Secret/ticketer/ticketer-secret",
                        "Secret/ticketer/ticketer-tls",
                        "Deployment/ticketer/ticketer",
                        "ReplicaSet/ticketer/ticketer-6d4b9c7f58",
                        "ReplicaSet/ticketer/ticketer-59c8f7d6b4",
                        "Pod/ticketer/ticketer-6d4b9c7f58-2xk8p",
                        "Pod/ticketer/ticketer-6d4b9c7f58-7hvqn",
                        "Pod/ticketer/ticketer-6d4b9c7f58-zr4mt",
                        "HorizontalPodAutoscaler/ticketer/ticketer",
                        "PodMetrics/ticketer/ticketer-6d4b9c7f58-2xk8p",
                        "PodMetrics/ticketer/ticketer-6d4b9c7f58-7hvqn",
                        "PodMetrics/ticketer/ticketer-6d4b9c7f58-zr4mt",
                        "Service/ticketer/ticketer",
                        "EndpointSlice/ticketer/ticketer-x7k2p",
                        "Ingress/ticketer/ticketer");
    }

    @Test
    void no_two_parts_share_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> healthy.adding(healthy.resource("Ingress/ticketer/ticketer")))
                .withMessage("resources: Ingress/ticketer/ticketer occurs twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> healthy.answering("SITE /events ANYONE", response -> response.at("/")))
                .withMessage("responses: SITE / ANYONE occurs twice");
        assertThat(healthy.resources().stream()
                        .filter(resource -> !resource.kind().equals("PodMetrics")) // a reading, which has no uid
                        .map(resource -> resource.text("/metadata/uid")))
                .doesNotHaveDuplicates();
    }

    @Test
    void one_object_is_changed_removed_or_added_and_the_others_stay() {
        String id = "Service/ticketer/ticketer";
        WorldState without = healthy.removing(id);
        assertThat(without.resources()).hasSize(healthy.resources().size() - 1);
        assertThat(without.adding(healthy.resource(id)).resources())
                .containsExactlyInAnyOrderElementsOf(healthy.resources());
        WorldState changed = healthy.changing(id, service -> service.with("/spec/type", "NodePort"));
        assertThat(changed.resource(id).text("/spec/type")).isEqualTo("NodePort");
        assertThat(changed.removing(id)).isEqualTo(without);
    }

    @Test
    void all_objects_of_a_kind_are_changed_or_removed() {
        assertThat(healthy.removingAll("Pod").resources())
                .hasSize(healthy.resources().size() - 3);
        assertThat(healthy.changingAll("Pod", pod -> pod.with("/status/phase", "Failed")).resources().stream()
                        .filter(resource -> resource.has("/status/phase")
                                && resource.text("/status/phase").equals("Failed")))
                .hasSize(3);
    }

    @Test
    void a_wrong_name_is_refused_with_the_right_ones() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> healthy.removing("Pod/x"))
                .withMessageContaining("no resource Pod/x")
                .withMessageContaining("Service/ticketer/ticketer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> healthy.answering("SITE /x ANYONE", response -> response))
                .withMessageContaining("SITE / ANYONE");
    }

    @Test
    void credentials_stand_in_the_files_as_placeholders_only() {
        List<String> values = healthy.resources().stream()
                .filter(resource -> resource.kind().equals("Secret"))
                .flatMap(secret -> secret.leaves().stream()
                        .filter(leaf -> leaf.startsWith("/stringData"))
                        .map(secret::text))
                .toList();
        assertThat(values).hasSize(4).allMatch(value -> value.matches("\\$\\{[^}]+}"));
    }
}
