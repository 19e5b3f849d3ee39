package dev.checklist.k8s;

import static dev.checklist.k8s.PublicCheck.inShop;
import static dev.checklist.k8s.PublicCheck.of;
import static dev.checklist.k8s.PublicCheck.ofEach;

import dev.checklist.Check;
import dev.checklist.k8s.tls.TestCertificates;
import dev.checklist.k8s.tls.TestCertificates.Issued;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The public predicates over Secrets and ConfigMaps. */
final class ConfigContract {
    private static final Issued CERTIFICATE = TestCertificates.selfSigned("shop.test");
    private static final Issued OTHER = TestCertificates.selfSigned("shop.test");
    private static final String URL = "postgresql://orders_rw:Tq6mXz9LpW2vRk8NcY4jHs7B@db.orders.svc:5432/orders";

    private ConfigContract() {}

    /** Writes the certificate and its key into a file of objects, which holds none itself. */
    static String filledIn(String yaml) {
        return yaml.replace("$CERTIFICATE", base64(CERTIFICATE.pem())).replace("$KEY", base64(CERTIFICATE.key()));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<PublicCheck> checks() {
        return Stream.of(secrets(), keys(), urls(), proofs(), maps())
                .flatMap(List::stream)
                .toList();
    }

    /** Those that read the values of Secrets. */
    static List<PublicCheck> ofSecrets() {
        return Stream.of(secrets(), keys(), urls()).flatMap(List::stream).toList();
    }

    private static UnaryOperator<FakeCluster> value(String secret, String key, String value) {
        return cluster -> cluster.with("secrets/" + secret, "/data/" + key, base64(value));
    }

    private static List<PublicCheck> secrets() {
        return List.of(
                inShop(
                        "SecretChecks.exists()",
                        "secrets/keeper",
                        shop -> shop.secret("keeper").exists(),
                        cluster -> cluster.without("secrets/keeper")),
                inShop(
                        "SecretChecks.isOfType(String)",
                        "secrets/keeper",
                        shop -> shop.secret("keeper").isOfType("Opaque"),
                        cluster -> cluster.with("secrets/keeper", "/type", "kubernetes.io/tls")),
                inShop(
                        "SecretChecks.hasNoPlaceholders()",
                        "secrets/keeper-url",
                        shop -> shop.secret("keeper-url").hasNoPlaceholders(),
                        value("keeper-url", "url", "postgresql://orders_rw:p%61ssword@db.orders.svc/orders")),
                inShop(
                        "SecretChecks.hasNoPlaceholders(String, String[])",
                        "secrets/keeper",
                        shop -> shop.secret("keeper").hasNoPlaceholders("password"),
                        value("keeper", "password", "please-change-me")),
                ofEach(
                        "SecretsChecks.exist()",
                        "secrets/keeper-2",
                        checks -> checks.inNamespace("shop").secrets("keeper-2").exist(),
                        cluster -> cluster.without("secrets/keeper-2")),
                ofEach(
                        "SecretsChecks.haveNoPlaceholders()",
                        "secrets/keeper-2",
                        checks -> checks.inNamespace("shop").secrets("keeper-2").haveNoPlaceholders(),
                        value("keeper-2", "token", "<the token of the shop>")),
                inShop(
                        "TlsSecretChecks.isValidFor(Duration, String, String[])",
                        "secrets/keeper-tls",
                        shop -> shop.tlsSecret("keeper-tls").isValidFor(Duration.ofDays(21), "shop.test"),
                        value("keeper-tls", "tls.key", OTHER.key())));
    }

    private static PublicCheck ofKey(
            String name, String secret, String key, Function<SecretKeyChecks, Check> check, String wrong) {
        return inShop(
                "SecretKeyChecks." + name,
                "secrets/" + secret,
                shop -> check.apply(shop.secret(secret).key(key)),
                value(secret, key, wrong));
    }

    private static List<PublicCheck> keys() {
        return List.of(
                ofKey("isNotEmpty()", "keeper", "password", SecretKeyChecks::isNotEmpty, " \n"),
                ofKey(
                        "hasLength(int)",
                        "keeper-3",
                        "cipher",
                        key -> key.hasLength(32),
                        "Qm7!tZ4rKx9#Lw2pVd6yNs8bHf3gJc5e\n"),
                ofKey(
                        "hasNoTrailingNewline()",
                        "keeper",
                        "password",
                        SecretKeyChecks::hasNoTrailingNewline,
                        "kV3nWq8ZtRx5LmB2yHdP7sJc\n"),
                ofKey("isNotPlaceholder()", "keeper", "password", SecretKeyChecks::isNotPlaceholder, "changeme"),
                ofKey("hasEntropyOf(int)", "keeper-2", "token", key -> key.hasEntropyOf(128), "Zr5kQw8Lm"),
                ofKey("isStrong()", "keeper", "password", SecretKeyChecks::isStrong, "kV3nWq8ZtRx5LmB2Shopper7sJc"),
                ofKey("decodesTo(int)", "keeper-2", "token", key -> key.decodesTo(32), "Zr5k"),
                ofKey("isUrl()", "keeper-url", "url", SecretKeyChecks::isUrl, URL.replace("B@", "B@@")),
                inShop(
                        "SecretKeyChecks.differsFrom(SecretKeyChecks)",
                        "secrets/keeper-2",
                        shop -> shop.secret("keeper-2")
                                .key("token")
                                .differsFrom(shop.secret("keeper-3").key("cipher")),
                        value("keeper-2", "token", "Qm7!tZ4rKx9#Lw2pVd6yNs8bHf3gJc5e\n")));
    }

    private static PublicCheck ofUrl(String name, Function<SecretUrlChecks, Check> check, String wrong) {
        return inShop(
                name,
                "secrets/keeper-url",
                shop -> check.apply(shop.secret("keeper-url").key("url").url()),
                value("keeper-url", "url", wrong));
    }

    private static List<PublicCheck> urls() {
        return List.of(
                ofUrl(
                        "SecretUrlChecks.isUrl()",
                        SecretUrlChecks::isUrl,
                        "postgresql://orders_rw:Tq6mXz9LpW2vRk8N@/orders"),
                ofUrl(
                        "SecretUrlChecks.pointsTo(String, int, String)",
                        url -> url.pointsTo("db.orders.svc", 5432, "orders"),
                        URL.replace("5432", "5433")),
                ofUrl(
                        "SecretUrlChecks.pointsTo(String, String)",
                        url -> url.pointsTo("db.orders.svc", "orders"),
                        URL.replace("db.orders", "db-7Hq.staging")),
                ofUrl(
                        "SecretPasswordChecks.isStrong()",
                        url -> url.password().isStrong(),
                        "postgresql://orders_rw:Tq6mXz9L@db.orders.svc:5432/orders"));
    }

    private static PublicCheck ofPods(String name, String field, Function<NamespacedChecks, Check> check) {
        return of(
                        name,
                        "deployments/keeper",
                        checks -> check.apply(checks.inNamespace("shop-config")),
                        cluster -> cluster.with("pods/keeper-1-a", "/spec/" + field + "/optional", true))
                .stale(cluster -> cluster.with("deployments/keeper", "/metadata/generation", 3));
    }

    private static List<PublicCheck> proofs() {
        String variable = "containers/0/env/0/valueFrom/secretKeyRef";
        return List.of(
                ofPods(
                        "SecretChecks.isProvenByPods()",
                        variable,
                        shop -> shop.secret("keeper").isProvenByPods()),
                ofPods(
                        "SecretKeyChecks.isProvenByPods()",
                        variable,
                        shop -> shop.secret("keeper").key("password").isProvenByPods()),
                ofPods("SecretsChecks.areProvenByPods()", "volumes/0/secret", shop -> (Check)
                        shop.secrets("keeper-2").areProvenByPods().items().get(0)));
    }

    private static List<PublicCheck> maps() {
        return List.of(
                inShop(
                        "ConfigMapChecks.hasValue(String, String)",
                        "configmaps/keeper",
                        shop -> shop.configMap("keeper").hasValue("MODE", "production"),
                        cluster -> cluster.with("configmaps/keeper", "/data/MODE", "Production")),
                inShop(
                        "ConfigMapChecks.hasNoPlaceholders()",
                        "configmaps/keeper",
                        shop -> shop.configMap("keeper").hasNoPlaceholders(),
                        cluster -> cluster.with("configmaps/keeper", "/data/LEVEL", " ")),
                inShop(
                        "ConfigMapChecks.hasNoPlaceholders(String, String[])",
                        "configmaps/keeper",
                        shop -> shop.configMap("keeper").hasNoPlaceholders("MODE"),
                        cluster -> cluster.with("configmaps/keeper", "/data/MODE", null)),
                ofEach(
                        "ConfigMapsChecks.exist()",
                        "configmaps/keeper-2",
                        checks -> checks.inNamespace("shop")
                                .configMaps("keeper-2")
                                .exist(),
                        cluster -> cluster.without("configmaps/keeper-2")),
                ofEach(
                        "ConfigMapsChecks.haveNoPlaceholders()",
                        "configmaps/keeper-2",
                        checks -> checks.inNamespace("shop")
                                .configMaps("keeper-2")
                                .haveNoPlaceholders(),
                        cluster -> cluster.with("configmaps/keeper-2", "/data/MODE", "your-mode")));
    }
}
