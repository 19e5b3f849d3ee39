package dev.checklist.k8s.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerResourcesTest {
    private static final String GOOD = "{requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 64Mi}}";

    private static String container(String resources) {
        return "{containers: [{name: c, resources: " + resources + "}]}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi, cpu: 2}} | ''
            {requests: {memory: 1Gi}, limits: {memory: 1Gi}}                 | requests.cpu
            {requests: {cpu: 1}, limits: {memory: 1Gi}}                      | requests.memory
            {requests: {cpu: 1, memory: 1Gi}}                                | limits.memory
            {requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 1}}              | limits.memory
            {limits: {cpu: 1, memory: 1Gi}}                                  | requests.cpu, container c requests.memory
            {requests: {cpu: 0, memory: 1Gi}, limits: {memory: 1Gi}}         | requests.cpu
            {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 0}}           | limits.memory
            {requests: {cpu: 1, memory: 1Gi}, limits: {memory: much}}        | limits.memory
            {}                                                               | requests.cpu, container c requests.memory, container c limits.memory
            """)
    void every_container_requests_cpu_and_memory_and_has_a_limit_of_memory(String resources, String missing) {
        Outcome outcome = ContainerResources.of(Yaml.template(container(resources)));
        assertThat(outcome.status()).isEqualTo(missing.isEmpty() ? Status.PASSED : Status.FAILED);
        assertThat(outcome.message()).endsWith(missing.isEmpty() ? "a limit of memory" : "container c " + missing);
    }

    @Test
    void init_containers_count() {
        Outcome outcome = ContainerResources.of(
                Yaml.template("{initContainers: [{name: init}], containers: [{name: c, resources: " + GOOD + "}]}"));
        assertThat(outcome.message()).contains("container init requests.cpu");
        assertThat(outcome.isConclusive()).isTrue();
    }

    @Test
    void a_template_without_containers_fails() {
        assertThat(ContainerResources.of((PodTemplateSpec) null).message()).contains("the template has no container");
        assertThat(ContainerResources.of(Yaml.template("{}")).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void every_pod_counts_and_none_is_no_good_sign() {
        assertThat(ContainerResources.of(Yaml.pods(container(GOOD), container(GOOD)))
                        .status())
                .isEqualTo(Status.PASSED);
        Outcome one = ContainerResources.of(Yaml.pods(container(GOOD), container("{}")));
        assertThat(one.message()).contains("pod p1 container c requests.cpu");
        assertThat(one.isConclusive()).isFalse();
        assertThat(ContainerResources.of(Yaml.pods(container(GOOD), "{}")).message())
                .contains("pod p1 has no container");
        assertThat(ContainerResources.of(List.of()).message()).contains("found no running pod");
    }
}
