package dev.checklist.k8s;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads of a real API server; needs no node and no controller. */
@Tag("live")
class LiveReadsIT {
    private LiveCluster cluster;
    private NamespacedChecks here;

    @BeforeEach
    void start() {
        cluster = new LiveCluster();
        here = KubernetesChecks.using(cluster.admin()).inNamespace(cluster.name());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static Report run(Item... lines) {
        return ChecklistRunner.create().withDeadline(ofMinutes(2)).run(checklist("live", List.of(lines)));
    }

    @Test
    void what_is_there_passes_and_what_is_not_fails_with_its_words() {
        cluster.create(new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings")
                .withNamespace(cluster.name())
                .endMetadata()
                .addToData("MODE", "live")
                .build());
        cluster.create(new SecretBuilder()
                .withNewMetadata()
                .withName("keys")
                .withNamespace(cluster.name())
                .endMetadata()
                .addToStringData("token", "not-for-print")
                .build());
        ClusterChecks all = KubernetesChecks.using(cluster.admin()).cluster();
        Report there = run(
                all.isReachable(),
                here.namespace().isActive(),
                here.configMap("settings").hasKeys("MODE"),
                here.secret("keys").hasKeys("token"));
        assertThat(there.count(Status.PASSED)).as(there.toString()).isEqualTo(4);
        Report gone = run(here.configMap("gone").exists());
        assertThat(gone.lines().get(0).message())
                .isEqualTo("expected the config map gone in the namespace " + cluster.name() + " but it is absent");
        Report nowhere = run(KubernetesChecks.using(cluster.admin())
                .inNamespace(cluster.name() + "-not")
                .configMap("gone")
                .exists());
        assertThat(nowhere.lines().get(0).message())
                .isEqualTo("expected the config map gone but the namespace " + cluster.name() + "-not is absent");
    }

    @Test
    void a_version_is_compared_or_the_server_gives_none() {
        ClusterChecks all = KubernetesChecks.using(cluster.admin()).cluster();
        Report old = run(all.isVersionAtLeast("1.20"));
        assertThat(old.lines().get(0).message()).matches("the cluster runs .*|.* gives no numbers .*");
        Report coming = run(all.isVersionAtLeast("99.0"));
        assertThat(coming.lines().get(0).message())
                .matches("expected at least 99.0 but the cluster runs .*|.* gives no numbers .*");
    }

    private Ingress ingress(String name) {
        return cluster.create(new IngressBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(cluster.name())
                .endMetadata()
                .withNewSpec()
                .withIngressClassName("checklist-live-none") // no controller minds it
                .withNewDefaultBackend()
                .withNewService()
                .withName("none")
                .withNewPort()
                .withNumber(80)
                .endPort()
                .endService()
                .endDefaultBackend()
                .endSpec()
                .build());
    }

    private void giveAddress(Ingress ingress) {
        cluster.admin()
                .resource(ingress)
                .editStatus(found -> new IngressBuilder(found)
                        .withNewStatus()
                        .withNewLoadBalancer()
                        .addNewIngress()
                        .withIp("192.0.2.1")
                        .endIngress()
                        .endLoadBalancer()
                        .endStatus()
                        .build());
    }

    @Test
    void many_of_a_kind_come_from_one_list() {
        List<Check> lines = IntStream.range(0, 4)
                .mapToObj(i -> ingress("many-" + i))
                .map(ingress -> here.ingress(ingress.getMetadata().getName()).hasAddress())
                .toList();
        Report report = run(lines.toArray(Item[]::new));
        assertThat(report.count(Status.FAILED)).as(report.toString()).isEqualTo(4);
        assertThat(report.facts().traffic().values()).allMatch(words -> words.startsWith("2 requests, 1 page, "));
    }

    @Test
    void a_change_is_seen_long_before_the_next_attempt_is_due() {
        Ingress ingress = ingress("waits");
        Check waits = here.ingress("waits").hasAddress().retry(attempts(3).every(ofMinutes(20)));
        Check changes = check("gives it an address", context -> {
                    if (context.attempt() == 1) {
                        return Outcome.failed("not yet, so that the other looks first");
                    }
                    giveAddress(ingress);
                    return Outcome.passed("given");
                })
                .retry(attempts(2).every(ofSeconds(3)));
        Report report = run(waits, changes);
        assertThat(report.result(waits).status()).as(report.toString()).isEqualTo(Status.PASSED);
        assertThat(report.result(waits).attempts()).hasSizeGreaterThan(1);
    }

    @Test
    void a_poll_of_a_waiting_check_sees_a_change_too() {
        Ingress ingress = ingress("polled");
        Check polls = here.ingress("polled").hasAddress().retry(attempts(100).every(ofMillis(100)));
        Check changes = check("gives it an address", context -> {
            giveAddress(ingress);
            return Outcome.passed("given");
        });
        assertThat(run(polls, changes).count(Status.PASSED)).isEqualTo(2);
    }
}
