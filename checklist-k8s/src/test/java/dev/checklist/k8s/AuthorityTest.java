package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cluster it is where its uid may not be read: the server's address and the one authority that is trusted. */
class AuthorityTest {
    private static final String NO = "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":"
            + "\"namespaces is forbidden\",\"reason\":\"Forbidden\",\"code\":403}";

    @TempDir
    private Path folder;

    private TlsStub tls;

    @BeforeEach
    void start() throws Exception {
        tls = TlsStub.start(folder);
    }

    @AfterEach
    void stop() {
        tls.close();
    }

    private void forbid() {
        tls.server().createContext("/api/v1/namespaces/kube-system", AuthorityTest::refuse);
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        byte[] body = NO.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", Wire.JSON);
        exchange.sendResponseHeaders(403, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String sha256(Path pem) throws Exception {
        byte[] der = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(pem)))
                .getEncoded();
        return HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(der));
    }

    private Result run(String uid, String server, String sha256) {
        try (KubernetesChecks checks = KubernetesChecks.connecting(URI.create(tls.url()), "token", tls.certificate())) {
            return CheckTester.create().run(checks.cluster().isCluster(uid, URI.create(server), sha256));
        }
    }

    @Test
    void where_the_uid_can_be_read_it_alone_decides() throws Exception {
        assertThat(run(PublicCheck.CLUSTER_UID, "https://other.example", "ab".repeat(32))
                        .status())
                .isEqualTo(Status.PASSED);
        Result other = run("another", tls.url(), sha256(tls.certificate()));
        assertThat(other.status()).isEqualTo(Status.FAILED);
        assertThat(other.message()).contains("expected the cluster another");
    }

    @Test
    void where_it_may_not_be_read_the_address_and_the_authority_do() throws Exception {
        forbid();
        Result result = run(PublicCheck.CLUSTER_UID, tls.url() + "/", sha256(tls.certificate()));
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.warnings())
                .anyMatch(warning -> warning.contains("the uid of the cluster could not be compared"));
        assertThat(result.evidence()).containsKey("authority");
    }

    @Test
    void another_address_or_authority_is_another_cluster() throws Exception {
        forbid();
        Result elsewhere = run(PublicCheck.CLUSTER_UID, "https://127.0.0.1:1", sha256(tls.certificate()));
        assertThat(elsewhere.status()).isEqualTo(Status.FAILED);
        assertThat(elsewhere.message()).contains("expected the server https://127.0.0.1:1", "but this is " + tls.url());
        assertThat(run(PublicCheck.CLUSTER_UID, tls.url(), "ab".repeat(32)).status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void without_a_second_proof_a_forbidden_uid_is_an_error() {
        forbid();
        try (KubernetesChecks checks = KubernetesChecks.connecting(URI.create(tls.url()), "token", tls.certificate())) {
            Result result = CheckTester.create().run(checks.cluster().isCluster(PublicCheck.CLUSTER_UID));
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.mark()).isEqualTo(Mark.NOT_PERMITTED);
        }
    }

    private Config config(String server) {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(server)
                .withCaCertFile(tls.certificate().toString())
                .build();
    }

    @Test
    void a_client_that_trusts_anybody_or_several_proves_nothing() throws Exception {
        assertThat(Authority.trustedBy(config("https://k8s.example"))).isPresent();
        assertThat(Authority.trustedBy(config("http://k8s.example"))).isEmpty();
        Config anybody = config("https://k8s.example");
        anybody.setTrustCerts(true);
        assertThat(Authority.trustedBy(anybody)).isEmpty();
        Config anyHost = config("https://k8s.example");
        anyHost.setDisableHostnameVerification(true);
        assertThat(Authority.trustedBy(anyHost)).isEmpty();
        Config platform = config("https://k8s.example");
        platform.setCaCertFile(null);
        assertThat(Authority.trustedBy(platform)).isEmpty();
        Config gone = config("https://k8s.example");
        gone.setCaCertFile(folder.resolve("none.pem").toString());
        assertThat(Authority.trustedBy(gone)).isEmpty();
        Path second = TlsStub.certificate(folder, "second");
        Files.writeString(second, Files.readString(second) + Files.readString(tls.certificate()));
        Config several = config("https://k8s.example");
        several.setCaCertFile(second.toString());
        assertThat(Authority.trustedBy(several)).isEmpty();
    }

    @Test
    void an_address_is_the_same_however_it_is_written() {
        String any = "ab".repeat(32);
        assertThat(Authority.of(URI.create("https://K8s.Example/"), any))
                .isEqualTo(Authority.of(URI.create("https://k8s.example:443"), any.toUpperCase(Locale.ROOT)))
                .isNotEqualTo(Authority.of(URI.create("https://k8s.example:6443"), any))
                .isNotEqualTo(Authority.of(URI.create("https://k8s.example/other"), any));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ab", "zz"})
    void what_is_no_fingerprint_or_address_is_refused(String sha256) {
        assertThatThrownBy(() -> Authority.of(URI.create("https://k8s.example"), sha256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the SHA-256 of the authority is " + (sha256 == null ? "null" : "\"" + sha256));
        assertThatThrownBy(() -> Authority.of(URI.create("http://k8s.example"), "ab".repeat(32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the server of the cluster is http://k8s.example");
        assertThatThrownBy(() -> Authority.of(null, "ab".repeat(32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the server of the cluster is null");
    }
}
