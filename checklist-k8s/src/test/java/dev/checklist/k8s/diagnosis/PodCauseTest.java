package dev.checklist.k8s.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodCauseTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static Pod pod(String yaml) {
        return new KubernetesSerialization().unmarshal("kind: Pod\napiVersion: v1\n" + yaml, Pod.class);
    }

    /** A pod of the container web, whose status is this. */
    private static Pod web(String status) {
        return pod("spec: {containers: [{name: web, image: 'registry.example/shop/web:v1.0.1',"
                + " readinessProbe: {httpGet: {path: /api/health, port: 3000}},"
                + " resources: {limits: {memory: 256Mi}}}]}\n"
                + "status: {phase: Running, containerStatuses: [{name: web, restartCount: 7, ready: false, " + status
                + "}]}");
    }

    private static SeenEvent event(String reason, String message) {
        return new SeenEvent("Warning", reason, message, "spec.containers{web}", 1, NOW);
    }

    private static String cause(Pod pod, SeenEvent... events) {
        return PodCause.of(pod, List.of(events), Map.of("web", "FATAL: no DATABASE_URL"))
                .orElse("none");
    }

    private static Pod waiting(String reason, String message) {
        return web("state: {waiting: {reason: " + reason + ", message: '" + message.replace("'", "''") + "'}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rpc error: code = NotFound desc = failed to pull: registry.example/shop/web:v1.0.1: not found | not found",
                "manifest unknown | not found",
                "401 Unauthorized | the registry refused access",
                "pull access denied, repository does not exist or may require authorization | refused access",
                "toomanyrequests: You have reached your pull rate limit | rate limit was hit",
                "dial tcp: lookup registry.example: no such host | the node cannot reach the registry",
                "x509: certificate signed by unknown authority | certificate is not trusted",
                "no match for platform in manifest: not found | no build for the node's platform",
                "something new | something new"
            })
    void an_image_that_cannot_be_pulled_is_named_by_its_tag_with_the_reason(String said, String words) {
        assertThat(cause(waiting("ErrImagePull", said)))
                .startsWith("image v1.0.1 cannot be pulled: ")
                .contains(words)
                .endsWith("(registry.example/shop/web:v1.0.1)");
    }

    @Test
    void the_reason_may_stand_in_the_events_only() {
        assertThat(cause(
                        waiting("ImagePullBackOff", "Back-off pulling image"),
                        event("Failed", "Failed to pull image \"web:v1.0.1\": web:v1.0.1: not found")))
                .startsWith("image v1.0.1 cannot be pulled: not found");
        assertThat(cause(waiting("ImagePullBackOff", "Back-off pulling image")))
                .startsWith("image v1.0.1 cannot be pulled: Back-off pulling image");
    }

    @Test
    void an_image_without_a_tag_is_named_in_full() {
        assertThat(ImageCause.of("localhost:5000/web", "ErrImageNeverPull", "", List.of()))
                .isEqualTo(
                        "image localhost:5000/web cannot be pulled: it is not on the node, and imagePullPolicy is Never");
        assertThat(ImageCause.of("web@sha256:00", "ErrImagePull", "", List.of()))
                .isEqualTo("image web@sha256:00 cannot be pulled: ErrImagePull, no reason is told");
        assertThat(ImageCause.of("we b", "InvalidImageName", "", List.of())).contains("not the name of an image");
    }

    @Test
    void a_crash_loop_has_the_exit_code_and_the_last_line() {
        assertThat(cause(web("state: {waiting: {reason: CrashLoopBackOff}},"
                        + " lastState: {terminated: {exitCode: 1, reason: Error}}")))
                .isEqualTo("container web keeps crashing (CrashLoopBackOff): exit code 1 (Error), 7 restarts;"
                        + " its last line: FATAL: no DATABASE_URL");
    }

    @Test
    void a_crash_between_two_back_offs_is_one_too() {
        assertThat(cause(web("state: {running: {}}, lastState: {terminated: {exitCode: 127}}")))
                .startsWith("container web crashed: exit code 127 (the command was not found), 7 restarts");
    }

    @Test
    void a_container_killed_for_memory_names_its_limit() {
        assertThat(cause(web("state: {waiting: {reason: CrashLoopBackOff}},"
                        + " lastState: {terminated: {exitCode: 137, reason: OOMKilled}}")))
                .isEqualTo("container web was killed for want of memory (OOMKilled): its limit is 256Mi");
    }

    @Test
    void a_liveness_probe_that_kills_is_named() {
        assertThat(cause(
                        web("state: {running: {}}, lastState: {terminated: {exitCode: 137, reason: Error}}"),
                        event("Unhealthy", "Liveness probe failed: connection refused")))
                .contains("exit code 137 (Error, killed by SIGKILL)", "its liveness probe fails: connection refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secret \"db\" not found | the secret db is missing",
                "configmap \"settings\" not found | the config map settings is missing",
                "couldn't find key DATABASE_URL in Secret shop/db | the secret db has no key DATABASE_URL",
                "couldn't find key MODE in ConfigMap shop/settings | the config map settings has no key MODE",
                "something new | CreateContainerConfigError: something new"
            })
    void a_missing_secret_config_map_or_key_is_named(String said, String words) {
        assertThat(cause(waiting("CreateContainerConfigError", said.replace("''", "'"))))
                .isEqualTo("container web cannot start: " + words);
    }

    @Test
    void a_missing_secret_of_a_volume_stands_in_the_events() {
        Pod creating = waiting("ContainerCreating", "");
        assertThat(cause(
                        creating,
                        event("FailedMount", "MountVolume.SetUp failed for volume \"v\" : secret \"tls\" not found")))
                .isEqualTo("the secret tls is missing");
        assertThat(cause(creating, event("FailedMount", "references non-existent secret key: tls.key")))
                .isEqualTo("the mounted secret has no key tls.key");
        assertThat(cause(creating, event("FailedAttachVolume", "Multi-Attach error for volume \"pvc-1\"")))
                .isEqualTo("a volume is not there: Multi-Attach error for volume \"pvc-1\"");
    }

    @Test
    void a_pod_that_no_node_takes_has_the_words_of_the_scheduler() {
        String unschedulable = "status: {phase: Pending, conditions: [{type: PodScheduled, status: 'False',"
                + " reason: Unschedulable, message: '%s'}]}";
        assertThat(cause(pod(unschedulable.formatted("0/3 nodes are available: 3 Insufficient cpu."))))
                .isEqualTo("no node takes the pod: 0/3 nodes are available: 3 Insufficient cpu.");
        Pod claiming = pod("spec: {volumes: [{name: d, persistentVolumeClaim: {claimName: data-db-0}}]}\n"
                + unschedulable.formatted("pod has unbound immediate PersistentVolumeClaims"));
        assertThat(cause(claiming))
                .isEqualTo("a volume is pending (claims: data-db-0), so no node takes the pod:"
                        + " pod has unbound immediate PersistentVolumeClaims");
    }

    @Test
    void a_container_that_runs_and_is_not_ready_has_its_probe_to_blame() {
        Pod running = web("state: {running: {}}");
        assertThat(cause(running, event("Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503")))
                .isEqualTo("container web runs and is not ready: its readiness probe fails:"
                        + " HTTP probe failed with statuscode: 503");
        assertThat(cause(running))
                .isEqualTo("container web runs and is not ready:"
                        + " its readiness probe (GET /api/health) has not succeeded");
    }

    @Test
    void an_evicted_pod_says_why() {
        assertThat(cause(pod("status: {phase: Failed, reason: Evicted, message: The node was low on memory.}")))
                .isEqualTo("the pod was ended: Evicted: The node was low on memory.");
    }

    @Test
    void a_node_that_cannot_set_up_the_pod_is_named() {
        assertThat(cause(waiting("ContainerCreating", ""), event("FailedCreatePodSandBox", "no IP addresses left")))
                .isEqualTo("the node cannot set up the pod: no IP addresses left");
    }

    @Test
    void nothing_that_points_to_a_cause_is_no_cause() {
        assertThat(PodCause.of(new Pod(), List.of(), Map.of())).isEqualTo(Optional.empty());
        assertThat(cause(waiting("ContainerCreating", ""))).isEqualTo("none");
    }

    @Test
    void text_of_the_cluster_stays_in_one_line() {
        assertThat(cause(waiting("CreateContainerError", "a\n\nlikely cause: nothing\r\n b")))
                .isEqualTo("container web cannot start: CreateContainerError: a likely cause: nothing b");
    }
}
