package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which image runs is said by the template, the pods of the newest ReplicaSet, and the digests that nodes report. */
class RunsImageTest {
    private static final String A = "sha256:" + "a".repeat(64);
    private static final String B = "sha256:" + "c".repeat(64);
    private static final String FIRST = "pods/api-2-a";
    private static final String IMAGE_ID = "/status/containerStatuses/0/imageID";

    private static ApiStub stub;
    private static Clients client;

    @BeforeAll
    static void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
        client = Clients.to(stub.url());
    }

    @AfterAll
    static void stop() {
        client.close();
        stub.close();
    }

    private static Result run(String image, UnaryOperator<FakeCluster> change) {
        stub.become(change.apply(FakeCluster.healthy())::answer);
        return CheckTester.create()
                .run(client.checks().inNamespace("shop").deployment("api").runsImage(image));
    }

    private static void assertFailed(Result result, String... words) {
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains(words);
    }

    @Test
    void a_tag_passes_with_the_digest_that_runs_and_a_warning() {
        Result result = run("registry.example/api:7", cluster -> cluster);
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.evidence()).containsEntry("digest", A).containsEntry("pods", "2");
        assertThat(result.identity()).containsEntry("image registry.example/api:7", A);
        assertThat(result.warnings()).containsExactly("by tag only: a tag can be moved, a digest cannot");
    }

    @Test
    void a_tag_with_its_digest_passes_without_a_warning() {
        Result result = run("registry.example/api:7@" + A, cluster -> cluster);
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example/api@A, PASSED",
        "docker-pullable://registry.example/api@A, PASSED",
        "mirror.example/cache/api@A, PASSED",
        "registry.example/api@B, FAILED",
        "A, ERROR",
        "docker://A, ERROR",
        "registry.example/api:7, ERROR",
        "registry.example/api@sha256:1234, ERROR",
        "'', FAILED",
    })
    void the_digest_that_every_node_reports_decides(String imageId, Status expected) {
        String reported = imageId.replaceAll("A$", A).replaceAll("B$", B);
        Result result = run("registry.example/api:7@" + A, cluster -> cluster.withAll("/pods/", IMAGE_ID, reported));
        assertThat(result.status()).as(result.toString()).isEqualTo(expected);
    }

    @Test
    void the_image_of_one_platform_fails_where_its_index_is_wanted_and_says_why_it_may() {
        Result result = run(
                "registry.example/api:7@" + A,
                cluster -> cluster.withAll("/pods/", IMAGE_ID, "registry.example/api@" + B));
        assertFailed(result, "expected the digest " + A + " but the pods run " + B, "not the index that holds it");
    }

    @Test
    void an_image_id_without_a_repository_says_nothing() {
        Result result = run("registry.example/api:7", cluster -> cluster.with(FIRST, IMAGE_ID, A));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("reports no repository digest for the container api of the pod api-2-a");
    }

    @Test
    void different_digests_under_one_tag_fail() {
        Result result =
                run("registry.example/api:7", cluster -> cluster.with(FIRST, IMAGE_ID, "registry.example/api@" + B));
        assertFailed(
                result,
                "expected one image registry.example/api:7 but its pods run different digests: " + A + ", " + B);
    }

    @Test
    void a_pod_that_certainly_runs_another_image_fails_although_one_could_not_be_judged() {
        Result result = run(
                "registry.example/api:7",
                cluster -> cluster.with(FIRST, IMAGE_ID, A)
                        .with("pods/api-2-b", "/spec/containers/0/image", "registry.example/api:6"));
        assertFailed(result, "the pod api-2-b was made with registry.example/api:6");
    }

    @Test
    void another_image_in_the_template_fails_whatever_the_pods_run() {
        Result result = run("registry.example/api:8", cluster -> cluster.without("/pods/"));
        assertFailed(
                result,
                "expected the image registry.example/api:8 but the template names registry.example/api:7, registry.example/log:1");
    }

    @Test
    void a_template_without_containers_fails() {
        assertFailed(
                run("registry.example/api:7", cluster -> cluster.with("deployments/api", "/spec/template", null)),
                "names none");
        assertFailed(
                run(
                        "registry.example/api:7",
                        cluster -> cluster.with("deployments/api", "/spec/template/spec/containers", List.of())),
                "names none");
    }

    @Test
    void only_the_containers_of_that_image_are_looked_at() {
        Result result = run("registry.example/log:1", cluster -> cluster.withAll("/pods/", IMAGE_ID, A));
        assertThat(result.status()).isEqualTo(Status.PASSED);
    }

    @Test
    void pods_of_older_replica_sets_and_of_others_are_not_looked_at() {
        Result result = run(
                "registry.example/api:7",
                cluster -> cluster.with(FIRST, "/metadata/ownerReferences/0/uid", "rs-1")
                        .with(FIRST, "/spec/containers/0/image", "registry.example/api:6"));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo("1 pods run registry.example/api:7");
    }

    @Test
    void no_pod_of_the_newest_replica_set_fails() {
        assertFailed(
                run("registry.example/api:7", cluster -> cluster.without("/pods/")), "the newest ReplicaSet has none");
        assertFailed(
                run("registry.example/api:7", cluster -> cluster.withAll("/pods/", "/status/phase", "Failed")),
                "the newest ReplicaSet has none");
    }

    @Test
    void a_pod_that_was_evicted_runs_nothing_and_is_passed_over() {
        Result result = run(
                "registry.example/api:7",
                cluster -> cluster.with(FIRST, "/status", Map.of("phase", "Failed", "reason", "Evicted")));
        assertThat(result.message()).isEqualTo("1 pods run registry.example/api:7");
    }

    @Test
    void a_container_without_a_report_fails() {
        for (Object statuses : new Object[] {List.of(), null}) {
            Result result = run(
                    "registry.example/api:7", cluster -> cluster.with(FIRST, "/status/containerStatuses", statuses));
            assertFailed(result, "the container api of the pod api-2-a", "reports no image of it yet");
        }
        assertFailed(
                run("registry.example/api:7", cluster -> cluster.with(FIRST, "/status", null)),
                "reports no image of it yet");
        assertFailed(
                run("registry.example/api:7", cluster -> cluster.with(FIRST, "/spec/containers/0", null)),
                "the pod api-2-a has no container api");
        assertFailed(
                run("registry.example/api:7", cluster -> cluster.with(FIRST, "/spec", null)), "has no container api");
    }

    @Test
    void a_container_that_does_not_run_at_the_moment_is_a_warning() {
        Result result = run(
                "registry.example/api:7",
                cluster -> cluster.with(
                        FIRST,
                        "/status/containerStatuses/0/state",
                        Map.of("waiting", Map.of("reason", "CrashLoopBackOff"))));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.warnings()).contains("the container api of the pod api-2-a is not running at the moment");
    }
}
