package dev.checklist.net;

import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.net.Issued.Wish;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

/** Looks at real servers with certificates of every kind. */
class TlsTest {
    private static final String HOST = "127.0.0.1";

    private final Issued root = Issued.root();
    private final Issued middle = root.issue(Wish.authority("CN=Test Intermediate"));
    private final NetChecks net = NetChecks.create().trusting(root.trusted());

    private static Result run(Check check) {
        return CheckTester.startingAt(Instant.now()).run(check);
    }

    private Result look(Function<TlsChecks, Check> predicate, Issued leaf, Issued... others) throws IOException {
        try (TlsServer server = TlsServer.showing(leaf, others)) {
            return run(predicate.apply(net.tls(HOST, server.port())));
        }
    }

    private void isTrusted(Issued leaf, Issued... others) throws IOException {
        Result result = look(TlsChecks::isTrusted, leaf, others);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.PASSED);
    }

    private void isNotTrusted(String why, Issued leaf, Issued... others) throws IOException {
        Result result = look(TlsChecks::isTrusted, leaf, others);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains(why);
        // what nobody accepts proves nothing else
        assertThat(look(tls -> tls.isValidFor(ofDays(1)), leaf, others).status())
                .isEqualTo(Status.FAILED);
        assertThat(look(TlsChecks::isRenewedInTime, leaf, others).status()).isEqualTo(Status.FAILED);
        assertThat(look(TlsChecks::hasStrongKeys, leaf, others).status()).isEqualTo(Status.FAILED);
        assertThat(look(tls -> tls.covers(HOST), leaf, others).status()).isEqualTo(Status.FAILED);
        assertThat(look(tls -> tls.speaksAtLeast("TLSv1.2"), leaf, others).status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_chain_that_leads_to_a_trusted_authority_is_trusted_and_shows_what_was_seen() throws IOException {
        Result result = look(TlsChecks::isTrusted, middle.issue(Wish.leaf(HOST, "shop.example")), middle);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.PASSED);
        assertThat(result.message()).startsWith("trusted until ").endsWith("issued by CN=Test Intermediate");
        assertThat(result.evidence())
                .containsEntry("hosts", "127.0.0.1, shop.example")
                .containsEntry("protocol", "TLSv1.3")
                .containsKey("valid until");
    }

    @Test
    void the_order_of_the_chain_and_an_extra_root_do_no_harm() {
        Issued second = middle.issue(Wish.authority("CN=Second"));
        Handshake handshake = second.issue(Wish.leaf(HOST)).shownWith(middle, second, root);
        Trust trust = Trust.of(handshake, HOST, Anchors.of(root.trusted()), Instant.now());
        assertThat(trust.problem()).isEmpty();
        assertThat(trust.path()).hasSize(3);
    }

    @Test
    void an_expired_certificate_is_reported_as_such() throws IOException {
        Instant now = Instant.now();
        isNotTrusted("expired at ", root.issue(Wish.leaf(HOST).valid(now.minus(ofDays(90)), now.minus(ofDays(1)))));
    }

    @Test
    void a_certificate_of_the_future_is_not_valid_yet() throws IOException {
        Instant now = Instant.now();
        isNotTrusted(
                "is not valid before ", root.issue(Wish.leaf(HOST).valid(now.plus(ofDays(1)), now.plus(ofDays(90)))));
    }

    @Test
    void an_expired_intermediate_is_named() throws IOException {
        Instant now = Instant.now();
        Issued old = root.issue(Wish.authority("CN=Old").valid(now.minus(ofDays(90)), now.minus(ofDays(1))));
        isNotTrusted("the certificate of CN=Old expired at", old.issue(Wish.leaf(HOST)), old);
    }

    @Test
    void a_certificate_for_another_host_is_failed() throws IOException {
        isNotTrusted("is not for 127.0.0.1 but for other.example", root.issue(Wish.leaf("other.example")));
    }

    @Test
    void the_common_name_does_not_count() throws IOException {
        isNotTrusted("but for no host", root.issue(Wish.leaf().subject("CN=127.0.0.1")));
    }

    @Test
    void a_self_signed_certificate_is_failed() throws IOException {
        isNotTrusted("is self-signed", Issued.selfSigned(Wish.leaf(HOST)));
    }

    @Test
    void a_missing_intermediate_is_an_incomplete_chain() throws IOException {
        isNotTrusted(
                "the chain is incomplete, or its authority is not trusted: the certificate of CN=Test Intermediate is"
                        + " missing",
                middle.issue(Wish.leaf(HOST)));
    }

    @Test
    void an_authority_that_nobody_trusts_is_named() throws IOException {
        Issued stranger = Issued.selfSigned(Wish.authority("CN=Stranger"));
        isNotTrusted("nobody here trusts the authority CN=Stranger", stranger.issue(Wish.leaf(HOST)), stranger);
    }

    @Test
    void an_authority_of_the_same_name_with_another_key_is_not_trusted() throws IOException {
        isNotTrusted("the chain is not valid", Issued.root().issue(Wish.leaf(HOST)));
    }

    @Test
    void a_leaf_that_signs_is_no_authority() throws IOException {
        Issued leaf = root.issue(Wish.leaf(HOST).subject("CN=no authority"));
        isNotTrusted("the chain is not valid", leaf.issue(Wish.leaf(HOST)), leaf);
    }

    @Test
    void the_fake_certificate_of_an_ingress_controller_is_named() throws IOException {
        isNotTrusted(
                "its own fake certificate",
                Issued.selfSigned(
                        Wish.leaf("ingress.local").subject("CN=Kubernetes Ingress Controller Fake Certificate")));
    }

    @Test
    void a_staging_issuer_is_named() throws IOException {
        Issued staging = Issued.selfSigned(Wish.authority("CN=(STAGING) Let's Encrypt"));
        Issued between = staging.issue(Wish.authority("CN=(STAGING) Artificial Apricot R3"));
        isNotTrusted("comes from a staging issuer", between.issue(Wish.leaf(HOST)), between);
    }

    @Test
    void a_certificate_for_clients_is_not_meant_for_servers() throws IOException {
        isNotTrusted("is not meant for servers", root.issue(Wish.leaf(HOST).purpose(KeyPurposeId.id_kp_clientAuth)));
        isTrusted(root.issue(Wish.leaf(HOST).purpose(null)));
    }

    @Test
    void a_certificate_covers_the_hosts_that_it_names() throws IOException {
        Issued leaf = root.issue(Wish.leaf(HOST, "shop.example", "*.shop.example"));
        assertThat(look(tls -> tls.covers("shop.example", "api.shop.example"), leaf)
                        .status())
                .isEqualTo(Status.PASSED);
        Result missing = look(tls -> tls.covers("shop.example", "a.b.shop.example"), leaf);
        assertThat(missing.status()).isEqualTo(Status.FAILED);
        assertThat(missing.message()).contains("it is not for a.b.shop.example");
    }

    @Test
    void a_certificate_is_valid_for_as_long_as_the_first_of_its_chain_to_expire() throws IOException {
        Instant now = Instant.now();
        Issued brief = root.issue(Wish.authority("CN=Brief").valid(now.minus(ofDays(5)), now.plus(ofDays(10))));
        Issued leaf = brief.issue(Wish.leaf(HOST));
        assertThat(look(tls -> tls.isValidFor(ofDays(9)), leaf, brief).status()).isEqualTo(Status.PASSED);
        Result tooShort = look(tls -> tls.isValidFor(ofDays(11)), leaf, brief);
        assertThat(tooShort.status()).isEqualTo(Status.FAILED);
        assertThat(tooShort.message()).contains("for 9 days");
    }

    @Test
    void renewal_is_judged_by_what_is_left_of_the_lifetime() throws IOException {
        Instant now = Instant.now();
        Issued ninety = root.issue(Wish.leaf(HOST).valid(now.minus(ofDays(84)), now.plus(ofDays(6))));
        Issued due = root.issue(Wish.leaf(HOST).valid(now.minus(ofDays(75)), now.plus(ofDays(15))));
        Issued sixDays = root.issue(Wish.leaf(HOST).valid(now.minus(ofDays(2)), now.plus(ofDays(4))));
        Issued sixDaysLate =
                root.issue(Wish.leaf(HOST).valid(now.minus(Duration.ofHours(135)), now.plus(Duration.ofHours(9))));
        assertThat(look(TlsChecks::isRenewedInTime, ninety).status()).isEqualTo(Status.FAILED);
        Result warned = look(TlsChecks::isRenewedInTime, due);
        assertThat(warned.status()).isEqualTo(Status.PASSED);
        assertThat(warned.warnings()).hasSize(1);
        assertThat(look(TlsChecks::isRenewedInTime, sixDays).warnings()).isEmpty();
        assertThat(look(TlsChecks::isRenewedInTime, sixDays).status()).isEqualTo(Status.PASSED);
        assertThat(look(TlsChecks::isRenewedInTime, sixDaysLate).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void strong_keys_are_of_today() throws IOException {
        assertThat(look(TlsChecks::hasStrongKeys, root.issue(Wish.leaf(HOST).key("RSA", 2048)))
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(look(TlsChecks::hasStrongKeys, root.issue(Wish.leaf(HOST))).message())
                .contains("EC 256, signed with SHA256withECDSA");
        Result weak = look(TlsChecks::hasStrongKeys, root.issue(Wish.leaf(HOST).key("RSA", 1024)));
        assertThat(weak.status()).isEqualTo(Status.FAILED);
        assertThat(weak.message()).containsAnyOf("has a key of RSA 1024", "RSA key with 1024bits");
        Result old = look(TlsChecks::hasStrongKeys, root.issue(Wish.leaf(HOST).signedWith("SHA1withECDSA")));
        assertThat(old.status()).isEqualTo(Status.FAILED);
        assertThat(old.message()).contains("SHA1withECDSA");
    }

    @Test
    void the_protocol_that_the_server_picks_is_judged() throws IOException {
        Issued leaf = root.issue(Wish.leaf(HOST));
        try (TlsServer old = TlsServer.showing(leaf).speaking("TLSv1.2")) {
            assertThat(run(net.tls(HOST, old.port()).speaksAtLeast("TLSv1.2")).status())
                    .isEqualTo(Status.PASSED);
            Result result = run(net.tls(HOST, old.port()).speaksAtLeast("TLSv1.3"));
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.message()).contains("it picked TLSv1.2");
        }
    }

    @Test
    void lines_that_ask_at_the_same_time_shake_hands_once() throws IOException {
        try (TlsServer server = TlsServer.showing(root.issue(Wish.leaf(HOST)))) {
            TlsChecks tls = net.tls(HOST, server.port());
            Report report = CheckTester.startingAt(Instant.now())
                    .run(checklist("tls", tls.isTrusted(), tls.isValidFor(ofDays(7)), tls.hasStrongKeys()));
            assertThat(report.count(Status.PASSED)).isEqualTo(3);
            assertThat(server.handshakes()).isEqualTo(1);
        }
    }

    @Test
    void a_port_where_nobody_listens_is_an_error() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            port = gone.getLocalPort();
        }
        Result result = run(net.tls(HOST, port).isTrusted());
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("127.0.0.1 port " + port + " refused the connection");
    }

    @Test
    void a_server_that_is_silent_is_an_error_in_the_time_of_the_line() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            Result result = run(net.tls(HOST, silent.getLocalPort()).isTrusted().timeout(Duration.ofMillis(400)));
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("did not answer in time");
        }
    }

    @Test
    void a_server_that_speaks_no_tls_is_an_error() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            Thread talker = new Thread(() -> {
                try (Socket socket = plain.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            talker.setDaemon(true);
            talker.start();
            Result result = run(net.tls(HOST, plain.getLocalPort()).isTrusted());
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("could not look");
        }
    }

    @Test
    void a_host_that_does_not_resolve_is_an_error() {
        Result result = run(net.tls("nobody.invalid", 443).isTrusted());
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("the name nobody.invalid was not resolved (DNS)");
    }

    @Test
    void whoever_is_trusted_by_this_machine_is_trusted_by_default_and_our_own_root_is_not() throws IOException {
        try (TlsServer server = TlsServer.showing(root.issue(Wish.leaf(HOST)))) {
            Result result = run(NetChecks.create().tls(HOST, server.port()).isTrusted());
            assertThat(result.status()).isEqualTo(Status.FAILED);
        }
    }

    @Test
    void bad_arguments_are_refused_when_the_list_is_built() throws Exception {
        TlsChecks tls = net.tls(HOST, 443);
        assertThatThrownBy(() -> net.tls(HOST, 0)).hasMessageContaining("port is 0");
        assertThatThrownBy(() -> net.tls("https://shop.example", 443)).hasMessageContaining("host is \"https:");
        assertThatThrownBy(() -> tls.isValidFor(Duration.ZERO)).hasMessageContaining("least is PT0S");
        assertThatThrownBy(() -> tls.speaksAtLeast("SSLv3")).hasMessageContaining("protocol is SSLv3");
        assertThatThrownBy(() -> tls.covers("")).hasMessageContaining("host is \"\"");
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        assertThatThrownBy(() -> net.trusting(empty)).hasMessageContaining("nobody would be trusted");
        assertThatThrownBy(() -> net.trusting(null)).hasMessageContaining("authorities is null");
    }
}
