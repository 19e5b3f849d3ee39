package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLServerSocket;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A store behind TLS is believed only where its certificate is. */
@Timeout(60)
class TlsTest {
    private static final GeneralName HERE = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));
    private static final String LISTING = Reply.listing("dumps").body();

    private final Authority authority = new Authority();

    private static RawStore store(SSLServerSocket listener) {
        return RawStore.over(
                listener,
                (raw, socket) ->
                        raw.write(socket, RawStore.OK + "Content-Length: " + LISTING.length() + "\r\n\r\n" + LISTING));
    }

    private static URI secured(URI endpoint) {
        return URI.create(endpoint.toString().replace("http:", "https:"));
    }

    /** Looks with a client that trusts the authority. */
    private Outcome look(SSLServerSocket listener) throws Exception {
        try (RawStore store = store(listener);
                S3Client client = S3Client.builder()
                        .endpointOverride(secured(store.endpoint()))
                        .region(Region.of("fr-par"))
                        .forcePathStyle(true)
                        .credentialsProvider(Asking.CREDENTIALS)
                        .httpClientBuilder(Apache5HttpClient.builder().tlsTrustManagersProvider(authority::trust))
                        .build()) {
            return Asking.exists(S3Checks.using(client), new FakeContext());
        }
    }

    private static void assertError(Outcome outcome, String words) {
        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(Status.ERROR);
        assertThat(outcome.message())
                .contains("found no trusted TLS connection (")
                .contains(words);
    }

    @Test
    void a_certificate_that_is_trusted_lets_the_store_answer() throws Exception {
        assertThat(look(authority.listen(HERE, TOMORROW)).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void an_expired_certificate_is_an_error_that_says_so() throws Exception {
        assertError(look(authority.listen(HERE, Instant.now().minusSeconds(60))), "its certificate has expired");
    }

    @Test
    void a_certificate_of_another_host_is_an_error_that_says_so() throws Exception {
        GeneralName elsewhere = new GeneralName(GeneralName.dNSName, "elsewhere.example");

        assertError(look(authority.listen(elsewhere, TOMORROW)), "its certificate is another host's");
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_an_error_that_says_so() throws Exception {
        assertError(
                look(new Authority().listen(HERE, TOMORROW)), "its certificate is of nobody whom this client trusts");
    }

    @Test
    void the_trust_of_the_machine_counts_where_no_client_is_given() throws Exception {
        try (RawStore store = store(authority.listen(HERE, TOMORROW));
                S3Checks s3 = S3Checks.connecting(secured(store.endpoint()), "fr-par", true)
                        .withCredentials(Asking.CREDENTIALS)
                        .open()) {
            assertError(Asking.exists(s3, new FakeContext()), "its certificate is of nobody whom this client trusts");
        }
    }

    @Test
    void a_store_of_old_protocols_is_an_error() throws Exception {
        SSLServerSocket listener = authority.listen(HERE, TOMORROW);
        listener.setEnabledProtocols(new String[] {"TLSv1"});

        assertError(look(listener), "SSLHandshakeException");
    }

    @Test
    void a_store_that_wants_a_certificate_of_ours_is_an_error() throws Exception {
        SSLServerSocket listener = authority.listen(HERE, TOMORROW);
        listener.setNeedClientAuth(true);
        Outcome outcome = look(listener);

        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(Status.ERROR);
    }

    @Test
    void a_store_without_tls_is_an_error() throws Exception {
        try (RawStore plain = RawStore.answering("HTTP/1.1 400 Bad Request\r\n\r\n");
                S3Checks s3 = S3Checks.connecting(secured(plain.endpoint()), "fr-par", true)
                        .withCredentials(Asking.CREDENTIALS)
                        .open()) {
            assertError(Asking.exists(s3, new FakeContext()), "SSLException");
        }
    }
}
