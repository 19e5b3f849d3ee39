package dev.checklist.k8s;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.k8s.tls.TestCertificates;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only a real server does: it does not know us, does not let us, stops in the middle, or hangs. */
@Tag("live")
class LiveFaultsIT {
    /** They read nothing that takes a right. */
    private static final Set<String> WITHOUT_RIGHTS =
            Set.of("ClusterChecks.isVersionAtLeast(String)", "ClusterChecks.isCluster(String, URI, String)");

    private LiveCluster cluster;

    @BeforeEach
    void start() {
        cluster = new LiveCluster();
        cluster.create(new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings")
                .withNamespace(cluster.name())
                .endMetadata()
                .addToData("MODE", "live")
                .build());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private String account() {
        cluster.create(new ServiceAccountBuilder()
                .withNewMetadata()
                .withName("nobody")
                .withNamespace(cluster.name())
                .endMetadata()
                .build());
        return cluster.admin()
                .serviceAccounts()
                .inNamespace(cluster.name())
                .withName("nobody")
                .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
                .getStatus()
                .getToken();
    }

    private Check settings(KubernetesClient client) {
        return KubernetesChecks.using(client)
                .inNamespace(cluster.name())
                .configMap("settings")
                .hasKeys("MODE");
    }

    private static Result run(Check check) {
        return CheckTester.create().run(check.timeout(ofSeconds(20)));
    }

    private KubernetesClient at(String url) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(cluster.admin().getConfiguration())
                        .withMasterUrl(url)
                        .build())
                .build();
    }

    @Test
    void an_account_without_rights_is_told_which_one_is_missing_by_every_predicate() {
        try (KubernetesClient nobody = cluster.withToken(account())) {
            for (PublicCheck check : PublicCheck.all()) {
                if (!WITHOUT_RIGHTS.contains(check.name())) {
                    Result result = run(check.check().apply(KubernetesChecks.using(nobody)));
                    boolean isDecided =
                            check.name().equals("ClusterChecks.isReachable()") && result.status() == Status.PASSED;
                    boolean isTold =
                            result.status() == Status.ERROR && result.message().contains("not permitted: ");
                    assertThat(isDecided || isTold).as(check + " " + result).isTrue();
                }
            }
        }
    }

    @Test
    void a_token_that_no_longer_counts_is_an_error() {
        try (KubernetesClient stranger = cluster.withToken("no-token-of-anybody")) {
            Result result = run(settings(stranger));
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("the server did not accept our credentials (401: Unauthorized)");
        }
    }

    @Test
    void a_server_of_another_authority_is_not_asked() {
        String other = Base64.getEncoder()
                .encodeToString(TestCertificates.selfSigned("shop.test").pem().getBytes(StandardCharsets.US_ASCII));
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(cluster.admin().getConfiguration())
                        .withCaCertFile(null)
                        .withCaCertData(other)
                        .build())
                .build()) {
            Result result = run(settings(client));
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("could not be trusted");
        }
    }

    @Test
    void who_may_not_speak_for_another_is_refused() {
        try (KubernetesClient nobody = cluster.withToken(account());
                KubernetesClient jane = new KubernetesClientBuilder()
                        .withConfig(new ConfigBuilder(nobody.getConfiguration())
                                .withImpersonateUsername("jane")
                                .build())
                        .build()) {
            Result result = run(settings(jane));
            assertThat(result.mark()).isEqualTo(Mark.NOT_PERMITTED);
            assertThat(result.message()).contains("cannot impersonate");
        }
    }

    @Test
    void a_namespace_that_goes_is_not_active_and_what_is_absent_says_so() {
        cluster.create(new ConfigMapBuilder()
                .withNewMetadata()
                .withName("stays")
                .withNamespace(cluster.name())
                .withFinalizers("checklist.example/hold")
                .endMetadata()
                .build());
        NamespacedChecks here = KubernetesChecks.using(cluster.admin()).inNamespace(cluster.name());
        cluster.admin().namespaces().withName(cluster.name()).delete();
        Result active = run(here.namespace().isActive());
        assertThat(active.status()).isEqualTo(Status.FAILED);
        assertThat(active.message()).contains("terminating");
        assertThat(run(here.configMap("gone").exists()).message()).endsWith("and the namespace is being deleted");
        LiveApi.of(cluster.admin())
                .merge(
                        "/api/v1/namespaces/" + cluster.name() + "/configmaps/stays",
                        "{\"metadata\":{\"finalizers\":null}}");
    }

    /** Runs two lines: one passes, then the server is troubled, and the other one looks. */
    private Report troubled(Relay relay, Runnable trouble) {
        try (KubernetesClient client = at(relay.url())) {
            Check before = settings(client);
            Check troubles = check("troubles the server", context -> {
                        trouble.run();
                        return Outcome.passed("troubled");
                    })
                    .requires(before);
            Check after = KubernetesChecks.using(client)
                    .inNamespace(cluster.name())
                    .configMap("settings")
                    .exists()
                    .requires(troubles)
                    .timeout(ofSeconds(3))
                    .retry(attempts(2).every(ofMillis(10)));
            return ChecklistRunner.create().run(checklist("live", List.of(before, troubles, after)));
        }
    }

    @Test
    void a_server_that_ends_in_the_middle_of_a_run_is_an_error_from_then_on() {
        try (Relay relay = new Relay(cluster.admin().getMasterUrl().toString())) {
            Report report = troubled(relay, relay::close);
            assertThat(report.lines())
                    .extracting(Result::status)
                    .containsExactly(Status.PASSED, Status.PASSED, Status.ERROR);
            assertThat(report.lines().get(2).message()).contains("could not be reached");
        }
    }

    @Test
    void a_server_that_hangs_in_the_middle_of_a_run_is_an_error_in_time() {
        try (Relay relay = new Relay(cluster.admin().getMasterUrl().toString())) {
            Report report = troubled(relay, relay::hush);
            assertThat(report.lines())
                    .extracting(Result::status)
                    .containsExactly(Status.PASSED, Status.PASSED, Status.ERROR);
            assertThat(report.lines().get(2).message()).contains("did not answer");
        }
    }
}
