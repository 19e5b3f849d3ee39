package dev.checklist.k8s.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A running pod proves what the kubelet needed to start it, and nothing more. */
class ProvenByPodsTest {
    private static final String BY_KEY =
            "containers: [{name: a, env: [{name: URL, valueFrom: {secretKeyRef: {name: api, key: url}}}]}]";
    private static final String BY_ENV_FROM = "containers: [{name: a, envFrom: [{secretRef: {name: api}}]}]";
    private static final String BY_VOLUME = "containers: [{name: a, volumeMounts: [{name: v, mountPath: /v}]}]\n"
            + "volumes: [{name: v, secret: {secretName: api}}]";

    private static Deployment deployment(String revision, int generation, int observed) {
        return Serialization.unmarshal(
                "metadata: {name: api, uid: d, generation: " + generation
                        + ", annotations: {deployment.kubernetes.io/revision: \"" + revision
                        + "\"}}\nstatus: {observedGeneration: " + observed + "}",
                Deployment.class);
    }

    private static ReplicaSet set(String uid, String revision) {
        return Serialization.unmarshal(
                "metadata: {name: " + uid + ", uid: " + uid + ", annotations: {deployment.kubernetes.io/revision: \""
                        + revision + "\"}, ownerReferences: [{uid: d, controller: true}]}",
                ReplicaSet.class);
    }

    private static Pod pod(String spec) {
        return Serialization.unmarshal(
                "metadata: {name: api-2-a, ownerReferences: [{uid: rs2, controller: true}]}\nspec:\n  "
                        + spec.replace("\n", "\n  ")
                        + "\nstatus: {phase: Running, startTime: \"2026-03-01T10:00:00Z\","
                        + " conditions: [{type: Ready, status: \"True\"}]}\n",
                Pod.class);
    }

    private static Outcome judge(String key, Pod... pods) {
        return new ProvenByPods("api", key)
                .judge(List.of(deployment("2", 3, 3)), List.of(set("rs1", "1"), set("rs2", "2")), List.of(pods));
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_KEY, BY_ENV_FROM, BY_VOLUME})
    void a_ready_pod_of_the_newest_replica_set_proves_the_secret(String spec) {
        Outcome outcome = judge(null, pod(spec));
        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(Status.PASSED);
        assertThat(outcome.message())
                .startsWith(
                        "the secret api was there as of the pod's start: the Ready pod api-2-a of the deployment api");
        assertThat(outcome.evidence()).containsEntry("status.startTime", "2026-03-01T10:00:00Z");
    }

    @Test
    void only_a_key_reference_proves_the_key() {
        assertThat(judge("url", pod(BY_KEY)).status()).isEqualTo(Status.PASSED);
        assertThat(judge("other", pod(BY_KEY)).status()).isEqualTo(Status.FAILED);
        assertThat(judge("url", pod(BY_ENV_FROM)).status()).isEqualTo(Status.FAILED);
        assertThat(judge("url", pod(BY_VOLUME)).status()).isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_KEY, BY_ENV_FROM, BY_VOLUME})
    void an_optional_reference_proves_nothing(String spec) {
        String optional = spec.replaceFirst("((name|secretName): api)", "$1, optional: true");
        assertThat(judge(null, pod(optional)).message())
                .isEqualTo("expected a Ready pod of a newest ReplicaSet that needs the secret api but those that use it"
                        + " start without it, too (optional is true)");
        String required = spec.replaceFirst("((name|secretName): api)", "$1, optional: false");
        assertThat(judge(null, pod(required)).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_volume_that_no_container_mounts_is_never_set_up() {
        assertThat(judge(null, pod(BY_VOLUME.replace("{name: v, mountPath", "{name: w, mountPath")))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void an_init_container_has_run_before_a_ready_pod() {
        assertThat(judge("url", pod(BY_KEY.replace("containers", "initContainers")))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void a_projected_volume_is_set_up_like_any_other() {
        String projected =
                BY_VOLUME.replace("secret: {secretName: api}", "projected: {sources: [{secret: {name: api}}]}");
        assertThat(judge(null, pod(projected)).status()).isEqualTo(Status.PASSED);
        assertThat(judge(null, pod(projected.replace("{name: api}", "{name: api, optional: true}")))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_secret_to_pull_images_with_proves_nothing_as_the_kubelet_goes_on_without() {
        assertThat(judge(null, pod("imagePullSecrets: [{name: api}]\ncontainers: [{name: a}]"))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"Running, Unknown", "Running, False", "Pending, True", "Failed, True"})
    void a_pod_that_is_not_ready_proves_nothing(String phase, String ready) {
        Pod pod = pod(BY_KEY);
        pod.getStatus().setPhase(phase);
        pod.getStatus().getConditions().get(0).setStatus(ready);
        assertThat(judge(null, pod).message())
                .isEqualTo("expected a Ready pod of a newest ReplicaSet that needs the secret api but those that do are"
                        + " not Ready");
    }

    @Test
    void a_terminating_pod_proves_nothing() {
        Pod pod = pod(BY_KEY);
        pod.getMetadata().setDeletionTimestamp("2026-03-01T10:00:00Z");
        assertThat(judge(null, pod).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_pod_of_an_older_replica_set_or_of_nobody_proves_nothing() {
        Pod pod = pod(BY_KEY);
        pod.getMetadata().getOwnerReferences().get(0).setUid("rs1");
        assertThat(judge(null, pod).message())
                .isEqualTo("expected a Ready pod of a newest ReplicaSet that needs the secret api but found none");
        pod.getMetadata().setOwnerReferences(null);
        assertThat(judge(null, pod).status()).isEqualTo(Status.FAILED);
        assertThat(judge(null).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void while_the_controller_has_not_seen_the_newest_template_no_replica_set_is_the_newest() {
        List<ReplicaSet> sets = List.of(set("rs2", "2"));
        ProvenByPods rule = new ProvenByPods("api", null);
        List<Pod> pods = List.of(pod(BY_KEY));
        assertThat(rule.judge(List.of(deployment("2", 4, 3)), sets, pods).status())
                .isEqualTo(Status.FAILED);
        assertThat(rule.judge(List.of(deployment("2", 3, 4)), sets, pods).status())
                .isEqualTo(Status.PASSED);
        Deployment unseen = deployment("2", 3, 3);
        unseen.setStatus(null);
        assertThat(rule.judge(List.of(unseen), sets, pods).status()).isEqualTo(Status.FAILED);
        Deployment deleted = deployment("2", 3, 3);
        deleted.getMetadata().setDeletionTimestamp("2026-03-01T10:00:00Z");
        assertThat(rule.judge(List.of(deleted), sets, pods).status()).isEqualTo(Status.FAILED);
    }
}
