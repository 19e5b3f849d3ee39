package dev.checklist.k8s;

import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.k8s.health.Health;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the table of the contract cannot say about operators and custom resources. */
class OperatorTest {
    private static final Wire NOT_FOUND = Wire.text(404, "text/plain; charset=utf-8", "404 page not found\n");
    private static final FakeCluster SHOP = FakeCluster.healthy();

    private ApiStub stub;
    private Clients client;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(SHOP::answer);
        client = Clients.to(stub.url());
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    private NamespacedChecks data() {
        return client.checks().inNamespace("shop-data");
    }

    private static ResourceChecks widget(NamespacedChecks data) {
        return data.resource("example.com/v1", "Widget", "widgets", "blue");
    }

    private Result run(Check check, Function<Request, Wire> behaviour) {
        stub.become(behaviour);
        return CheckTester.create().run(check);
    }

    static Stream<PublicCheck> customResources() {
        return OperatorContract.checks().stream()
                .filter(check -> !check.name().startsWith("CustomResourceDefinition"))
                .filter(check -> !check.name().startsWith("Operator"));
    }

    // ---- a kind that is not served

    @ParameterizedTest
    @MethodSource("customResources")
    void a_kind_that_is_not_served_is_not_an_object_that_is_absent(PublicCheck check) {
        String group = group(check);
        Result result = run(
                check.check().apply(client.checks()),
                request ->
                        request.path().startsWith("/apis/" + group + "/") ? NOT_FOUND : withoutGroup(request, group));
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.FAILED);
        assertThat(result.message())
                .contains("but its CRD is not installed", "serves no such kind in " + group + "/v1")
                .doesNotContain("absent");
    }

    @ParameterizedTest
    @MethodSource("customResources")
    void a_version_that_lists_other_kinds_only_does_not_serve_this_one(PublicCheck check) {
        String group = group(check);
        String list = "{\"kind\":\"APIResourceList\",\"apiVersion\":\"v1\",\"groupVersion\":\"" + group
                + "/v1\",\"resources\":[{\"name\":\"others\"}]}";
        Result result = run(check.check().apply(client.checks()), request -> {
            if (request.path().equals("/apis/" + group + "/v1")) {
                return Wire.json(200, list);
            }
            return request.path().startsWith("/apis/" + group + "/") ? NOT_FOUND : SHOP.answer(request);
        });
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("but its CRD is not installed");
    }

    @ParameterizedTest
    @MethodSource("customResources")
    void a_proxy_that_finds_no_page_says_nothing_about_kinds(PublicCheck check) {
        Result result = run(
                check.check().apply(client.checks()),
                request -> request.path().equals("/version") ? SHOP.answer(request) : NOT_FOUND);
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.ERROR);
        assertThat(result.message()).doesNotContain("CRD is not installed", "absent");
    }

    @Test
    void who_may_not_ask_discovery_does_not_learn_whether_the_kind_is_served() {
        Result result = run(widget(data()).isHealthy(), request -> {
            if (FakeDiscovery.isAsked(request.path())) {
                return Wire.status(403, "Forbidden", "User cannot do that");
            }
            return request.path().startsWith("/apis/example.com/") ? NOT_FOUND : SHOP.answer(request);
        });
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.NOT_PERMITTED);
        assertThat(result.message()).contains("not permitted: get /apis/example.com/v1");
    }

    @Test
    void a_kind_that_is_served_but_not_at_that_path_is_an_error() {
        Result result = run(
                widget(data()).isHealthy(),
                request -> request.path().contains("/widgets/") ? NOT_FOUND : SHOP.answer(request));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("serves widgets.example.com, but not at");
    }

    private static String group(PublicCheck check) {
        String plural = check.subject().substring(0, check.subject().indexOf('/'));
        return SHOP.objects().keySet().stream()
                .filter(path -> path.contains("/" + plural + "/"))
                .findFirst()
                .orElseThrow()
                .split("/")[2];
    }

    private static Wire withoutGroup(Request request, String group) {
        FakeCluster rest = SHOP.without("/apis/" + group + "/").without("customresourcedefinitions/");
        if (FakeDiscovery.isAsked(request.path())) {
            FakeCluster.Truth truth = FakeDiscovery.answer(request.path(), rest, "");
            return Wire.json(truth.code(), truth.body());
        }
        return rest.answer(request);
    }

    // ---- requests

    @Test
    void custom_resources_and_definitions_are_read_by_name_however_many_checks_ask() {
        ResourceChecks blue = widget(data());
        for (Check check : List.of(
                blue.isHealthy(),
                blue.hasCondition("Ready", "True"),
                client.checks().customResourceDefinition("widgets.example.com").isEstablished(),
                data().cnpgCluster("db").isReady(1),
                client.checks().clusterIssuer("letsencrypt").isReady(),
                client.checks()
                        .resource("example.com/v1", "Widget", "widgets", "everywhere")
                        .isHealthy())) {
            assertThat(run(check, SHOP::answer).status()).as(check.title()).isEqualTo(Status.PASSED);
            assertThat(stub.requests())
                    .extracting(Request::path)
                    .allMatch(path -> path.equals("/version") || SHOP.objects().containsKey(path));
        }
    }

    @Test
    void only_backups_are_listed_and_none_of_them_is_never() {
        FakeCluster none = SHOP.without("/backups/").without("/perconaservermongodbbackups/");
        for (Check check : List.of(
                data().cnpgCluster("db").hasBackupNewerThan(Duration.ofDays(1)),
                data().psmdb("mongo").hasBackupNewerThan(Duration.ofDays(1)))) {
            Result result = run(check, none::answer);
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.message()).contains("never: none of 0 backups completed");
        }
    }

    // ---- rules of the author's own

    @Test
    void a_rule_of_the_author_s_own_judges_the_kind() {
        KubernetesChecks checks = client.checks()
                .withRule(
                        "example.com",
                        "Widget",
                        (object, now) -> Health.of(
                                object.text("/status/phase")
                                                .filter("Running"::equals)
                                                .isPresent()
                                        ? HEALTHY
                                        : Health.State.PROGRESSING,
                                "by my rule"));
        Check check = widget(checks.inNamespace("shop-data")).isHealthy();
        assertThat(run(check, SHOP::answer).message()).isEqualTo("by my rule");
        Result result = run(check, SHOP.with("widgets/blue", "/status/phase", "Resting")::answer);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).isEqualTo("expected a healthy Widget but by my rule");
        assertThat(run(widget(data()).isHealthy(), SHOP::answer).message()).contains("no condition contradicts");
    }

    @Test
    @SuppressWarnings("NullAway") // an author's code is not checked by ours
    void a_rule_that_throws_or_returns_null_is_an_error_and_never_passes() {
        for (KubernetesChecks checks : List.of(
                client.checks().withRule("example.com", "Widget", (object, now) -> null),
                client.checks().withRule("example.com", "Widget", (object, now) -> {
                    throw new AssertionError("no");
                }),
                client.checks()
                        .withRule("example.com", "Widget", (object, now) -> Objects.requireNonNull((Health) null)))) {
            Result result = run(widget(checks.inNamespace("shop-data")).isHealthy(), SHOP::answer);
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("could not be judged: the rule of Widget.example.com");
        }
    }

    @Test
    void yellow_can_be_allowed() {
        FakeCluster yellow = SHOP.with("elasticsearches/search", "/status/health", "yellow");
        ElasticsearchChecks search = data().elasticsearch("search");
        assertThat(run(search.isReady(), yellow::answer).status()).isEqualTo(Status.FAILED);
        assertThat(run(search.allowingYellow().isReady(), yellow::answer).status())
                .isEqualTo(Status.PASSED);
    }

    // ---- operators

    @Test
    void each_part_of_an_operator_is_one_line_of_evidence_and_one_that_is_missing_decides() {
        Check check = client.checks()
                .operator(
                        "widgets",
                        OperatorPart.kinds("v1", "widgets.example.com", "gadgets.example.com"),
                        OperatorPart.ingressClass("widget"))
                .isInstalled();
        Result result = run(check, SHOP::answer);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message())
                .contains("1 of 3 parts are not: kind gadgets.example.com: expected the custom resource definition");
        assertThat(result.attempts().get(0).outcome().evidence())
                .containsOnlyKeys("kind widgets.example.com", "kind gadgets.example.com", "ingress class widget");
        Result forbidden = run(
                check,
                request -> request.path().contains("widgets.example.com")
                        ? Wire.status(403, "Forbidden", "User cannot do that")
                        : SHOP.answer(request));
        assertThat(forbidden.status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_webhook_that_calls_a_url_cannot_be_judged_and_one_that_calls_nothing_is_no_evidence() {
        Check check = client.checks()
                .operator("widgets", OperatorPart.validatingWebhook("widget-operator"))
                .isInstalled();
        String hook = "validatingwebhookconfigurations/widget-operator";
        FakeCluster url = SHOP.with(hook, "/webhooks/0/clientConfig/service", null)
                .with(hook, "/webhooks/0/clientConfig/url", "https://hook.example/");
        assertThat(run(check, url::answer).status()).isEqualTo(Status.ERROR);
        FakeCluster empty = SHOP.with(hook, "/webhooks", List.of());
        assertThat(run(check, empty::answer).status()).isEqualTo(Status.FAILED);
        FakeCluster leaving = SHOP.with(hook, "/metadata/deletionTimestamp", "2029-12-31T00:00:00Z");
        assertThat(run(check, leaving::answer).status()).isEqualTo(Status.FAILED);
        Check mutating = client.checks()
                .operator("widgets", OperatorPart.mutatingWebhook("widget-operator"))
                .isInstalled();
        assertThat(run(mutating, SHOP::answer).message()).contains("mutating webhook configuration", "absent");
    }

    @Test
    void an_ingress_class_that_leaves_or_names_no_controller_is_no_part() {
        Check check = client.checks()
                .operator("widgets", OperatorPart.ingressClass("widget"))
                .isInstalled();
        for (FakeCluster cluster : List.of(
                SHOP.with("ingressclasses/widget", "/spec/controller", null),
                SHOP.with("ingressclasses/widget", "/spec/controller", " "),
                SHOP.with("ingressclasses/widget", "/metadata/deletionTimestamp", "2029-12-31T00:00:00Z"))) {
            assertThat(run(check, cluster::answer).status()).isEqualTo(Status.FAILED);
        }
    }

    // ---- arguments

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may pass
    void what_cannot_be_asked_is_refused_when_the_list_is_built() {
        KubernetesChecks checks = client.checks();
        assertRefused(() -> checks.operator("widgets"), "no part");
        assertRefused(() -> checks.operator("widgets", (OperatorPart) null), "a part that is null");
        assertRefused(() -> checks.operator(" ", OperatorPart.ingressClass("a")), "the name of the operator is blank");
        assertRefused(() -> checks.customResourceDefinition("clusters"), "clusters.postgresql.cnpg.io");
        assertRefused(() -> checks.customResourceDefinition("a.example.com").serves("1.2"), "the version is \"1.2\"");
        assertRefused(() -> OperatorPart.kinds("v1", "clusters"), "clusters.postgresql.cnpg.io");
        assertRefused(() -> OperatorPart.deployment("ns", "name", ""), "the version is \"\"");
        assertRefused(() -> OperatorPart.validatingWebhook(null), "the name of the webhook configuration is null");
        assertRefused(() -> checks.withRule("widgets", "Widget", (o, n) -> Health.of(HEALTHY, "")), "the API group");
        assertRefused(() -> checks.withRule("a.example", "widgets", (o, n) -> Health.of(HEALTHY, "")), "the kind");
        assertRefused(() -> checks.withRule("a.example", "Widget", null), "the rule is null");
        assertRefused(() -> data().resource("v1", "Widget", "widgets", "blue"), "the apiVersion is \"v1\"");
        assertRefused(() -> data().resource(null, "Widget", "widgets", "blue"), "the apiVersion is null");
        assertRefused(() -> data().resource("a.example/v1", "widgets", "Widget", "blue"), "the plural of the kind");
        assertRefused(() -> widget(data()).hasCondition(" ", "True"), "the type of the condition is blank");
        assertRefused(() -> widget(data()).hasCondition("Ready", "true"), "the status of the condition is \"true\"");
        assertRefused(() -> widget(data()).hasValue("status.phase", "x"), "the pointer is \"status.phase\"");
        assertRefused(() -> widget(data()).hasValue("/status/phase", null), "is null");
        assertRefused(() -> data().cnpgCluster("db").isReady(0), "the number of instances is 0");
        assertRefused(
                () -> data().cnpgCluster("db").hasBackupNewerThan(Duration.ZERO), "the age of the backup is PT0S");
        assertRefused(() -> data().psmdb("db").hasRetention(Duration.ofDays(-1)), "the retention is PT-24H");
        assertRefused(() -> data().certificate("a").isValidFor(null), "the validity is null");
        assertRefused(() -> data().certificate("A"), "the name of the certificate is \"A\"");
    }

    @Test
    void the_key_names_the_full_kind_and_no_expected_value() {
        assertThat(data().cnpgCluster("db").isReady(3).title())
                .isEqualTo("clusters.postgresql.cnpg.io db is ready with 3 instances");
        assertThat(data().resource("cluster.x-k8s.io/v1", "Cluster", "clusters", "db")
                        .isHealthy()
                        .title())
                .isEqualTo("clusters.cluster.x-k8s.io db is healthy");
    }
}
