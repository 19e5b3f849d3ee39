package dev.checklist.examples.world.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceTest {
    private final Resource pod = resource("""
            {"kind":"Pod","metadata":{"name":"web","namespace":"shop","labels":{}},
             "status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"started":null}}""");

    @Test
    void it_is_named_by_kind_namespace_and_name() {
        assertThat(pod.id()).isEqualTo("Pod/shop/web");
        assertThat(resource("{\"kind\":\"Node\",\"metadata\":{\"name\":\"n1\"}}")
                        .id())
                .isEqualTo("Node//n1");
    }

    @Test
    void a_change_leaves_the_original_as_it_was() {
        Resource changed = pod.with("/status/phase", "Failed");
        assertThat(changed.text("/status/phase")).isEqualTo("Failed");
        assertThat(pod.text("/status/phase")).isEqualTo("Running");
        pod.json().removeAll();
        assertThat(pod.text("/status/phase")).isEqualTo("Running");
    }

    @Test
    void fields_and_elements_are_set_appended_and_removed() {
        assertThat(pod.with("/status/podIP", "10.0.0.1").text("/status/podIP")).isEqualTo("10.0.0.1");
        assertThat(pod.with("/status/conditions/1", Map.of("type", "New")).text("/status/conditions/1/type"))
                .isEqualTo("New");
        assertThat(pod.with("/status/conditions/0", Map.of("type", "New")).text("/status/conditions/0/type"))
                .isEqualTo("New");
        assertThat(pod.without("/status/conditions/0").has("/status/conditions/0"))
                .isFalse();
        assertThat(pod.without("/status/phase").has("/status/phase")).isFalse();
        assertThat(pod.with("/status/phase", null).json().at("/status/phase").isNull())
                .isTrue();
    }

    @Test
    void what_does_not_exist_cannot_be_changed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pod.without("/status/reason"))
                .withMessage("pointer: /status/reason does not exist in Pod/shop/web");
        assertThatIllegalArgumentException().isThrownBy(() -> pod.with("/spec/nodeName", "n"));
        assertThatIllegalArgumentException().isThrownBy(() -> pod.with("/kind/x", "n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pod.withCondition("Redy", "True", "r", "m"))
                .withMessageContaining("no condition Redy");
    }

    @Test
    void a_condition_is_rewritten_by_its_type() {
        Resource changed = pod.withCondition("Ready", "False", "Because", "so it is");
        assertThat(changed.json().at("/status/conditions/0").toString())
                .isEqualTo("{\"type\":\"Ready\",\"status\":\"False\",\"reason\":\"Because\",\"message\":\"so it is\","
                        + "\"lastTransitionTime\":\"${now-5m}\"}");
    }

    @Test
    void leaves_are_all_plain_values_nulls_and_empty_containers() {
        assertThat(pod.leaves())
                .isEqualTo(List.of(
                        "/kind",
                        "/metadata/name",
                        "/metadata/namespace",
                        "/metadata/labels",
                        "/status/phase",
                        "/status/conditions/0/type",
                        "/status/conditions/0/status",
                        "/status/started"));
    }

    @Test
    void text_is_mapped_wherever_it_stands_and_nothing_else_is() {
        Resource loud = pod.mapText(String::toUpperCase);
        assertThat(loud.text("/status/conditions/0/type")).isEqualTo("READY");
        assertThat(loud.json().at("/status/started").isNull()).isTrue();
        assertThat(loud.id()).isEqualTo("POD/SHOP/WEB");
    }

    @Test
    void an_object_without_kind_or_name_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> resource("{\"kind\":\"Pod\"}"));
        assertThatIllegalArgumentException().isThrownBy(() -> resource("{\"metadata\":{\"name\":\"x\"}}"));
        assertThatIllegalArgumentException().isThrownBy(() -> resource("[]"));
    }

    private static Resource resource(String json) {
        try {
            return Resource.of(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
