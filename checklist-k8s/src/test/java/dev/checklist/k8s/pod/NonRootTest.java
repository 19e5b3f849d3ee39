package dev.checklist.k8s.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who a container runs as is decided field by field: the container's own, else the pod's, else the image's. */
class NonRootTest {

    private static Outcome outcome(String spec) {
        return NonRoot.of(Yaml.pods(spec));
    }

    @ParameterizedTest(name = "pod {0}, container {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                                     | {}                                     | ERROR
            {runAsNonRoot: true}                   | {}                                     | PASSED
            {runAsNonRoot: false}                  | {}                                     | ERROR
            {runAsUser: 1000}                      | {}                                     | PASSED
            {runAsUser: 0}                         | {}                                     | FAILED
            {}                                     | {runAsNonRoot: true}                   | PASSED
            {}                                     | {runAsNonRoot: false}                  | ERROR
            {}                                     | {runAsUser: 1000}                      | PASSED
            {}                                     | {runAsUser: 0}                         | FAILED
            {runAsNonRoot: true}                   | {runAsUser: 0}                         | FAILED
            {runAsNonRoot: true}                   | {runAsNonRoot: false}                  | ERROR
            {runAsNonRoot: true, runAsUser: 1000}  | {runAsNonRoot: false}                  | PASSED
            {runAsUser: 1000}                      | {runAsUser: 0}                         | FAILED
            {runAsUser: 0}                         | {runAsUser: 1000}                      | PASSED
            {runAsUser: 0}                         | {runAsNonRoot: true}                   | FAILED
            {runAsNonRoot: false}                  | {runAsNonRoot: true}                   | PASSED
            {runAsGroup: 1000}                     | {privileged: false}                    | ERROR
            """)
    void the_container_overrides_the_pod(String pod, String container, Status expected) {
        Outcome outcome =
                outcome("{securityContext: " + pod + ", containers: [{name: c, securityContext: " + container + "}]}");
        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(expected);
    }

    @Test
    void without_any_context_the_image_decides_which_is_no_pass() {
        Outcome outcome = outcome("{containers: [{name: c}]}");
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("is decided by the image", "container c of the pod p0");
    }

    @Test
    void init_and_ephemeral_containers_count() {
        String good = "containers: [{name: c, securityContext: {runAsUser: 5}}]";
        assertThat(outcome("{" + good + "}").status()).isEqualTo(Status.PASSED);
        for (String list : List.of("initContainers", "ephemeralContainers")) {
            assertThat(outcome("{" + good + ", " + list + ": [{name: x}]}").message())
                    .contains("container x of the pod p0");
            Outcome root = outcome("{" + good + ", " + list + ": [{name: x, securityContext: {runAsUser: 0}}]}");
            assertThat(root.status()).isEqualTo(Status.FAILED);
            assertThat(root.message()).contains("runAsUser is 0 for container x of the pod p0");
        }
    }

    @Test
    void root_in_one_pod_fails_although_another_could_not_be_judged() {
        Outcome outcome = NonRoot.of(
                Yaml.pods("{containers: [{name: a}]}", "{containers: [{name: b, securityContext: {runAsUser: 0}}]}"));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).endsWith("runAsUser is 0 for container b of the pod p1");
    }

    @Test
    void no_pod_that_runs_is_no_good_sign() {
        assertThat(NonRoot.of(List.of()).message()).contains("found no running pod");
        List<Pod> ended = List.of(
                Yaml.pod("a", "{containers: [{name: a}]}", "{phase: Succeeded}"),
                Yaml.pod("b", "{containers: [{name: b, securityContext: {runAsUser: 0}}]}", "{phase: Failed}"));
        assertThat(NonRoot.of(ended).status()).isEqualTo(Status.FAILED);
        assertThat(NonRoot.of(ended).message()).contains("found no running pod");
    }

    @Test
    void a_pod_without_containers_cannot_be_judged() {
        assertThat(outcome("{}").status()).isEqualTo(Status.ERROR);
        assertThat(NonRoot.of(Yaml.pods("{containers: [{name: c, securityContext: {runAsUser: 5}}]}", "{}"))
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void of_many_ten_are_named() {
        String[] specs = new String[12];
        Arrays.fill(specs, "{containers: [{name: c}]}");
        assertThat(NonRoot.of(Yaml.pods(specs)).message()).contains("pod p9").endsWith(" and 2 more");
    }
}
