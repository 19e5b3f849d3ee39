package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the real controllers make of deployments and jobs, from the first generation to the last pod. The test is the
 * kubelet: it says which pods are ready. Needs a controller manager, and is skipped where none runs.
 */
@Tag("live")
class LiveControllersIT {
    private static final int ROUNDS = 400;
    private static final Duration RENEWED = Duration.ofSeconds(60);
    private static final String READY = """
        {"status":{"phase":"Running","startTime":"%1$s","conditions":[{"type":"Ready","status":"True",
        "lastTransitionTime":"%1$s"}],"containerStatuses":[{"name":"main","ready":true,"restartCount":0,
        "image":"%2$s","imageID":"","state":{"running":{"startedAt":"%1$s"}}}]}}
        """;

    private LiveCluster cluster;
    private LiveApi api;
    private NamespacedChecks here;
    private final Set<String> said = new LinkedHashSet<>();

    @BeforeEach
    void start() {
        cluster = new LiveCluster();
        api = LiveApi.of(cluster.admin());
        here = KubernetesChecks.using(cluster.admin()).inNamespace(cluster.name());
        assumeTrue(hasControllers(api), "no controller manager runs on this cluster");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    static boolean hasControllers(LiveApi api) {
        LiveApi.Answer lease =
                api.get("/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-controller-manager");
        return lease.isGood()
                && Instant.parse(lease.json().at("/spec/renewTime").asText())
                        .isAfter(Instant.now().minus(RENEWED));
    }

    private String path(String api, String plural) {
        return "/" + api + "/namespaces/" + cluster.name() + "/" + plural;
    }

    private void create(String path, String yaml) {
        JsonNode object = new ObjectMapper().valueToTree(Serialization.unmarshal(yaml, Map.class));
        api.post(path, object).orFail(yaml);
    }

    private void deployment(String name, String more) {
        create(path("apis/apps/v1", "deployments"), """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %1$s}
            spec:
              replicas: 2
              selector: {matchLabels: {app: %1$s}}
              %2$s
              template:
                metadata: {labels: {app: %1$s}}
                spec:
                  automountServiceAccountToken: false
                  containers: [{name: main, image: "registry.example/none:1"}]
            """.formatted(name, more));
    }

    private void change(String name, String spec) {
        api.merge(path("apis/apps/v1", "deployments") + "/" + name, "{\"spec\":" + spec + "}")
                .orFail(spec);
    }

    /** Says, as a kubelet would, that every pod of that image is ready. */
    private void ready(String image) {
        for (JsonNode pod : api.get(path("api/v1", "pods")).json().path("items")) {
            if (pod.at("/spec/containers/0/image").asText().equals(image)
                    && !pod.at("/status/containerStatuses").isArray()) {
                api.merge(
                        path("api/v1", "pods") + "/" + pod.at("/metadata/name").asText() + "/status",
                        READY.formatted("2026-03-01T10:00:00Z", image));
            }
        }
    }

    /** Asks until the words are said; nothing that is said before may have passed. */
    private Result eventually(Check check, Status status, String words, Runnable between) {
        Result last = null;
        for (int round = 0; round < ROUNDS; round++) {
            last = CheckTester.create().run(check.timeout(Duration.ofSeconds(20)));
            said.add(last.status() + " " + last.message());
            if (last.status() == status && last.message().contains(words)) {
                return last;
            }
            assertThat(last.status()).as(said.toString()).isNotEqualTo(Status.PASSED);
            between.run();
        }
        throw new AssertionError("expected " + status + " " + words + " but " + said + " " + last);
    }

    private static void nothing() {
        // the controllers do it
    }

    @Test
    void a_rollout_passes_only_when_every_pod_is_of_the_new_generation_and_ready() {
        deployment("web", "minReadySeconds: 0");
        Check rolledOut = here.deployment("web").isRolledOut();
        eventually(rolledOut, Status.FAILED, "0 of 2", LiveControllersIT::nothing);
        eventually(rolledOut, Status.PASSED, "2", () -> ready("registry.example/none:1"));
        change(
                "web",
                "{\"template\":{\"spec\":{\"containers\":[{\"name\":\"main\",\"image\":\"registry.example/none:2\"}]}}}");
        Result first = CheckTester.create().run(rolledOut);
        assertThat(first.status()).as(first.toString()).isEqualTo(Status.FAILED);
        eventually(rolledOut, Status.PASSED, "2", () -> ready("registry.example/none:2"));
        assertThat(CheckTester.create()
                        .run(here.deployment("web").runsImage("registry.example/none:1"))
                        .status())
                .isNotEqualTo(Status.PASSED);
    }

    @Test
    void a_paused_rollout_does_not_pass() {
        deployment("web", "minReadySeconds: 0");
        Check rolledOut = here.deployment("web").isRolledOut();
        eventually(rolledOut, Status.PASSED, "2", () -> ready("registry.example/none:1"));
        change(
                "web",
                "{\"paused\":true,\"template\":{\"spec\":{\"containers\":[{\"name\":\"main\",\"image\":\"registry.example/none:2\"}]}}}");
        eventually(rolledOut, Status.FAILED, "paused", LiveControllersIT::nothing);
    }

    @Test
    void a_rollout_beyond_its_deadline_says_so() {
        deployment("web", "progressDeadlineSeconds: 1");
        eventually(
                here.deployment("web").isRolledOut(),
                Status.FAILED,
                "ProgressDeadlineExceeded",
                LiveControllersIT::nothing);
    }

    @Test
    void a_quota_that_lets_no_pod_in_is_said() {
        create(path("api/v1", "resourcequotas"), """
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: none}
                spec: {hard: {pods: "0"}}
                """);
        eventually(here.quota("none").isNotExhausted(), Status.FAILED, "pods", LiveControllersIT::nothing);
        deployment("web", "progressDeadlineSeconds: 600");
        eventually(here.deployment("web").isRolledOut(), Status.FAILED, "exceeded quota", LiveControllersIT::nothing);
    }

    @Test
    void a_job_whose_pod_fails_has_not_succeeded() {
        create(path("apis/batch/v1", "jobs"), """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: migrate}
            spec:
              backoffLimit: 0
              template:
                spec:
                  automountServiceAccountToken: false
                  restartPolicy: Never
                  containers: [{name: main, image: "registry.example/none:1"}]
            """);
        eventually(here.job("migrate").hasSucceeded(), Status.FAILED, "BackoffLimitExceeded", () -> {
            for (JsonNode pod : api.get(path("api/v1", "pods")).json().path("items")) {
                api.merge(
                        path("api/v1", "pods") + "/" + pod.at("/metadata/name").asText() + "/status",
                        "{\"status\":{\"phase\":\"Failed\"}}");
            }
        });
    }

    @Test
    void a_deployment_that_waits_for_its_pods_to_go_does_not_pass() {
        deployment("web", "minReadySeconds: 0");
        Check rolledOut = here.deployment("web").isRolledOut();
        eventually(rolledOut, Status.PASSED, "2", () -> ready("registry.example/none:1"));
        api.call(
                "DELETE",
                path("apis/apps/v1", "deployments") + "/web",
                "{\"apiVersion\":\"v1\",\"kind\":\"DeleteOptions\",\"propagationPolicy\":\"Foreground\"}",
                "application/json");
        Result gone = CheckTester.create().run(rolledOut);
        assertThat(gone.status()).as(gone.toString()).isEqualTo(Status.FAILED);
        eventually(rolledOut, Status.FAILED, "but it is absent", LiveControllersIT::nothing);
    }
}
