package dev.checklist.k8s;

import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an account may do is what the server's own review says, about things that there are. */
class AccessTest {
    private static final String OURS = "selfsubjectaccessreviews";
    private static final String THEIRS = "subjectaccessreviews";
    private static final FakeCluster CLUSTER = FakeCluster.healthy();

    private ApiStub stub;
    private Clients client;
    private NamespacedChecks cart;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(CLUSTER::answer);
        client = Clients.to(stub.url());
        cart = client.checks().inNamespace("shop-cart");
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    private Result cannot(Map<String, ?> decision) {
        stub.become(CLUSTER.deciding(OURS, decision)::answer);
        return CheckTester.create().run(cart.cannot("list", "secrets"));
    }

    private Request sent(String reviews) {
        return stub.requests().stream()
                .filter(request -> request.path().endsWith("/" + reviews))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void only_an_explicit_no_without_an_error_proves_that_it_cannot() {
        assertThat(cannot(Map.of("allowed", false)).status()).isEqualTo(Status.PASSED);
        assertThat(cannot(Map.of("allowed", false, "denied", true)).status()).isEqualTo(Status.PASSED);
        assertThat(cannot(Map.of("allowed", true)).status()).isEqualTo(Status.FAILED);
        Result undecided = cannot(Map.of("allowed", false, "evaluationError", "role not found"));
        assertThat(undecided.status()).isEqualTo(Status.ERROR);
        assertThat(undecided.message()).contains("could not be decided: role not found");
    }

    @Test
    void a_yes_with_an_error_is_a_yes_with_a_warning() {
        stub.become(CLUSTER.deciding(OURS, Map.of("allowed", true, "evaluationError", "role not found"))::answer);
        Result result = CheckTester.create().run(cart.can("list", "pods"));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.warnings()).containsExactly("role not found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"allowed\":null}", "{\"allowed\":\"false\"}", "{\"allowed\":0}", "{\"denied\":true}"})
    void a_review_that_is_not_decided_is_an_error(String status) throws IOException {
        Map<String, Object> decision = new ObjectMapper().readValue(status, new TypeReference<>() {});
        stub.become(CLUSTER.deciding(OURS, decision)::answer);
        for (var line : List.of(cart.cannot("list", "secrets"), cart.can("list", "secrets"))) {
            Result result = CheckTester.create().run(line);
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("expected the review to be decided");
        }
    }

    @Test
    void a_review_says_who_may_do_what_and_where() throws IOException {
        assertThat(CheckTester.create()
                        .run(cart.can("get", "deployments.apps/scale"))
                        .status())
                .isEqualTo(Status.PASSED);
        JsonNode ours = new ObjectMapper().readTree(sent(OURS).body());
        assertThat(ours.at("/kind").asText()).isEqualTo("SelfSubjectAccessReview");
        assertThat(ours.at("/spec").toString())
                .isEqualTo("{\"resourceAttributes\":{\"namespace\":\"shop-cart\",\"verb\":\"get\",\"group\":\"apps\","
                        + "\"resource\":\"deployments\",\"subresource\":\"scale\"}}");
        assertThat(CheckTester.create()
                        .run(cart.serviceAccount("cart").cannot("list", "secrets"))
                        .status())
                .isEqualTo(Status.PASSED);
        JsonNode theirs = new ObjectMapper().readTree(sent(THEIRS).body());
        assertThat(theirs.at("/kind").asText()).isEqualTo("SubjectAccessReview");
        assertThat(theirs.at("/spec/user").asText()).isEqualTo("system:serviceaccount:shop-cart:cart");
        assertThat(theirs.at("/spec/groups").toString())
                .isEqualTo(
                        "[\"system:serviceaccounts\",\"system:serviceaccounts:shop-cart\",\"system:authenticated\"]");
        assertThat(theirs.at("/spec/resourceAttributes").has("subresource")).isFalse();
    }

    @Test
    void to_ask_about_another_account_is_a_right_of_its_own() {
        stub.become(request -> request.path().endsWith("/" + THEIRS)
                ? Wire.status(403, "Forbidden", "cannot create subjectaccessreviews")
                : CLUSTER.answer(request));
        Result result = CheckTester.create().run(cart.serviceAccount("cart").cannot("list", "secrets"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.NOT_PERMITTED);
        assertThat(result.message()).contains("needs the right to create subjectaccessreviews");
    }

    @ParameterizedTest
    @CsvSource({
        "list, secretz, serves none: is it spelled right",
        "list, deployments, serves none",
        "list, deployments.apps/logs, serves none",
        "list, widgets.example.com, serves none",
        "use, pods/exec, serves none"
    })
    void a_misspelled_resource_can_do_no_harm_and_proves_nothing(String verb, String resource, String words) {
        for (var line : List.of(cart.cannot(verb, resource), cart.can(verb, resource))) {
            Result result = CheckTester.create().run(line);
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.message()).contains("expected the resource " + resource, words);
        }
        assertThat(stub.requests()).noneMatch(request -> request.method().equals("POST"));
    }

    @Test
    void a_resource_of_the_cluster_or_without_the_verb_is_not_reviewed_in_a_namespace() {
        String list = "{\"kind\":\"APIResourceList\",\"groupVersion\":\"v1\",\"resources\":["
                + "{\"name\":\"nodes\",\"namespaced\":false,\"verbs\":[\"list\"]},"
                + "{\"name\":\"bindings\",\"namespaced\":true,\"verbs\":[\"create\"]}]}";
        stub.become(request -> request.path().equals("/api/v1") ? Wire.json(200, list) : CLUSTER.answer(request));
        assertThat(CheckTester.create().run(cart.cannot("list", "nodes")).message())
                .isEqualTo("expected a resource of namespaces but nodes is of the cluster");
        assertThat(CheckTester.create().run(cart.cannot("list", "bindings")).message())
                .isEqualTo("expected a resource that has the verb list but bindings has [create]");
        assertThat(CheckTester.create().run(cart.can("bind", "bindings")).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void nobody_may_do_anything_in_a_namespace_or_by_an_account_that_does_not_exist() {
        Result nowhere = CheckTester.create()
                .run(client.checks().inNamespace("shop-kart").cannot("list", "secrets"));
        assertThat(nowhere.status()).isEqualTo(Status.FAILED);
        assertThat(nowhere.message()).isEqualTo("expected the namespace shop-kart but it is absent");
        Result nobody = CheckTester.create().run(cart.serviceAccount("kart").cannot("list", "secrets"));
        assertThat(nobody.status()).isEqualTo(Status.FAILED);
        assertThat(nobody.message()).contains("expected the service account kart");
    }

    @Test
    void a_review_is_sent_once_for_all_lines_that_ask_for_it() {
        Report report = ChecklistRunner.create()
                .run(checklist(
                        "rights",
                        cart.can("list", "pods").id("a"),
                        cart.can("list", "pods").id("b"),
                        cart.can("list", "services"),
                        cart.cannot("list", "secrets")));
        assertThat(report.count(Status.PASSED)).isEqualTo(4);
        assertThat(stub.requests().stream().filter(request -> request.method().equals("POST")))
                .hasSize(3);
        assertThat(stub.asked().stream().filter(asked -> asked.equals("GET /api/v1")))
                .hasSize(1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*", "LIST", "read", "list "})
    void a_verb_that_nobody_has_is_refused(String verb) {
        assertThatThrownBy(() -> cart.cannot(verb, "pods"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the verb is " + (verb == null ? "null" : "\"" + verb + "\""));
        assertThatThrownBy(() -> cart.serviceAccount("cart").can(verb, "pods"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*", "Pods", "*.apps", "pods/", "pods/*", "a\"b", "pods log"})
    void a_resource_that_cannot_be_named_is_refused(String resource) {
        assertThatThrownBy(() -> cart.can("list", resource))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the resource is " + (resource == null ? "null" : "\"" + resource + "\""));
    }

    private Result binding(FakeCluster cluster) {
        stub.become(cluster::answer);
        return CheckTester.create().run(cart.roleBinding("cart").isValid());
    }

    @Test
    void a_binding_to_a_missing_role_grants_nothing() {
        Result result = binding(CLUSTER.with("rolebindings/cart", "/roleRef/name", "cort"));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).isEqualTo("expected the role cort in the namespace shop-cart but it is absent");
        Result general = binding(CLUSTER.with("rolebindings/cart", "/roleRef/kind", "ClusterRole"));
        assertThat(general.message()).isEqualTo("expected the cluster role cart but it is absent");
    }

    @Test
    void a_binding_has_a_subject_that_exists() {
        Result nobody = binding(CLUSTER.with("rolebindings/cart", "/subjects", List.of()));
        assertThat(nobody.status()).isEqualTo(Status.FAILED);
        assertThat(nobody.message()).contains("the binding has no subject");
        Result gone = binding(CLUSTER.with("rolebindings/cart", "/subjects/0/name", "kart"));
        assertThat(gone.status()).isEqualTo(Status.FAILED);
        assertThat(gone.message()).contains("expected the service account kart");
        Result other = binding(CLUSTER.with("rolebindings/cart", "/subjects/0/namespace", "shop"));
        assertThat(other.message()).contains("expected the service account cart in the namespace shop");
    }

    @Test
    void users_and_groups_are_no_objects_and_said_so() {
        Result result = binding(CLUSTER.with("rolebindings/cart", "/subjects/0/kind", "Group"));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.warnings()).anyMatch(warning -> warning.contains("cannot be seen: Group cart"));
        assertThat(binding(CLUSTER.with("rolebindings/cart", "/subjects/0/kind", "Pod"))
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void cluster_admin_for_an_application_is_a_warning() throws IOException {
        JsonNode admin = new ObjectMapper()
                .readTree("{\"apiVersion\":\"rbac.authorization.k8s.io/v1\",\"kind\":\"ClusterRole\",\"metadata\":"
                        + "{\"name\":\"cluster-admin\"},\"rules\":[{\"apiGroups\":[\"*\"],\"resources\":[\"*\"],"
                        + "\"verbs\":[\"*\"]}]}");
        Result result = binding(CLUSTER.with(admin)
                .with("rolebindings/cart", "/roleRef/kind", "ClusterRole")
                .with("rolebindings/cart", "/roleRef/name", "cluster-admin"));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.warnings())
                .anyMatch(warning -> warning.contains("binds cluster-admin"))
                .anyMatch(warning -> warning.contains("grants every verb (*)"));
    }

    @Test
    void a_name_in_a_binding_never_leads_elsewhere() {
        Result result = binding(CLUSTER.with("rolebindings/cart", "/roleRef/name", "../secrets/cart-tls"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(stub.asked()).noneMatch(asked -> asked.contains("secrets"));
    }
}
