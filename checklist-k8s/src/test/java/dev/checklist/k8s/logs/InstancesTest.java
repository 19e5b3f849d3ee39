package dev.checklist.k8s.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstancesTest {
    private static final String FIRST = "2026-03-01T10:00:05Z";
    private static final String LATER = "2026-03-01T10:30:05Z";
    private static final Instant CREATION = Instant.parse("2026-03-01T10:00:00Z");

    private static ContainerStatusBuilder web(int restarts) {
        return new ContainerStatusBuilder().withName("web").withRestartCount(restarts);
    }

    private static ContainerStatusBuilder running(int restarts, String since) {
        return web(restarts).withNewState().withNewRunning(since).endState();
    }

    private static ContainerStatusBuilder after(ContainerStatusBuilder status, String started) {
        return status.withNewLastState()
                .withNewTerminated()
                .withStartedAt(started)
                .endTerminated()
                .endLastState();
    }

    private static Instances of(ContainerStatus status) {
        Pod pod = new PodBuilder()
                .withNewStatus()
                .withContainerStatuses(status)
                .endStatus()
                .build();
        return Instances.of(pod, "web").orElseThrow();
    }

    @Test
    void a_container_that_never_restarted_has_one_log() {
        assertThat(of(running(0, FIRST).build()))
                .isEqualTo(new Instances(0, false, 0, java.util.Optional.of(Instant.parse(FIRST))));
    }

    @Test
    void a_container_that_restarted_once_has_two_logs_and_lost_none() {
        Instances twice = of(after(running(1, LATER), FIRST).build());
        assertThat(twice.hasPrevious()).isTrue();
        assertThat(twice.lostSince(CREATION)).isEmpty();
        assertThat(twice.firstLineAfter(CREATION)).isEqualTo(FIRST);
    }

    @Test
    void a_container_that_restarted_twice_has_lost_a_log() {
        Instances often = of(after(running(2, LATER), FIRST).build());
        assertThat(often.hasPrevious()).isTrue();
        assertThat(often.lostSince(CREATION))
                .containsExactly(Gap.of("it restarted 2 times, and only the last logs are kept"));
        assertThat(often.firstLineAfter(CREATION)).isEqualTo(CREATION);
    }

    @Test
    void what_was_lost_before_the_window_does_not_matter() {
        Instances often = of(after(running(2, LATER), FIRST).build());
        assertThat(often.lostSince(Instant.parse(FIRST))).isEmpty();
    }

    @Test
    void a_container_that_waits_for_its_restart_has_the_log_of_its_last_instance_only() {
        ContainerStatusBuilder waiting = web(0).withNewState()
                .withNewWaiting("back-off", "CrashLoopBackOff")
                .endState();
        Instances once = of(after(waiting, FIRST).build());
        assertThat(once.hasPrevious()).isFalse();
        assertThat(once.lostSince(CREATION)).isEmpty();
        Instances again = of(after(waiting.withRestartCount(1), FIRST).build());
        assertThat(again.hasPrevious()).isFalse();
        assertThat(again.lostSince(CREATION)).hasSize(1);
    }

    @Test
    void a_container_that_ended_once_before_has_a_previous_log_whatever_its_count_says() {
        assertThat(of(after(running(0, LATER), FIRST).build()).hasPrevious()).isTrue();
    }

    @Test
    void an_init_container_is_found_too_and_an_unknown_one_is_not() {
        Pod pod = new PodBuilder()
                .withNewStatus()
                .withInitContainerStatuses(running(0, FIRST).build())
                .endStatus()
                .build();
        assertThat(Instances.of(pod, "web")).isPresent();
        assertThat(Instances.of(pod, "other")).isEmpty();
        assertThat(Instances.of(new Pod(), "web")).isEmpty();
    }

    @Test
    void a_container_is_not_expected_to_write_before_it_was_started() {
        Instances slow = of(running(0, LATER).build());
        assertThat(slow.firstLineAfter(CREATION)).isEqualTo(LATER);
        Instant window = Instant.parse("2026-03-01T11:00:00Z");
        assertThat(slow.firstLineAfter(window)).isEqualTo(window);
    }
}
