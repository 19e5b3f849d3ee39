package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngressTlsHealthTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Tree SECRET = secret();
    private static final Tree INGRESS = Tree.yaml("spec: {tls: [{hosts: [cart.example], secretName: cart-tls}]}");

    /** The one of the contract, for cart.example and *.cart.example, until 2126. */
    private static Tree secret() {
        List<?> objects = (List<?>) Tree.resource("../shop-cluster.yaml").at("/objects");
        return objects.stream()
                .map(Tree::new)
                .filter(object -> "Secret".equals(object.at("/kind")))
                .findFirst()
                .orElseThrow();
    }

    private static Health judge(Tree ingress, Tree secret, Instant now, String... hosts) {
        return IngressTlsHealth.of(
                ingress.as(Ingress.class), Set.of(hosts), Map.of("cart-tls", secret.as(Secret.class)), now);
    }

    private static Health judge(Tree ingress, Tree secret) {
        return judge(ingress, secret, NOW, "cart.example");
    }

    @Test
    void a_certificate_for_every_host_of_the_entry_is_healthy() {
        assertHealth(judge(INGRESS, SECRET), HEALTHY, "certificates for cart.example");
        assertThat(judge(INGRESS, SECRET).fields().get("secret cart-tls"))
                .contains("certificate for *.cart.example, cart.example until 2126");
        assertThat(IngressTlsHealth.secrets(INGRESS.as(Ingress.class))).containsExactly("cart-tls");
    }

    @Test
    void a_host_without_an_entry_is_not_served_over_tls() {
        assertHealth(judge(INGRESS, SECRET, NOW, "cart.example", "a.example"), FAILED, "no TLS entry is for a.example");
        assertHealth(judge(INGRESS.without("/spec/tls"), SECRET), FAILED, "no TLS entry is for cart.example");
        assertHealth(judge(INGRESS.without("/spec/tls/0/hosts"), SECRET), FAILED, "no TLS entry is for cart.example");
    }

    @Test
    void a_wildcard_stands_for_one_label() {
        Tree wild = INGRESS.with("/spec/tls/0/hosts", List.of("*.cart.example"));
        assertHealth(judge(wild, SECRET, NOW, "eu.cart.example"), HEALTHY);
        assertHealth(judge(wild, SECRET, NOW, "cart.example"), FAILED, "no TLS entry is for cart.example");
        assertHealth(judge(wild, SECRET, NOW, "a.b.cart.example"), FAILED, "no TLS entry is for a.b.cart.example");
    }

    @Test
    void a_certificate_for_another_name_fails() {
        Tree two = INGRESS.with("/spec/tls/0/hosts", List.of("cart.example", "shop.example"));
        assertHealth(judge(two, SECRET), FAILED, "the certificate in the secret cart-tls is not for shop.example but");
    }

    @Test
    void a_certificate_counts_while_it_is_valid() {
        Instant early = Instant.parse("2026-01-01T00:00:00Z");
        Instant late = Instant.parse("2127-01-01T00:00:00Z");
        assertHealth(judge(INGRESS, SECRET, early, "cart.example"), FAILED, "is valid from 2026-");
        assertHealth(judge(INGRESS, SECRET, late, "cart.example"), FAILED, "has expired, on 2126-");
    }

    @ParameterizedTest
    @CsvSource({
        "/type, Opaque, is of type Opaque",
        "/data/tls.crt, '', has no certificate",
        "/data/tls.crt, bm9uZQ==, has no certificate",
        "/data/tls.crt, not base64, has no certificate",
        "/data/tls.key, '', has no private key",
        "/metadata/deletionTimestamp, 2029-12-31T00:00:00Z, is being deleted"
    })
    void a_secret_that_holds_no_certificate_fails(String pointer, String value, String words) {
        assertHealth(judge(INGRESS, SECRET.with(pointer, value)), FAILED, "the secret cart-tls", words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data", "/data/tls.crt", "/data/tls.key", "/type"})
    void a_secret_without_it_fails(String pointer) {
        assertHealth(judge(INGRESS, SECRET.without(pointer)), FAILED, "the secret cart-tls");
    }

    @Test
    void an_entry_without_a_secret_fails() {
        assertHealth(judge(INGRESS.without("/spec/tls/0/secretName"), SECRET), FAILED, "names no secret");
        assertHealth(judge(INGRESS.with("/spec/tls/0/secretName", "x"), SECRET), FAILED, "the secret x does not exist");
    }

    @Test
    void an_ingress_that_is_being_deleted_is_on_its_way_out() {
        assertHealth(judge(INGRESS.with("/metadata/deletionTimestamp", "2030-01-01T00:00:00Z"), SECRET), PROGRESSING);
    }
}
