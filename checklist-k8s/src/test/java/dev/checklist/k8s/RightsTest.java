package dev.checklist.k8s;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.testing.CheckTester;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The printed roles are enough for every request of a list, and grant nothing that no request uses. */
class RightsTest {
    private static final String COMMENT =
            "# Besides, as every stock cluster grants to all accounts: get /version and what is served, and reviews of"
                    + " oneself.\n";

    private ApiStub stub;
    private Clients client;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
        client = Clients.to(stub.url());
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    private NamespacedChecks shop() {
        return client.checks().inNamespace("shop");
    }

    private static Checklist list(Item... lines) {
        return checklist("Release", Stream.of(lines).toList());
    }

    private String printed(String roles) {
        return "# What the list Release reads of " + stub.url() + "/\n" + COMMENT + roles;
    }

    @Test
    void a_line_that_may_not_look_says_which_rule_is_missing_in_one_row() {
        stub.become(request -> request.path().contains("/secrets/")
                ? Wire.status(403, "Forbidden", "User cannot do that")
                : FakeCluster.healthy().answer(request));
        CheckTester tester = CheckTester.create();

        assertThat(tester.run(shop().secret("db").hasKeys("url")).evidence())
                .containsEntry(
                        Outcome.GRANT,
                        "rules: [{apiGroups: [\"\"], resources: [\"secrets\"], resourceNames: [\"db\"], verbs: [\"get\"]}]"
                                + " # Role in shop");
        assertThat(tester.run(shop().deployment("api").isRolledOut()).evidence())
                .doesNotContainKey(Outcome.GRANT);
    }

    @Test
    void the_rule_is_the_one_that_is_missing_and_not_all_that_the_line_needs() {
        stub.become(request -> request.path().contains("/replicasets")
                ? Wire.status(403, "Forbidden", "User cannot do that")
                : FakeCluster.healthy().answer(request));

        assertThat(CheckTester.create()
                        .run(shop().deployment("api").hasPreviousRevision())
                        .evidence())
                .containsEntry(
                        Outcome.GRANT,
                        "rules: [{apiGroups: [\"apps\"], resources: [\"replicasets\"], verbs: [\"list\", \"watch\"]}]"
                                + " # Role in shop");
    }

    @Test
    void kinds_read_by_name_are_printed_with_the_names_and_others_without() {
        Checklist list = list(
                shop().secret("db").hasKeys("url"),
                shop().secret("api").hasKeys("token"),
                shop().configMap("api").exists(),
                section(
                        "Rollout",
                        shop().deployment("api").isRolledOut(),
                        shop().ingress("api").hasAddress()));
        assertThat(KubernetesChecks.rightsFor(list)).isEqualTo(printed("""
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: checklist-reader
                rules:
                  - apiGroups: [""]
                    resources: ["namespaces"]
                    resourceNames: ["shop"]
                    verbs: ["get"]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: checklist-reader
                  namespace: "shop"
                rules:
                  - apiGroups: [""]
                    resources: ["configmaps"]
                    resourceNames: ["api"]
                    verbs: ["get"]
                  - apiGroups: [""]
                    resources: ["events"]
                    verbs: ["list"]
                  - apiGroups: [""]
                    resources: ["pods"]
                    verbs: ["list", "watch"]
                  - apiGroups: [""]
                    resources: ["pods/log"]
                    verbs: ["get"]
                  - apiGroups: [""]
                    resources: ["secrets"]
                    resourceNames: ["api", "db"]
                    verbs: ["get"]
                  - apiGroups: ["apps"]
                    resources: ["deployments"]
                    verbs: ["get", "list", "watch"]
                  - apiGroups: ["apps"]
                    resources: ["replicasets"]
                    verbs: ["list", "watch"]
                  - apiGroups: ["networking.k8s.io"]
                    resources: ["ingresses"]
                    verbs: ["get", "list", "watch"]
                """));
    }

    @Test
    void resources_of_one_group_with_the_same_verbs_share_a_rule() {
        String yaml = KubernetesChecks.rightsFor(
                list(shop().service("api").hasEndpoints(), shop().pods().areHealthy(1)));
        assertThat(yaml).contains("resources: [\"replicasets\"]").contains("resources: [\"endpointslices\"]");
        Rights pods =
                Rights.list(ResourceType.POD, "shop").and(Rights.list(ResourceType.PERSISTENT_VOLUME_CLAIM, "shop"));
        assertThat(RightsYaml.of(List.of("x"), "y", pods.all()))
                .contains("resources: [\"persistentvolumeclaims\", \"pods\"]");
    }

    @Test
    void a_right_to_all_namespaces_stands_for_that_to_one_of_them() {
        Outcome unused = Outcome.passed("unused");
        ClusterProbe everywhere =
                new Asking(new ApiServer(client.client(), true), Rights.list(ResourceType.POD, ""), unused);
        String yaml = KubernetesChecks.rightsFor(
                list(check("all pods", everywhere), shop().pods().areHealthy(1)));
        assertThat(yaml)
                .contains("# This ClusterRole reads every pod spec of the cluster, environments included.\n"
                        + "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole")
                .contains("resources: [\"pods\"]\n    verbs: [\"list\"]")
                .contains("resources: [\"pods\"]\n    verbs: [\"watch\"]");
        assertThat(KubernetesChecks.rightsFor(list(shop().pods().areHealthy(1))))
                .doesNotContain("every pod spec");
    }

    /** A probe made up for a test. */
    record Asking(ApiServer server, Rights needs, Outcome outcome) implements ClusterProbe {
        @Override
        public Outcome judge(Reader reader) {
            return outcome;
        }
    }

    @Test
    void alternatives_and_conditions_count() {
        Item line = anyOf(
                        "either",
                        shop().secret("old").hasKeys("k"),
                        shop().secret("new").hasKeys("k"))
                .onlyIf(shop().configMap("flags").exists());
        assertThat(KubernetesChecks.rightsFor(list(line)))
                .contains("resourceNames: [\"new\", \"old\"]")
                .contains("resourceNames: [\"flags\"]");
    }

    @Test
    void two_servers_have_roles_of_their_own() {
        try (Clients other = Clients.to("http://127.0.0.1:1")) {
            Item here = shop().secret("here").hasKeys("k");
            Item there = other.checks().inNamespace("shop").secret("there").hasKeys("k");
            String yaml = KubernetesChecks.rightsFor(list(here, there));
            assertThat(yaml).contains("reads of " + stub.url() + "/\n", "reads of http://127.0.0.1:1/\n");
            assertThat(yaml).doesNotContain("[\"here\", \"there\"]");
            assertThat(Rbac.objects(yaml)).hasSize(4);
        }
    }

    @Test
    void what_every_cluster_grants_needs_no_role() {
        String yaml = KubernetesChecks.rightsFor(list(
                client.checks().cluster().isReachable(),
                client.checks().cluster().isVersionAtLeast("1.25")));
        assertThat(yaml).isEqualTo(printed(""));
        assertThat(Rbac.of(yaml).grants()).isEmpty();
    }

    @Test
    void a_list_without_such_checks_needs_nothing() {
        assertThat(KubernetesChecks.rightsFor(list(check("x", context -> Outcome.passed("seen")))))
                .isEqualTo("# No check of this list asks an API server for anything.\n");
        assertThatThrownBy(() -> KubernetesChecks.rightsFor(null)).hasMessageContaining("the checklist is null");
    }

    @Test
    void lists_of_one_account_are_printed_as_one_set_of_roles() {
        String yaml = KubernetesChecks.rightsFor(
                checklist("before", shop().secret("s").hasKeys("k")),
                checklist(
                        "after",
                        shop().secret("t").hasKeys("k"),
                        shop().secret("s").hasKeys("k")));
        assertThat(yaml)
                .startsWith("# What the lists before, after read of ")
                .containsOnlyOnce("kind: Role\n")
                .containsOnlyOnce("resourceNames: [\"s\", \"t\"]");
        Checklist list = checklist("before", shop().secret("s").hasKeys("k"));
        assertThatThrownBy(() -> KubernetesChecks.rightsFor(list, (Checklist) null))
                .hasMessageContaining("the checklist is null");
        assertThatThrownBy(() -> KubernetesChecks.rightsFor(list, (Checklist[]) null))
                .hasMessageContaining("the array of further checklists is null");
    }

    @Test
    void a_title_cannot_leave_its_comment() {
        Checklist list = checklist("a\n- b: c\r", shop().secret("s").hasKeys("k"));
        assertThat(KubernetesChecks.rightsFor(list)).startsWith("# What the list a - b: c  reads of ");
    }

    static Stream<PublicCheck> checks() {
        return PublicCheck.all().stream();
    }

    /** Every state of the cluster that the contract knows, and one more in which pods have failed. */
    private static Stream<FakeCluster> worlds(PublicCheck check) {
        return Stream.concat(
                Stream.of(FakeCluster.healthy().withAll("/pods/", "/status/phase", "Failed")),
                Stream.of(Situation.values())
                        .filter(situation -> !situation.isFault())
                        .filter(situation ->
                                ContractRow.find(check, situation).orElseThrow().applies())
                        .map(situation -> situation.cluster(check)));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void every_request_of_a_predicate_is_granted_and_every_grant_is_used(PublicCheck check) {
        Rbac rbac = Rbac.of(KubernetesChecks.rightsFor(list(check.check().apply(client.checks()))));
        Set<Request> asked = new HashSet<>();
        worlds(check).forEach(cluster -> {
            stub.become(cluster::answer);
            assertThat(CheckTester.create()
                            .run(check.check().apply(client.checks()))
                            .attempts())
                    .hasSize(1);
            asked.addAll(stub.requests());
        });
        assertThat(asked)
                .allSatisfy(request ->
                        assertThat(rbac.allows(request)).as(request.toString()).isTrue());
        // needed where a container has something to say, and where a binding refers to a role of the cluster
        assertThat(rbac.unused(asked)).isSubsetOf("pods/log", "clusterroles");
    }

    @Test
    void the_printed_objects_are_roles() {
        assertThat(Rbac.objects(
                        KubernetesChecks.rightsFor(list(shop().secret("s").hasKeys("k")))))
                .extracting(HasMetadata::getKind)
                .containsExactly("ClusterRole", "Role");
    }
}
