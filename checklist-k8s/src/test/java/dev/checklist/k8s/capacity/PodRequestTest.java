package dev.checklist.k8s.capacity;

import static dev.checklist.k8s.capacity.Yaml.pod;
import static dev.checklist.k8s.capacity.Yaml.requests;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodRequestTest {
    private static String requested(String spec) {
        return PodRequest.of(pod("p", spec)).orElseThrow().toString();
    }

    @Test
    void containers_are_added_up() {
        assertThat(requested("{containers: [{" + requests("250m", "1Gi") + "}, {" + requests("0.5", "512Mi") + "}]}"))
                .isEqualTo("cpu 0.75, memory 1.5Gi");
    }

    @Test
    void an_init_step_counts_only_where_it_asks_for_more_than_the_containers() {
        String containers = "containers: [{" + requests("500m", "1Gi") + "}]}";
        assertThat(requested("{initContainers: [{" + requests("100m", "3Gi") + "}], " + containers))
                .isEqualTo("cpu 0.5, memory 3Gi");
        assertThat(requested("{initContainers: [{" + requests("100m", "1Gi") + "}, {" + requests("200m", "1Gi") + "}], "
                        + containers))
                .isEqualTo("cpu 0.5, memory 1Gi");
    }

    @Test
    void a_sidecar_counts_with_the_containers_and_with_the_steps_after_it() {
        String sidecar = "{restartPolicy: Always, " + requests("100m", "1Gi") + "}";
        String step = "{" + requests("700m", "256Mi") + "}";
        String containers = "containers: [{" + requests("500m", "1Gi") + "}]}";
        assertThat(requested("{initContainers: [" + sidecar + "], " + containers))
                .isEqualTo("cpu 0.6, memory 2Gi");
        assertThat(requested("{initContainers: [" + sidecar + ", " + step + "], " + containers))
                .isEqualTo("cpu 0.8, memory 2Gi");
        assertThat(requested("{initContainers: [" + step + ", " + sidecar + "], " + containers))
                .isEqualTo("cpu 0.7, memory 2Gi");
    }

    @Test
    void the_overhead_of_the_runtime_is_added() {
        assertThat(requested("{overhead: {cpu: 250m, memory: 128Mi}, containers: [{" + requests("1", "128Mi") + "}]}"))
                .isEqualTo("cpu 1.25, memory 256Mi");
    }

    @Test
    void what_is_stated_for_the_whole_pod_replaces_what_its_containers_ask_for() {
        assertThat(requested("{resources: {requests: {cpu: '2'}}, containers: [{" + requests("1", "1Gi") + "}]}"))
                .isEqualTo("cpu 2, memory 1Gi");
    }

    @Test
    void a_pod_that_asks_for_nothing_asks_for_nothing() {
        assertThat(requested("{containers: [{name: c, resources: {limits: {cpu: '2'}}}]}"))
                .isEqualTo("cpu 0, memory 0Mi");
        assertThat(requested("{}")).isEqualTo("cpu 0, memory 0Mi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"some", "1Xi"})
    void an_amount_that_is_no_quantity_is_not_zero(String cpu) {
        assertThat(PodRequest.of(pod("p", "{containers: [{" + requests(cpu, "1Gi") + "}]}")))
                .isEmpty();
        assertThat(PodRequest.of(pod("p", "{containers: [], overhead: {memory: " + cpu + "}}")))
                .isEmpty();
    }
}
