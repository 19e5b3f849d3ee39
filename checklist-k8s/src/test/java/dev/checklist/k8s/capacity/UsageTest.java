package dev.checklist.k8s.capacity;

import static dev.checklist.k8s.capacity.Yaml.metrics;
import static dev.checklist.k8s.capacity.Yaml.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.Health.State;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.NodeMetrics;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String FRESH = "2026-03-01T11:59:30Z";
    private static final Pod API =
            pod("api", "{containers: [{name: c, resources: {limits: {cpu: '1', memory: 1Gi}}}]}");

    private static String uses(String cpu, String memory) {
        return "[{name: c, usage: {cpu: " + cpu + ", memory: " + memory + "}}]";
    }

    private static void assertHealth(Health health, State state, String phrase) {
        assertThat(health.state()).as(health.toString()).isEqualTo(state);
        assertThat(health.reason() + " " + health.notes()).contains(phrase);
    }

    private static Health coverage(List<Pod> pods, PodMetrics... metrics) {
        return PodUsage.coverage(pods, List.of(metrics), NOW);
    }

    private static Health below(int percent, Pod pod, PodMetrics... metrics) {
        return PodUsage.below(List.of(pod), List.of(metrics), percent, NOW);
    }

    @Test
    void every_ready_pod_has_to_be_measured() {
        assertHealth(coverage(List.of(API), metrics("api", FRESH, uses("1m", "1Mi"))), State.HEALTHY, "1 of 1");
        assertHealth(
                coverage(List.of(API), metrics("other", FRESH, uses("1m", "1Mi"))),
                State.PROGRESSING,
                "the pod api is not measured");
    }

    @Test
    void no_ready_pod_at_all_is_no_coverage() {
        Pod starting = pod("api", "{}");
        starting.getStatus().getConditions().get(0).setStatus("False");
        Pod done = pod("api", "{}");
        done.getStatus().setPhase("Succeeded");
        assertHealth(coverage(List.of()), State.PROGRESSING, "no pod is ready to be measured");
        assertHealth(coverage(List.of(starting, done)), State.PROGRESSING, "no pod is ready to be measured");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{name: other, usage: {cpu: 1m, memory: 1Mi}}]",
                "[{name: c}]",
                "[{name: c, usage: {cpu: 1m}}]"
            })
    void a_container_that_is_not_measured_uses_something_all_the_same(String containers) {
        assertHealth(
                coverage(List.of(API), metrics("api", FRESH, containers)),
                State.PROGRESSING,
                "the container c of the pod api is not measured");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T11:58:30Z, HEALTHY",
        "2026-03-01T11:58:29Z, PROGRESSING",
        "2026-03-01T13:58:30+02:00, HEALTHY",
        "2026-03-01T12:01:31Z, PROGRESSING",
        "yesterday, PROGRESSING"
    })
    void a_measurement_counts_for_three_of_its_windows(String timestamp, State state) {
        assertHealth(coverage(List.of(API), metrics("api", timestamp, uses("1m", "1Mi"))), state, "");
    }

    @Test
    void usage_is_compared_with_the_limit_of_each_container() {
        PodMetrics busy = metrics("api", FRESH, uses("300m", "512Mi"));
        assertHealth(below(51, API, busy), State.HEALTHY, "at most 50 % of the memory of api/c");
        assertHealth(below(50, API, busy), State.PROGRESSING, "50 % of the memory of api/c, less than 50 % expected");
        assertHealth(below(80, API, metrics("api", FRESH, uses("900m", "1Mi"))), State.PROGRESSING, "90 % of the cpu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{limits: {cpu: '1'}}", "{limits: {memory: 1Gi}}", "{limits: {cpu: '0', memory: 1Gi}}"})
    void a_container_without_a_limit_cannot_be_judged(String resources) {
        Pod pod = pod("api", "{containers: [{name: c, resources: " + resources + "}]}");
        assertHealth(below(80, pod, metrics("api", FRESH, uses("1m", "1Mi"))), State.UNKNOWN, "api/c has no limits");
    }

    @Test
    void a_sidecar_is_a_container_and_a_step_of_initialisation_is_not() {
        Pod pod = pod(
                "api",
                "{initContainers: [{name: step}, {name: proxy, restartPolicy: Always, resources: {limits: {cpu: '1',"
                        + " memory: 1Gi}}}], containers: []}");
        String proxy = "[{name: proxy, usage: {cpu: 990m, memory: 1Mi}}]";
        assertHealth(coverage(List.of(pod), metrics("api", FRESH, "[]")), State.PROGRESSING, "the container proxy");
        assertHealth(below(80, pod, metrics("api", FRESH, proxy)), State.PROGRESSING, "99 % of the cpu of api/proxy");
    }

    private static NodeMetrics node(String name, String timestamp, String usage) {
        return Yaml.read(
                NodeMetrics.class,
                "{metadata: {name: " + name + "}, timestamp: '" + timestamp + "', window: 30s, usage: " + usage + "}");
    }

    @Test
    void one_fresh_measurement_of_a_node_proves_the_metrics_api_and_old_ones_are_noted() {
        NodeMetrics fresh = node("a", FRESH, "{cpu: 1, memory: 1Gi}");
        NodeMetrics old = node("b", "2026-03-01T11:00:00Z", "{cpu: 1, memory: 1Gi}");
        NodeMetrics empty = node("c", FRESH, "{}");
        assertHealth(NodeUsage.of(List.of(fresh, old), NOW), State.HEALTHY, "node b is of 2026-03-01T11:00:00Z");
        assertHealth(NodeUsage.of(List.of(old), NOW), State.PROGRESSING, "more than 3 windows of 30 s");
        assertHealth(NodeUsage.of(List.of(empty), NOW), State.PROGRESSING, "without cpu and memory");
        assertHealth(NodeUsage.of(List.of(), NOW), State.PROGRESSING, "no node is measured yet");
    }
}
