package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reachable means: an API server says who we are, and we are somebody. */
class ReachableTest {
    private static final String ACCESS =
            "\"kind\":\"SelfSubjectAccessReview\",\"apiVersion\":\"authorization.k8s.io/v1\"";

    private ApiStub stub;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private Result reached(Wire review, Wire accessReview, UnaryOperator<ConfigBuilder> change) {
        return reached(review, accessReview, Wire.json(200, "{\"gitVersion\":\"v1.36.2\"}"), change);
    }

    private Result reached(Wire review, Wire accessReview, Wire version, UnaryOperator<ConfigBuilder> change) {
        stub.become(request -> {
            if (request.path().endsWith("/selfsubjectreviews")) {
                return review;
            }
            if (request.path().equals("/version")) {
                return version;
            }
            return request.path().endsWith("/selfsubjectaccessreviews")
                    ? accessReview
                    : FakeCluster.healthy().answer(request);
        });
        Config config = change.apply(new ConfigBuilder(Config.empty()).withMasterUrl(stub.url()))
                .build();
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            return CheckTester.create()
                    .run(KubernetesChecks.using(client).cluster().isReachable());
        }
    }

    private Result reached(Wire review) {
        return reached(review, Wire.status(404, "NotFound", "not found"), config -> config.withOauthToken("t"));
    }

    private static Wire review(String status) {
        return Wire.json(
                201,
                "{\"kind\":\"SelfSubjectReview\",\"apiVersion\":\"authentication.k8s.io/v1\",\"status\":" + status
                        + "}");
    }

    @Test
    void a_user_who_is_named_passes_with_who_where_and_which_version() {
        Result result = reached(review("{\"userInfo\":{\"username\":\"deployer\"}}"));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo("reachable as deployer");
        assertThat(result.evidence())
                .containsEntry("server", stub.url() + "/")
                .containsEntry("user", "deployer")
                .containsEntry("version", "v1.36.2");
        assertThat(result.identity()).containsEntry("server", stub.url() + "/");
    }

    @Test
    void the_anonymous_user_fails() {
        Result result = reached(review("{\"userInfo\":{\"username\":\"system:anonymous\",\"groups\":[]}}"));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message())
                .isEqualTo("expected an authenticated user but the server knows us as system:anonymous");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"userInfo":{"username":""}}
            {"userInfo":{"username":null}}
            {"userInfo":{"username":7}}
            {"userInfo":{"groups":["a"]}}
            {"userInfo":null}
            {"userInfo":"deployer"}
            {}
            null
            "deployer"
            """)
    void a_review_without_a_user_is_an_error(String status) {
        Result result = reached(review(status));
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("is it the API server, or a login page?");
    }

    @ParameterizedTest
    @CsvSource({"200, ERROR", "202, ERROR", "400, ERROR", "405, ERROR", "409, ERROR", "500, ERROR"})
    void only_a_review_that_was_created_counts(int code, Status expected) {
        String body = "{\"kind\":\"SelfSubjectReview\",\"status\":{\"userInfo\":{\"username\":\"deployer\"}}}";
        assertThat(reached(Wire.json(code, body)).status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void an_older_server_that_reviews_our_access_knows_us_by_our_credentials(String allowed) {
        Wire access = Wire.json(201, "{" + ACCESS + ",\"status\":{\"allowed\":" + allowed + "}}");
        Wire none = Wire.status(404, "NotFound", "the server could not find the requested resource");
        Result result = reached(none, access, config -> config.withOauthToken("t"));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.warnings()).containsExactly("the server is too old to say who we are");
        assertThat(reached(none, access, config -> config.withUsername("u").withPassword("p"))
                        .status())
                .isEqualTo(Status.PASSED);
        Result anonymous = reached(none, access, config -> config);
        assertThat(anonymous.status()).isEqualTo(Status.ERROR);
        assertThat(anonymous.message()).contains("we may be anonymous");
        assertThat(reached(none, access, config -> config.withUsername("u")).status())
                .isEqualTo(Status.ERROR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            201 | {"kind":"SelfSubjectAccessReview","status":{}}                    | PLAIN
            201 | {"kind":"SelfSubjectAccessReview","status":{"allowed":"true"}}    | PLAIN
            201 | {"kind":"SelfSubjectAccessReview"}                                | PLAIN
            201 | {"kind":"Other","status":{"allowed":true}}                        | PLAIN
            200 | {"kind":"SelfSubjectAccessReview","status":{"allowed":true}}      | PLAIN
            401 | {"kind":"Status","message":"Unauthorized"}                        | PLAIN
            403 | {"kind":"Status","message":"forbidden"}                           | NOT_PERMITTED
            404 | {"kind":"Status","message":"not found"}                           | PLAIN
            503 | {"kind":"Status","message":"down"}                                | PLAIN
            """)
    void an_older_server_that_does_not_review_our_access_is_an_error(int code, String body, Mark mark) {
        Wire none = Wire.status(404, "NotFound", "not found");
        Result result = reached(none, Wire.json(code, body), config -> config.withOauthToken("t"));
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(mark);
    }

    @Test
    void a_login_page_for_everything_but_the_version_is_an_error() {
        Wire page = Wire.text(404, "text/html", "<h1>not here</h1>");
        Result result = reached(page, page, config -> config.withOauthToken("t"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
    }

    /** Seen on 1.20: whoever is no administrator gets 403 for a kind that nobody knows. */
    @ParameterizedTest
    @CsvSource({
        "1, 20, PASSED",
        "1, 27+, PASSED",
        "1, 28, ERROR",
        "1, 36, ERROR",
        "2, 0, ERROR",
        "'', '', ERROR",
    })
    void a_refused_review_counts_as_unknown_on_a_server_that_is_too_old_for_it(
            String major, String minor, Status expected) {
        Wire refused = Wire.status(403, "Forbidden", "selfsubjectreviews.authentication.k8s.io is forbidden");
        Wire version = Wire.json(200, "{\"major\":\"%s\",\"minor\":\"%s\"}".formatted(major, minor));
        Wire access = Wire.json(201, "{" + ACCESS + ",\"status\":{\"allowed\":false}}");
        Result result = reached(refused, access, version, config -> config.withOauthToken("t"));
        assertThat(result.status()).as(result.toString()).isEqualTo(expected);
        assertThat(result.mark()).isEqualTo(expected == Status.ERROR ? Mark.NOT_PERMITTED : Mark.PLAIN);
    }

    @Test
    void an_old_server_that_refuses_both_reviews_is_an_error() {
        Wire refused = Wire.status(403, "Forbidden", "User \"system:anonymous\" cannot create it");
        Wire version = Wire.json(200, "{\"major\":\"1\",\"minor\":\"20\"}");
        Result result = reached(refused, refused, version, config -> config.withOauthToken("t"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.NOT_PERMITTED);
    }
}
