package dev.checklist.k8s.capacity;

import static dev.checklist.k8s.capacity.Yaml.node;
import static dev.checklist.k8s.capacity.Yaml.pod;
import static dev.checklist.k8s.capacity.Yaml.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.Health.State;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeResourcesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String FOUR = "{cpu: '4', memory: 16Gi}";
    private static final List<Node> TWO = List.of(node("a", "{}", FOUR), node("b", "{}", FOUR));

    private static Pod on(String node, String cpu, String memory) {
        return pod("p-" + cpu, "{nodeName: " + node + ", containers: [{" + requests(cpu, memory) + "}]}");
    }

    private static ClusterLoad load(Pod... pods) {
        ClusterLoad load = new ClusterLoad();
        List.of(pods).forEach(load::add);
        return load;
    }

    private static Health judge(List<Node> nodes, ClusterLoad load, String cpu, String memory) {
        return FreeResources.of(nodes, load, Resources.of(cpu, memory), Optional.empty(), NOW);
    }

    private static void assertHealth(Health health, State state, String phrase) {
        assertThat(health.state()).as(health.toString()).isEqualTo(state);
        assertThat(health.reason() + " " + health.notes()).contains(phrase);
    }

    @Test
    void what_is_free_is_what_can_be_allocated_less_what_is_requested() {
        ClusterLoad load = load(on("a", "1500m", "4Gi"), on("b", "1", "1Gi"));
        assertHealth(judge(TWO, load, "5500m", "27Gi"), State.HEALTHY, "cpu 5.5, memory 27Gi free");
        assertHealth(judge(TWO, load, "5501m", "1Gi"), State.PROGRESSING, "at least cpu 5.501, memory 1Gi expected");
        assertHealth(judge(TWO, load, "1", "28Gi"), State.PROGRESSING, "cpu 5.5, memory 27Gi free");
    }

    @Test
    void capacity_is_not_what_can_be_allocated() {
        assertHealth(judge(TWO, load(), "9", "1Gi"), State.PROGRESSING, "cpu 8, memory 32Gi free");
    }

    @Test
    void a_pod_that_has_ended_holds_nothing_and_one_that_is_not_placed_does() {
        Pod done = on("a", "4", "1Gi");
        done.getStatus().setPhase("Succeeded");
        Pod failed = on("a", "4", "1Gi");
        failed.getStatus().setPhase("Failed");
        Pod waiting = pod("waiting", "{containers: [{" + requests("2", "1Gi") + "}]}");
        waiting.getStatus().setPhase("Pending");
        assertHealth(judge(TWO, load(done, failed), "8", "1Gi"), State.HEALTHY, "cpu 8");
        assertHealth(judge(TWO, load(waiting), "7", "1Gi"), State.PROGRESSING, "cpu 6, memory 31Gi free");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{unschedulable: true}",
                "{taints: [{key: k, effect: NoSchedule}]}",
                "{taints: [{key: a, effect: PreferNoSchedule}, {key: k, effect: NoExecute}]}"
            })
    void a_node_that_takes_no_new_pods_has_no_free_resources(String spec) {
        List<Node> nodes = List.of(node("a", "{}", FOUR), node("b", spec, FOUR));
        assertHealth(judge(nodes, load(), "5", "1Gi"), State.PROGRESSING, "cpu 4, memory 16Gi free");
        assertHealth(
                judge(List.of(nodes.get(1)), load(), "1", "1Gi"), State.PROGRESSING, "none of 1 nodes takes new pods");
    }

    @Test
    void a_node_that_is_not_ready_or_under_pressure_does_not_count() {
        Node silent = node("b", "{}", FOUR);
        silent.getStatus().getConditions().get(0).setStatus("Unknown");
        assertHealth(judge(List.of(TWO.get(0), silent), load(), "5", "1Gi"), State.PROGRESSING, "cpu 4,");
        Node full = node("b", "{}", FOUR);
        full.getStatus().getConditions().get(0).setType("DiskPressure");
        assertHealth(judge(List.of(TWO.get(0), full), load(), "5", "1Gi"), State.PROGRESSING, "cpu 4,");
        assertHealth(judge(List.of(), load(), "1", "1Gi"), State.PROGRESSING, "none of 0 nodes");
    }

    @Test
    void a_preference_against_new_pods_does_not_keep_them_out() {
        List<Node> nodes = List.of(node("a", "{taints: [{key: k, effect: PreferNoSchedule}]}", FOUR));
        assertHealth(judge(nodes, load(), "4", "1Gi"), State.HEALTHY, "cpu 4");
    }

    @Test
    void pods_of_a_node_that_left_have_to_move_and_those_of_a_tainted_one_stay() {
        Node cordoned = node("b", "{unschedulable: true}", FOUR);
        Node tainted = node("b", "{taints: [{key: k, effect: NoSchedule}]}", FOUR);
        ClusterLoad load = load(on("b", "2", "1Gi"));
        assertHealth(
                judge(List.of(TWO.get(0), cordoned), load, "3", "1Gi"), State.PROGRESSING, "cpu 2, memory 15Gi free");
        assertHealth(judge(List.of(TWO.get(0)), load, "3", "1Gi"), State.PROGRESSING, "cpu 2, memory 15Gi free");
        assertHealth(judge(List.of(TWO.get(0), tainted), load, "3", "1Gi"), State.HEALTHY, "cpu 4, memory 16Gi free");
    }

    @Test
    void the_largest_pod_has_to_fit_on_one_node() {
        ClusterLoad load = load(on("a", "3", "1Gi"), on("b", "2", "12Gi"));
        assertHealth(
                judge(TWO, load, "2", "4Gi"),
                State.PROGRESSING,
                "no single node has room for the largest pod shop/p-3 (cpu 3, memory 1Gi)");
        ClusterLoad memory = load(on("a", "1", "12Gi"), on("b", "1500m", "1Gi"), on("b", "500m", "8Gi"));
        assertHealth(judge(TWO, memory, "2", "4Gi"), State.PROGRESSING, "shop/p-1 (cpu 1, memory 12Gi)");
    }

    @Test
    void the_largest_pod_of_the_release_may_be_named() {
        ClusterLoad load = load(on("a", "3", "1Gi"), on("b", "2", "12Gi"));
        Resources need = Resources.of("2", "4Gi");
        Health fits = FreeResources.of(TWO, load, need, Optional.of(Resources.of("2", "4Gi")), NOW);
        assertHealth(fits, State.HEALTHY, "cpu 3, memory 19Gi free");
        Health not = FreeResources.of(TWO, load, need, Optional.of(Resources.of("2", "5Gi")), NOW);
        assertHealth(not, State.PROGRESSING, "the largest pod of the release (cpu 2, memory 5Gi)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{cpu: '4'}", "{memory: 4Gi}", "{cpu: many, memory: 4Gi}"})
    void a_node_that_does_not_say_what_it_has_cannot_be_judged(String allocatable) {
        Health health = judge(List.of(TWO.get(0), node("b", "{}", allocatable)), load(), "1", "1Gi");
        assertHealth(health, State.UNKNOWN, "the node b does not say what can be allocated");
    }

    @Test
    void a_pod_whose_request_cannot_be_read_is_not_taken_for_one_without() {
        assertHealth(judge(TWO, load(on("a", "some", "1Gi")), "1", "1Gi"), State.UNKNOWN, "the pod shop/p-some");
    }

    @Test
    void pods_that_request_nothing_are_noted() {
        Health health = judge(TWO, load(on("a", "1", "1Gi"), pod("free", "{nodeName: a}")), "1", "1Gi");
        assertHealth(health, State.HEALTHY, "1 of 2 pods request nothing");
        assertThat(health.fields())
                .containsEntry("nodes that take new pods", "2 of 2")
                .containsEntry("allocatable", "cpu 8, memory 32Gi")
                .containsEntry("free", "cpu 7, memory 31Gi")
                .containsEntry("free by node", "a: cpu 3, memory 15Gi; b: cpu 4, memory 16Gi");
    }

    @ParameterizedTest
    @CsvSource({"1000m,1,0", "1,1000m,0", "2k,2000,0", "1Gi,1073741824,0", "1G,1Gi,-1"})
    void quantities_compare_by_their_value(String one, String other, int order) {
        Resources first = Resources.of(one, one);
        Resources second = Resources.of(other, other);
        assertThat(first.cpu().compareTo(second.cpu())).isEqualTo(order);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "0", "-1", "lots", "4 cores", "1GB"})
    void an_amount_that_is_none_is_refused(String amount) {
        assertThatThrownBy(() -> Resources.of(amount, "1Gi"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the cpu is " + (amount == null ? "null" : "\"" + amount + "\""));
        assertThatThrownBy(() -> Resources.of("1", amount))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the memory is " + (amount == null ? "null" : "\"" + amount + "\""));
    }
}
