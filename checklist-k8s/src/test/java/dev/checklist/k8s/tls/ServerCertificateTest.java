package dev.checklist.k8s.tls;

import static dev.checklist.k8s.tls.TestCertificates.NOW;
import static dev.checklist.k8s.tls.TestCertificates.chain;
import static dev.checklist.k8s.tls.TestCertificates.issue;
import static dev.checklist.k8s.tls.TestCertificates.keys;
import static dev.checklist.k8s.tls.TestCertificates.roots;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.k8s.tls.TestCertificates.Issued;
import dev.checklist.k8s.tls.TestCertificates.Wish;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate serves when it covers the hosts, lasts, leads to a root, and has its key beside it. */
class ServerCertificateTest {
    private static final KeyPair KEYS = keys("EC");
    private static final Issued ROOT = issue(Wish.authority("CN=root"), keys("EC"), null);
    private static final Issued MIDDLE = issue(Wish.authority("CN=middle"), keys("EC"), ROOT);
    private static final Issued LEAF = issue(Wish.leaf("shop.test", "*.shop.test"), KEYS, MIDDLE);

    private static Outcome judge(String pem, String key, List<X509Certificate> roots, String... hosts) {
        return new ServerCertificate(pem, key, "").judge(List.of(hosts), ofDays(21), NOW, roots);
    }

    private static Outcome judge(Wish wish, String... hosts) {
        Issued leaf = issue(wish, KEYS, MIDDLE);
        return judge(chain(leaf, MIDDLE), leaf.key(), roots(ROOT), hosts);
    }

    private static void assertFailed(Outcome outcome, String words) {
        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains(words);
    }

    @Test
    void a_good_one_passes_and_says_until_when() {
        Outcome outcome = judge(chain(LEAF, MIDDLE), LEAF.key(), roots(ROOT), "shop.test", "www.shop.test");
        assertThat(outcome.message())
                .isEqualTo("valid for shop.test, www.shop.test until 2030-04-01T00:00:00Z, with a complete chain and"
                        + " the key of its leaf");
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.warnings()).isEmpty();
        assertThat(outcome.evidence())
                .containsEntry("not after", "2030-04-01T00:00:00Z")
                .containsEntry("issuer", "CN=middle")
                .containsEntry("serial number", "1267");
    }

    @ParameterizedTest
    @CsvSource({
        "shop.test, shop.test, true",
        "shop.test, SHOP.test., true",
        "shop.test, www.shop.test, false",
        "*.shop.test, www.shop.test, true",
        "*.shop.test, shop.test, false",
        "*.shop.test, a.www.shop.test, false",
        "*.shop.test, *.shop.test, true",
        "www.shop.test, *.shop.test, false",
        "w*.shop.test, www.shop.test, false",
        "*.test, shop.test, false",
        "10.0.0.7, 10.0.0.7, true",
        "10.0.0.7, 10.0.0.8, false",
        "2001:db8::7, 2001:db8:0:0:0:0:0:7, true",
        "xn--bcher-kva.test, bücher.test, true"
    })
    void a_host_is_covered_by_an_alternative_name_with_at_most_one_star(String name, String host, boolean isCovered) {
        assertThat(judge(Wish.leaf(name), host).status()).isEqualTo(isCovered ? Status.PASSED : Status.FAILED);
    }

    @Test
    void the_common_name_covers_nothing() {
        assertFailed(
                judge(Wish.leaf().named("CN=shop.test"), "shop.test"),
                "no subject alternative name of its leaf covers shop.test");
        assertFailed(judge(Wish.leaf("10.0.0.7").named("CN=x"), "shop.test"), "covers shop.test");
    }

    @Test
    void it_must_be_valid_now_and_that_long() {
        Wish wish = Wish.leaf("shop.test");
        assertFailed(judge(wish.until(NOW.minusSeconds(1)), "shop.test"), "its leaf expired at 2029-12-31T23:59:59Z");
        assertFailed(
                judge(wish.until(NOW.plus(ofDays(21)).minusSeconds(1)), "shop.test"),
                "its leaf expires at 2030-01-21T23:59:59Z");
        assertThat(judge(wish.until(NOW.plus(ofDays(21))), "shop.test").status())
                .isEqualTo(Status.PASSED);
        assertFailed(
                judge(wish.from(NOW.plusSeconds(1)), "shop.test"), "its leaf is valid from 2030-01-01T00:00:01Z only");
        assertThat(judge(wish.from(NOW), "shop.test").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void an_authority_that_expires_sooner_ends_its_certificates() {
        Issued middle = issue(Wish.authority("CN=middle").until(NOW.plus(ofDays(5))), keys("EC"), ROOT);
        Issued leaf = issue(Wish.leaf("shop.test"), KEYS, middle);
        assertFailed(
                judge(chain(leaf, middle), leaf.key(), roots(ROOT), "shop.test"),
                "certificate 2 of its chain expires at 2030-01-06T00:00:00Z");
    }

    @Test
    void an_expired_cross_signed_root_behind_a_known_one_harms_nobody() {
        Issued old = issue(Wish.authority("CN=old").until(NOW.minusSeconds(9)), keys("EC"), null);
        Issued cross = issue(Wish.authority("CN=root").until(NOW.minusSeconds(9)), ROOT.keys(), old);
        assertThat(judge(chain(LEAF, MIDDLE, cross), LEAF.key(), roots(ROOT), "shop.test")
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void a_leaf_without_its_issuer_is_not_complete() {
        assertFailed(
                judge(chain(LEAF), LEAF.key(), roots(ROOT), "shop.test"),
                "the chain is not complete: the issuer of the leaf is not in it, and no root that clients know");
        assertThat(judge(chain(LEAF), LEAF.key(), roots(MIDDLE), "shop.test").status())
                .as("an issuer that clients know need not be sent")
                .isEqualTo(Status.PASSED);
    }

    @Test
    void each_certificate_is_signed_by_the_next() {
        Issued impostor = issue(Wish.authority("CN=middle"), keys("EC"), ROOT);
        assertFailed(
                judge(chain(LEAF, impostor), LEAF.key(), roots(ROOT), "shop.test"),
                "certificate 2 did not sign certificate 1");
        assertFailed(
                judge(chain(LEAF, ROOT, MIDDLE), LEAF.key(), roots(), "shop.test"),
                "certificate 2 did not sign certificate 1");
        assertFailed(
                judge(chain(MIDDLE, LEAF), LEAF.key(), roots(ROOT), "shop.test"),
                "the public key of tls.key is not that of the leaf");
    }

    @Test
    void a_certificate_that_is_no_authority_signs_nothing() {
        Issued noAuthority = issue(Wish.authority("CN=middle").authority(false), keys("EC"), ROOT);
        Issued leaf = issue(Wish.leaf("shop.test"), KEYS, noAuthority);
        assertFailed(
                judge(chain(leaf, noAuthority), leaf.key(), roots(ROOT), "shop.test"),
                "certificate 2 did not sign certificate 1");
    }

    @Test
    void a_root_that_java_does_not_know_is_a_warning() {
        assertThat(judge(chain(LEAF, MIDDLE), LEAF.key(), roots(), "shop.test").warnings())
                .containsExactly("its root is none that Java trusts: only clients that do accept it");
        assertThat(judge(chain(LEAF, MIDDLE, ROOT), LEAF.key(), roots(), "shop.test")
                        .warnings())
                .containsExactly("it is signed by a root of its own: only clients that trust it accept it");
        Issued own = issue(Wish.leaf("shop.test"), KEYS, null);
        assertThat(judge(chain(own), own.key(), roots(), "shop.test").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void the_authority_beside_it_completes_the_chain_for_those_who_trust_it() {
        Issued leaf = issue(Wish.leaf("shop.test"), KEYS, ROOT);
        Outcome outcome = new ServerCertificate(leaf.pem(), leaf.key(), ROOT.pem())
                .judge(List.of("shop.test"), Duration.ofDays(1), NOW, List.of());
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.warnings()).containsExactly("only clients that trust ca.crt accept it");
        assertFailed(
                new ServerCertificate(leaf.pem(), leaf.key(), MIDDLE.pem())
                        .judge(List.of("shop.test"), Duration.ofDays(1), NOW, List.of()),
                "the issuer of the leaf is not in it");
    }

    @Test
    void a_certificate_for_clients_does_not_serve() {
        assertFailed(judge(Wish.leaf("shop.test").use("client"), "shop.test"), "its leaf is not for servers");
        assertThat(judge(Wish.leaf("shop.test").use("server"), "shop.test").status())
                .isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=(STAGING) Pretend Pear X1", "CN=Kubernetes Ingress Controller Fake Certificate"})
    void an_issuer_of_tests_is_named(String issuer) {
        Issued middle = issue(Wish.authority(issuer), keys("EC"), ROOT);
        Issued leaf = issue(Wish.leaf("shop.test"), KEYS, middle);
        assertFailed(
                judge(chain(leaf, middle), leaf.key(), roots(ROOT), "shop.test"),
                "its issuer makes certificates for tests only: " + issuer);
    }

    @Test
    void explanations_around_the_blocks_are_no_certificates() {
        String text = "subject=leaf\n" + LEAF.pem() + "issuer=middle\r\n"
                + MIDDLE.pem().replace("\n", "\r\n");
        assertThat(judge(text, LEAF.key(), roots(ROOT), "shop.test").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_text_without_certificates_or_with_other_things_too_is_refused() {
        String words = "expected certificates in PEM under tls.crt but found none, or other things too";
        for (String text : List.of(
                "",
                "x",
                LEAF.pem().replace("MII", "***"),
                LEAF.pem() + LEAF.key(),
                LEAF.pem().substring(0, 90))) {
            assertThat(judge(text, LEAF.key(), roots(ROOT), "shop.test").message())
                    .isEqualTo(words);
        }
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        Outcome outcome = judge(chain(LEAF), keys("EC").toString(), roots(), "other.test");
        assertThat(outcome.message().split(";")).hasSize(3);
        assertThat(new ServerCertificate(LEAF.pem(), LEAF.key(), "")).hasToString("***");
    }
}
