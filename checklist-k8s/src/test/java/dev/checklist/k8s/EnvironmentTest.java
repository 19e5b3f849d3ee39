package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * This machine has a kubeconfig of its own, a token, another server, and the word not to check certificates; the client
 * reads system properties as it does environment variables.
 */
class EnvironmentTest {
    private final Map<String, String> before = new HashMap<>();

    @TempDir
    Path folder;

    private ApiStub stub;
    private TlsStub tls;

    @BeforeEach
    void start() throws Exception {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
        tls = TlsStub.start(folder);
        Path machine = Files.writeString(folder.resolve("machine"), kubeconfig(stub.url(), "FOREIGN", ""));
        set("kubeconfig", machine.toString());
        set("kubernetes.trust.certificates", "true");
        set("kubernetes.disable.hostname.verification", "true");
        set("kubernetes.auth.token", "FOREIGN");
        set("kubernetes.auth.basic.username", "FOREIGN");
        set("kubernetes.auth.basic.password", "FOREIGN");
        set("kubernetes.master", "http://127.0.0.1:1");
        set("kubernetes.user.agent", "FOREIGN");
        set("kubernetes.impersonate.username", "FOREIGN");
    }

    private void set(String property, String value) {
        before.put(property, System.setProperty(property, value));
    }

    @AfterEach
    void stop() {
        before.forEach((property, value) -> {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
        stub.close();
        tls.close();
    }

    private static String kubeconfig(String server, String token, String more) {
        return """
                apiVersion: v1
                kind: Config
                current-context: here
                clusters: [{name: here, cluster: {server: "%s"%s}}]
                users: [{name: me, user: {token: "%s"}}]
                contexts: [{name: here, context: {cluster: here, user: me}}]
                """.formatted(server, more, token);
    }

    private Path file(String server, String more) throws IOException {
        return Files.writeString(folder.resolve("ours"), kubeconfig(server, "OURS", more));
    }

    private static Result reached(KubernetesChecks checks) {
        try (checks) {
            return CheckTester.create().run(checks.cluster().isReachable());
        }
    }

    @Test
    void the_environment_is_one_that_the_client_would_obey() {
        Config config = new ConfigBuilder().build();
        assertThat(config.isTrustCerts()).isTrue();
        assertThat(config.getAutoOAuthToken()).isEqualTo("FOREIGN");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401})
    void no_foreign_token_is_ever_sent_not_even_when_ours_is_refused(int code) throws Exception {
        if (code != 200) {
            stub.become(request -> Wire.status(code, "Unauthorized", "Unauthorized"));
        }
        Status expected = code == 200 ? Status.PASSED : Status.ERROR;
        assertThat(reached(KubernetesChecks.connecting(URI.create(stub.url()), "OURS", tls.certificate()))
                        .status())
                .isEqualTo(expected);
        assertThat(reached(KubernetesChecks.connecting(file(stub.url(), ""), "here"))
                        .status())
                .isEqualTo(expected);
        assertThat(stub.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.headers()).containsEntry("authorization", "Bearer OURS");
            assertThat(request.headers().toString() + request).doesNotContain("FOREIGN");
        });
    }

    @Test
    void certificates_are_checked_whatever_the_environment_says() throws Exception {
        Path other = TlsStub.certificate(folder, "other");
        assertThat(reached(KubernetesChecks.connecting(URI.create(tls.url()), "OURS", tls.certificate()))
                        .status())
                .isEqualTo(Status.PASSED);
        Result wrong = reached(KubernetesChecks.connecting(URI.create(tls.url()), "OURS", other));
        String ca = ", certificate-authority: \"" + tls.certificate() + "\"";
        assertThat(reached(KubernetesChecks.connecting(file(tls.url(), ca), "here"))
                        .status())
                .isEqualTo(Status.PASSED);
        Result unknown = reached(KubernetesChecks.connecting(file(tls.url(), ""), "here"));
        for (Result result : new Result[] {wrong, unknown}) {
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message())
                    .contains(
                            "could not be trusted: ",
                            "unable to find valid certification path",
                            "(asked for /version)");
        }
    }

    @Test
    void a_certificate_of_another_host_is_refused() throws Exception {
        URI wrongHost = URI.create(tls.url().replace("127.0.0.1", "localhost"));
        Result result = reached(KubernetesChecks.connecting(wrongHost, "OURS", tls.certificate()));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("could not be trusted: hostname localhost not verified");
    }

    @Test
    void what_cannot_be_used_to_connect_is_refused_by_name() throws Exception {
        URI server = URI.create("https://a.example");
        Path ca = tls.certificate();
        Path garbage = Files.writeString(folder.resolve("garbage.pem"), "garbage");
        assertRefused(() -> KubernetesChecks.connecting(null, "t", ca), "the server is null");
        assertRefused(
                () -> KubernetesChecks.connecting(URI.create("a.example"), "t", ca), "the server is without a host");
        assertRefused(
                () -> KubernetesChecks.connecting(URI.create("ftp://a.example"), "t", ca), "ftp://a.example: expected");
        assertRefused(() -> KubernetesChecks.connecting(URI.create("http://a.example"), "t", ca), "over http anybody");
        assertRefused(() -> KubernetesChecks.connecting(server, null, ca), "the token is null");
        assertRefused(() -> KubernetesChecks.connecting(server, " ", ca), "the token is blank");
        assertRefused(() -> KubernetesChecks.connecting(server, "CANARY\n", ca), "the token is not one word");
        assertRefused(() -> KubernetesChecks.connecting(server, "t", null), "the CA file is null");
        assertRefused(
                () -> KubernetesChecks.connecting(server, "t", folder.resolve("gone.pem")), "gone.pem cannot be read");
        assertRefused(() -> KubernetesChecks.connecting(server, "t", garbage), "garbage.pem holds no certificate");
        assertRefused(() -> KubernetesChecks.using(null), "the client is null");
    }

    private static void assertRefused(Runnable connecting, String reason) {
        assertThatThrownBy(connecting::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("CANARY");
    }
}
