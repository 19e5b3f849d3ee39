package dev.checklist.k8s;

import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.testing.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments are refused when the list is built, by name and value; lines have stable keys and probes that are records. */
class ArgumentTest {
    private Clients client;
    private NamespacedChecks shop;

    @BeforeEach
    void start() {
        client = Clients.toNobody();
        shop = client.checks().inNamespace("shop");
    }

    @AfterEach
    void stop() {
        client.close();
    }

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "UPPER", "a/b", "..", "a b", "-a", "a-", "../secrets", "a?x", "a%2F", "ü"})
    void a_name_that_no_object_can_have_is_refused(String name) {
        String shown = name == null ? "is null" : "is \"" + name + "\"";
        KubernetesChecks checks = client.checks();
        assertRefused(() -> checks.namespace(name), "the namespace " + shown);
        assertRefused(() -> checks.inNamespace(name), "the namespace " + shown);
        assertRefused(() -> shop.deployment(name), "the name of the deployment " + shown);
        assertRefused(() -> shop.service(name), "the name of the service " + shown);
        assertRefused(() -> shop.ingress(name), "the name of the ingress " + shown);
        assertRefused(() -> shop.autoscaler(name), "the name of the autoscaler " + shown);
        assertRefused(() -> shop.secret(name), "the name of the secret " + shown);
        assertRefused(() -> shop.configMap(name), "the name of the config map " + shown);
    }

    @Test
    void a_name_that_is_too_long_is_refused() {
        assertRefused(() -> client.checks().namespace("a".repeat(64)), "at most 63");
        assertRefused(() -> shop.deployment("a".repeat(254)), "at most 253");
        assertThat(shop.deployment("a".repeat(253)).isRolledOut().title()).contains("rolled out");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "a/b", "ü"})
    void a_key_that_no_secret_can_have_is_refused(String key) {
        String shown = key == null ? "the key is null" : "the key is \"" + key + "\"";
        assertRefused(() -> shop.secret("api").hasKeys(key), shown);
        assertRefused(() -> shop.secret("api").hasKeys("good", key), shown);
        assertRefused(() -> shop.configMap("api").hasKeys("good", "better", key), shown);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void a_least_number_below_one_would_pass_on_nothing(int least) {
        assertRefused(() -> shop.deployment("api").hasReadyReplicas(least), "the least number of replicas is " + least);
        assertRefused(() -> shop.pods().areHealthy(least), "the least number of pods is " + least);
    }

    @Test
    void what_is_blank_or_null_is_refused() {
        assertRefused(() -> shop.pods(null), "the label selector is null");
        assertRefused(() -> shop.pods(" "), "the label selector is blank");
        assertRefused(() -> client.checks().cluster().isCluster(null), "the uid of the cluster is null");
        assertRefused(() -> client.checks().cluster().isCluster(" "), "the uid of the cluster is blank");
        assertRefused(() -> shop.deployment("api").runsImage(""), "the image is \"\"");
    }

    /** The same line as another predicate, under the same key. */
    private static final Set<String> SAME = Set.of(
            "NamespaceChecks.exists()",
            "DeploymentChecks.runsImage(String, Collection)",
            "DeploymentChecks.runsImage(String, Supplier)");

    @Test
    void every_line_has_a_key_of_its_own_that_no_expected_value_changes() {
        List<Check> lines = PublicCheck.all().stream()
                .filter(check -> !SAME.contains(check.name()) && check.rows().equals(check.name()))
                .map(check -> check.check().apply(client.checks()))
                .toList();
        Set<String> ids = ids(checklist("all", lines));
        assertThat(ids).hasSize(lines.size());
        assertThat(ids(checklist("one", shop.deployment("api").hasReadyReplicas(7))))
                .isSubsetOf(ids);
        assertThat(ids(checklist("one", shop.deployment("api").runsImage("b:2"))))
                .isSubsetOf(ids);
        assertThat(ids(checklist("one", shop.pods("app=api").areHealthy(9)))).isSubsetOf(ids);
        NamespacedChecks jobs = client.checks().inNamespace("shop-jobs");
        assertThat(ids(checklist("one", jobs.cronJob("backup").isFresh(Duration.ofDays(9)))))
                .isSubsetOf(ids);
        assertThat(ids(checklist("one", jobs.job("migrate").hasSucceededWith("b:2"))))
                .isSubsetOf(ids);
        assertThat(ids(checklist("one", jobs.allJobs(9).haveSucceeded()))).isSubsetOf(ids);
        assertThat(ids(checklist("one", client.checks().cluster().isVersionAtLeast("1.30"))))
                .isSubsetOf(ids);
        assertThat(ids(checklist("one", client.checks().cluster().isCluster("other"))))
                .isSubsetOf(ids);
    }

    @Test
    void a_namespace_is_a_place_that_enters_an_id_only_beside_another_one() {
        Check here = shop.deployment("api").isRolledOut();
        Check there = client.checks().inNamespace("other").deployment("api").isRolledOut();

        assertThat(ids(checklist("there", there))).isEqualTo(ids(checklist("here", here)));
        assertThat(ids(checklist("both", here, there)))
                .hasSize(2)
                .doesNotContainAnyElementsOf(ids(checklist("here", here)));
    }

    private static Set<String> ids(Checklist list) {
        return Plan.of(list).steps().stream().map(Plan.Step::id).collect(Collectors.toSet());
    }

    @Test
    void every_probe_is_a_record_so_that_a_list_can_be_walked() {
        for (PublicCheck check : PublicCheck.all()) {
            Check line = check.check().apply(client.checks());
            assertThat(line.probe().getClass().isRecord()).as(check.name()).isTrue();
            assertThat(line.probe())
                    .isEqualTo(check.check().apply(client.checks()).probe());
        }
    }

    @Test
    void kinds_that_are_read_by_name_cannot_be_listed() {
        assertThatThrownBy(() -> new Reader(null, null).list(ResourceType.SECRET, "shop", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("secrets are read by name, never listed");
        for (ResourceType<?> type : List.of(ResourceType.SECRET, ResourceType.CONFIG_MAP, ResourceType.NAMESPACE)) {
            assertThat(type.isListed()).isFalse();
        }
    }
}
