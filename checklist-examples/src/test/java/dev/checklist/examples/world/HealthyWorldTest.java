package dev.checklist.examples.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.checklist.examples.world.server.ApiKind;
import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.WorldState;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthyWorldTest {
    private static final String SECRET = "/api/v1/namespaces/ticketer/secrets/ticketer-secret";

    private World world;
    private Visit visit;

    @BeforeAll
    void start() throws Exception {
        world = World.start(WorldState.ticketer());
        visit = new Visit(world.settings());
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void every_object_is_answered_as_the_state_has_it_status_and_generation_included() throws Exception {
        List<String> differing = new ArrayList<>();
        for (Resource resource : WorldState.ticketer().resources()) {
            JsonNode answered =
                    visit.object(ApiKind.of(resource).path(resource.namespace(), resource.text("/metadata/name")));
            for (String leaf : resource.leaves()) {
                JsonNode expected = resource.json().at(leaf);
                boolean filledLater = expected.asText().contains("${") || leaf.startsWith("/stringData");
                if (!filledLater && !answered.at(leaf).equals(expected)) {
                    differing.add(resource + leaf + ": expected " + expected + " but found " + answered.at(leaf));
                }
            }
        }
        assertThat(differing).isEmpty();
    }

    @Test
    void no_placeholder_reaches_a_caller() throws Exception {
        for (String plural : List.of("pods", "secrets", "configmaps", "services")) {
            assertThat(visit.api("/api/v1/namespaces/ticketer/" + plural).body())
                    .doesNotContain("${");
        }
        assertThat(visit.get("app.url", "/").body()).doesNotContain("${");
    }

    @Test
    void a_list_has_a_kind_of_its_own_and_its_items_have_none() throws Exception {
        JsonNode list = visit.object("/apis/apps/v1/namespaces/ticketer/replicasets");
        assertThat(list.path("kind").asText()).isEqualTo("ReplicaSetList");
        assertThat(list.path("apiVersion").asText()).isEqualTo("apps/v1");
        assertThat(list.path("items")).hasSize(2);
        assertThat(list.at("/items/0").has("kind")).isFalse();
        assertThat(list.at("/items/0/metadata/name").asText()).isEqualTo("ticketer-59c8f7d6b4");
    }

    @Test
    void a_label_selector_narrows_a_list() throws Exception {
        String slices = "/apis/discovery.k8s.io/v1/namespaces/ticketer/endpointslices?labelSelector=";
        assertThat(visit.object(slices + "kubernetes.io%2Fservice-name%3Dticketer")
                        .path("items"))
                .hasSize(1);
        assertThat(visit.object(slices + "kubernetes.io%2Fservice-name%3Dother").path("items"))
                .isEmpty();
    }

    @Test
    void a_list_of_a_missing_namespace_is_empty() throws Exception {
        JsonNode list = visit.object("/apis/apps/v1/namespaces/nosuch/deployments");
        assertThat(list.path("kind").asText()).isEqualTo("DeploymentList");
        assertThat(list.path("items").isArray()).isTrue();
        assertThat(list.path("items")).isEmpty();
    }

    @Test
    void an_absent_object_is_answered_with_a_status_object() throws Exception {
        HttpResponse<String> answer = visit.api("/apis/apps/v1/namespaces/ticketer/deployments/nosuch");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains(
                        "\"kind\":\"Status\"", "deployments.apps \\\"nosuch\\\" not found", "\"reason\":\"NotFound\"");
    }

    @Test
    void a_group_that_is_not_served_is_answered_in_plain_text() throws Exception {
        HttpResponse<String> answer = visit.api("/apis/example.com/v1/namespaces/ticketer/things/x");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("404 page not found\n");
    }

    @Test
    void the_version_is_told_to_everybody_and_objects_only_with_the_token() throws Exception {
        HttpResponse<String> version = visit.send(HttpRequest.newBuilder(URI.create(visit.server() + "/version")));
        assertThat(version.statusCode()).isEqualTo(200);
        assertThat(version.body()).contains("\"gitVersion\":\"v1.36.2\"");
        HttpResponse<String> objects =
                visit.send(HttpRequest.newBuilder(URI.create(visit.server() + "/api/v1/namespaces/ticketer")));
        assertThat(objects.statusCode()).isEqualTo(401);
        assertThat(objects.body()).contains("\"reason\":\"Unauthorized\"");
    }

    @Test
    void a_review_of_oneself_names_the_user() throws Exception {
        HttpResponse<String> answer = visit.post("/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"username\":\"release-manager\"");
    }

    @Test
    void a_review_of_ones_rights_says_allowed() throws Exception {
        HttpResponse<String> answer = visit.post(
                "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                "{\"spec\":{\"resourceAttributes\":{\"verb\":\"list\",\"resource\":\"pods\"}}}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"allowed\":true");
    }

    @Test
    void a_secret_comes_back_encoded_with_the_password_of_this_world() throws Exception {
        JsonNode secret = visit.object(SECRET);
        assertThat(secret.has("stringData")).isFalse();
        String url = new String(
                Base64.getDecoder().decode(secret.at("/data/DATABASE_URL").asText()), StandardCharsets.UTF_8);
        assertThat(url).contains(":" + world.settings().get("jdbc.password") + "@127.0.0.1:");
        assertThat(secret.at("/data/SESSION_SECRET").asText()).isNotBlank();
    }

    @Test
    void the_http_port_redirects_to_the_same_path_and_query_over_https() throws Exception {
        HttpResponse<String> answer = visit.get("app.httpUrl", "/events?page=2");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(world.settings().get("app.url") + "/events?page=2");
    }

    @Test
    void the_pages_of_the_site_are_as_the_state_has_them() throws Exception {
        assertThat(visit.get("app.url", "/").body()).contains("<title>Ticketer</title>");
        HttpResponse<String> health = visit.get("app.url", "/api/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(health.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(health.body()).contains("\"database\":\"up\"", "\"version\":\"1.4.0\"");
        assertThat(visit.get("app.url", "/api/events").body()).contains("\"total\":3");
        assertThat(visit.get("app.url", "/no/such/page").statusCode()).isEqualTo(404);
        assertThat(visit.get("candidate.url", "/api/health").statusCode()).isEqualTo(200);
    }

    @Test
    void the_admin_panel_needs_the_session() throws Exception {
        assertThat(visit.signedIn("/admin").body()).contains("<h1>Admin panel</h1>");
        HttpResponse<String> stranger = visit.get("app.url", "/admin");
        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(stranger.headers().firstValue("Location"))
                .hasValue(world.settings().get("app.url") + "/login");
    }

    @Test
    void head_has_the_headers_and_no_body() throws Exception {
        HttpResponse<String> answer =
                visit.send(HttpRequest.newBuilder(URI.create(world.settings().get("app.url") + "/"))
                        .method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void the_database_holds_the_rows_of_the_state() throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        world.settings().get("jdbc.url"),
                        world.settings().get("jdbc.user"),
                        world.settings().get("jdbc.password"));
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT (SELECT COUNT(*) FROM events), (SELECT COUNT(*) FROM seats),"
                                + " (SELECT COUNT(*) FROM bookings), DATABASE()")) {
            assertThat(row.next()).isTrue();
            assertThat(List.of(row.getInt(1), row.getInt(2), row.getInt(3))).containsExactly(3, 70, 5);
            assertThat(world.settings().get("jdbc.url")).endsWith("/mem:" + row.getString(4));
        }
    }

    @Test
    void the_settings_have_exactly_the_documented_keys() {
        assertThat(world.settings())
                .containsOnlyKeys(
                        "app.domain",
                        "app.httpUrl",
                        "app.session",
                        "app.url",
                        "archive",
                        "candidate.url",
                        "dns.servers",
                        "jdbc.applicationUser",
                        "jdbc.name",
                        "jdbc.password",
                        "jdbc.url",
                        "jdbc.user",
                        "kubernetes.clusterUid",
                        "kubernetes.context",
                        "kubernetes.kubeconfig",
                        "kubernetes.namespace",
                        "loadBalancer.addresses",
                        "logs.url",
                        "prometheus.url",
                        "registry.host",
                        "release.commit",
                        "release.image",
                        "release.version",
                        "repository",
                        "rollout.patience",
                        "tools.path",
                        "trust");
    }
}
