package dev.checklist.k8s;

import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets and ConfigMaps are asked for one by one, by their names, and each is a line of its own. */
class ConfigTest {
    private ApiStub stub;
    private Clients client;
    private NamespacedChecks shop;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
        client = Clients.to(stub.url());
        shop = client.checks().inNamespace("shop");
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    private static Report run(Item item) {
        return ChecklistRunner.create().run(checklist("config", item));
    }

    private Result run(FakeCluster cluster, Function<NamespacedChecks, Check> check) {
        stub.become(cluster::answer);
        return CheckTester.create().run(check.apply(shop));
    }

    private static FakeCluster keeper(String key, String value) {
        return FakeCluster.healthy().with("secrets/keeper", "/data/" + key, ConfigContract.base64(value));
    }

    @Test
    void several_secrets_are_one_line_each_and_one_get_each_and_no_list() {
        Report report = run(shop.secrets("keeper", "keeper-2", "missing").exist());
        assertThat(report.results())
                .extracting(result -> result.line().title())
                .containsExactly("secret keeper exists", "secret keeper-2 exists", "secret missing exists");
        assertThat(report.results())
                .extracting(Result::status)
                .containsExactly(Status.PASSED, Status.PASSED, Status.FAILED);
        assertThat(stub.asked())
                .containsExactlyInAnyOrder(
                        "GET /api/v1/namespaces/shop/secrets/keeper",
                        "GET /api/v1/namespaces/shop/secrets/keeper-2",
                        "GET /api/v1/namespaces/shop/secrets/missing",
                        "GET /api/v1/namespaces/shop");
    }

    @Test
    void several_config_maps_are_one_line_each_and_one_get_each_and_no_list() {
        assertThat(run(shop.configMaps("api", "keeper", "keeper-2").exist()).results())
                .hasSize(3)
                .allMatch(result -> result.status() == Status.PASSED);
        assertThat(stub.asked()).hasSize(3).allMatch(request -> request.matches("GET .*/configmaps/[-a-z0-9]+"));
    }

    @Test
    void many_questions_about_one_secret_cost_one_get() {
        SecretKeyChecks password = shop.secret("keeper").key("password");
        Report report = ChecklistRunner.create()
                .run(checklist(
                        "keeper",
                        shop.secret("keeper").exists(),
                        shop.secret("keeper").hasNoPlaceholders(),
                        password.isNotEmpty(),
                        password.isStrong(),
                        password.hasNoTrailingNewline()));
        assertThat(report.results()).allMatch(result -> result.status() == Status.PASSED);
        assertThat(stub.asked()).containsExactly("GET /api/v1/namespaces/shop/secrets/keeper");
    }

    @Test
    void pods_prove_a_secret_that_may_not_be_read() {
        stub.become(request -> request.path().contains("/secrets/")
                ? Situation.FORBIDDEN.strike(FakeCluster.healthy(), any -> true).apply(request)
                : FakeCluster.healthy().answer(request));
        SecretChecks keeper = client.checks().inNamespace("shop-config").secret("keeper");
        Result read = CheckTester.create().run(keeper.exists());
        assertThat(read.status()).isEqualTo(Status.ERROR);
        assertThat(read.mark()).isEqualTo(Mark.NOT_PERMITTED);
        assertThat(CheckTester.create().run(keeper.isProvenByPods()).status()).isEqualTo(Status.PASSED);
        assertThat(CheckTester.create()
                        .run(keeper.key("password").isProvenByPods())
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(CheckTester.create()
                        .run(keeper.key("other").isProvenByPods())
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_missing_key_is_named() {
        assertThat(run(
                                FakeCluster.healthy(),
                                shop -> shop.secret("keeper").key("other").isNotEmpty())
                        .message())
                .isEqualTo("expected the key other but it is missing");
        assertThat(run(FakeCluster.healthy(), shop -> shop.secret("keeper").hasNoPlaceholders("password", "other"))
                        .message())
                .isEqualTo("expected the key other but it is missing");
    }

    @Test
    void what_is_no_text_has_no_strength() {
        FakeCluster binary = FakeCluster.healthy().with("secrets/keeper", "/data/password", "/////w==");
        assertThat(run(binary, shop -> shop.secret("keeper").key("password").isStrong())
                        .message())
                .isEqualTo("expected a text under the key password but found bytes that are none in UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"username, hdp7s", "POSTGRES_DB, zt8!r", "dbname, y-Hd"})
    void the_names_in_the_other_keys_must_not_be_in_a_password(String key, String name) {
        FakeCluster cluster = keeper(key, name + "\n")
                .with("secrets/keeper", "/data/password", ConfigContract.base64("kV3nWq8ZtRx5LmB2yQ" + name + "JcX4"));
        assertThat(run(cluster, shop -> shop.secret("keeper").key("password").isStrong())
                        .message())
                .isEqualTo("expected that the key password is strong but it contains the name of its user, its database"
                        + " or its application");
    }

    @Test
    void the_names_of_the_application_must_not_be_in_a_password() {
        for (String name : List.of("keeper", "shop", "billing")) {
            FakeCluster cluster = keeper("password", "kV3nWq8ZtRx5LmB2yQ" + name + "JcX4")
                    .with("secrets/keeper", "/metadata/labels", java.util.Map.of("app.kubernetes.io/name", "billing"));
            assertThat(run(
                                    cluster,
                                    shop -> shop.secret("keeper")
                                            .key("password")
                                            .isStrong())
                            .status())
                    .as(name)
                    .isEqualTo(Status.FAILED);
        }
    }

    @Test
    void a_url_without_a_password_has_no_strong_one() {
        FakeCluster cluster = keeper("url", "postgres://db/orders");
        assertThat(run(
                                cluster,
                                shop -> shop.secret("keeper")
                                        .key("url")
                                        .url()
                                        .password()
                                        .isStrong())
                        .message())
                .isEqualTo("expected that the key url holds a URL with a strong password but it has no password");
        assertThat(run(
                                keeper("url", "db"),
                                shop -> shop.secret("keeper")
                                        .key("url")
                                        .url()
                                        .password()
                                        .isStrong())
                        .message())
                .isEqualTo("expected that the key url holds a URL but it does not start with a scheme and \"://\"");
    }

    @Test
    void empty_values_do_not_differ() {
        assertThat(run(
                                keeper("password", " "),
                                shop -> shop.secret("keeper")
                                        .key("password")
                                        .differsFrom(shop.secret("keeper").key("username")))
                        .message())
                .endsWith("but one of them is empty");
    }

    @Test
    void a_tls_secret_is_of_its_type() {
        Function<NamespacedChecks, Check> check =
                shop -> shop.tlsSecret("keeper-tls").isValidFor(Duration.ofDays(21), "shop.test");
        assertThat(run(FakeCluster.healthy().with("secrets/keeper-tls", "/type", "Opaque"), check)
                        .message())
                .isEqualTo("expected the type kubernetes.io/tls but found Opaque");
        assertThat(run(FakeCluster.healthy().with("secrets/keeper-tls", "/data/tls.key", null), check)
                        .message())
                .isEqualTo("expected the key tls.key but it is missing");
    }

    @Test
    void a_value_that_differs_in_blanks_only_says_so() {
        FakeCluster cluster = FakeCluster.healthy().with("configmaps/keeper", "/data/MODE", "production\n");
        assertThat(run(cluster, shop -> shop.configMap("keeper").hasValue("MODE", "production"))
                        .message())
                .isEqualTo("expected \"production\" under the key MODE but it has another value, by blanks or line"
                        + " breaks around it only");
        assertThat(run(cluster, shop -> shop.configMap("keeper").hasValue("MODE", "staging"))
                        .message())
                .endsWith("but it has another value");
        assertThat(run(cluster, shop -> shop.configMap("keeper").hasValue("OTHER", "x"))
                        .message())
                .endsWith("but it is missing");
        assertThat(run(cluster, shop -> shop.configMap("api").hasValue("logo", "x"))
                        .message())
                .endsWith("but it is binary");
    }

    @Test
    void a_map_or_secret_without_keys_shows_nothing_good() {
        FakeCluster cluster =
                FakeCluster.healthy().with("configmaps/keeper", "/data", null).with("secrets/keeper", "/data", null);
        String none = "expected keys without placeholders but found no keys";
        assertThat(run(cluster, shop -> shop.configMap("keeper").hasNoPlaceholders())
                        .message())
                .isEqualTo(none);
        assertThat(run(cluster, shop -> shop.secret("keeper").hasNoPlaceholders())
                        .message())
                .isEqualTo(none);
    }

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void a_number_below_one_would_pass_on_nothing(int number) {
        SecretKeyChecks key = shop.secret("keeper").key("password");
        assertRefused(() -> key.hasLength(number), "the number of characters is " + number);
        assertRefused(() -> key.hasEntropyOf(number), "the number of bits is " + number);
        assertRefused(() -> key.decodesTo(number), "the number of bytes is " + number);
        assertRefused(() -> key.url().pointsTo("db", number, "x"), "the port is " + number);
        assertRefused(
                () -> shop.tlsSecret("keeper-tls").isValidFor(Duration.ofDays(number), "shop.test"),
                "the time left is " + Duration.ofDays(number));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "https://shop.test", "shop.test:443", "shop..test", "*", "*.", "a*.test"})
    void a_host_that_no_certificate_names_is_refused(String host) {
        assertRefused(() -> shop.tlsSecret("keeper-tls").isValidFor(Duration.ofDays(1), host), "the host is ");
        assertRefused(
                () -> shop.tlsSecret("keeper-tls").isValidFor(Duration.ofDays(1), "shop.test", host), "the host is ");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "https://db", "db:5432", "a,,b", "a,"})
    void a_host_that_no_url_names_is_refused(String host) {
        SecretUrlChecks url = shop.secret("keeper").key("url").url();
        assertRefused(() -> url.pointsTo(host, 5432, "x"), "the host is ");
        assertRefused(() -> url.pointsTo(host, "x"), "the host is ");
    }

    @Test
    void other_arguments_that_make_no_sense_are_refused() {
        SecretKeyChecks key = shop.secret("keeper").key("password");
        assertRefused(() -> shop.secret("keeper").isOfType(" "), "the type is blank");
        assertRefused(() -> shop.secret("keeper").isOfType(null), "the type is null");
        assertRefused(() -> key.differsFrom(null), "the other key is null");
        assertRefused(
                () -> key.differsFrom(shop.secret("keeper").key("password")), "the other key is this key, password");
        assertRefused(() -> key.url().pointsTo("db", 5432, " "), "the database is blank");
        assertRefused(() -> key.url().pointsTo("db", 65536, "x"), "the port is 65536");
        assertRefused(() -> shop.secrets("a", "b", "a"), "the name \"a\" is given twice");
        assertRefused(() -> shop.configMaps("a", "A"), "the name of the config map is \"A\"");
        assertRefused(() -> shop.configMap("keeper").hasValue("MODE", null), "the expected value is null");
        assertRefused(() -> shop.tlsSecret("a/b"), "the name of the secret is \"a/b\"");
    }

    @Test
    void no_expected_value_is_in_the_key_of_a_line() {
        SecretKeyChecks key = shop.secret("keeper").key("password");
        assertThat(key.hasLength(7).key()).isEqualTo(key.hasLength(8).key());
        assertThat(key.hasEntropyOf(7).key()).isEqualTo(key.hasEntropyOf(8).key());
        assertThat(key.decodesTo(7).key()).isEqualTo(key.decodesTo(8).key());
        assertThat(key.url().pointsTo("a", 1, "b").key())
                .isEqualTo(key.url().pointsTo("c", 2, "d").key());
        assertThat(shop.configMap("keeper").hasValue("A", "1").key())
                .isEqualTo(shop.configMap("keeper").hasValue("A", "2").key());
        assertThat(shop.tlsSecret("t").isValidFor(Duration.ofDays(1), "a").key())
                .isEqualTo(
                        shop.tlsSecret("t").isValidFor(Duration.ofDays(2), "b").key());
        assertThat(shop.secret("keeper").hasKeys("a").key())
                .isNotEqualTo(shop.secret("keeper").hasKeys("b").key());
    }
}
