package dev.checklist.k8s;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.k8s.Shop.isConclusive;
import static dev.checklist.k8s.Shop.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All of a kind as one line from one list, and those that are named as one line each. */
class AllTest {
    private static final String WEB = "shop-web/deployments/web";

    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = new Shop();
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    /** Adds another one of a kind, with one field changed. */
    private static UnaryOperator<FakeCluster> second(String object, String name, String pointer, Object value) {
        return cluster -> {
            JsonNode named = JsonTree.changed(cluster.object(object), "/metadata/name", TextNode.valueOf(name));
            String path = object.substring(0, object.lastIndexOf('/') + 1) + name;
            return cluster.with(named).with(path, pointer, value);
        };
    }

    private static Result deployments(UnaryOperator<FakeCluster> change, int least) {
        return shop.ask("shop-web", change, all -> all.allDeployments(least).areRolledOut());
    }

    @Test
    void all_deployments_cost_one_list() {
        Result result = deployments(cluster -> cluster, 1);
        assertThat(result.message()).isEqualTo("1 of 1 deployments rolled out");
        assertThat(shop.asked()).containsExactly("GET /apis/apps/v1/namespaces/shop-web/deployments?limit=1000");
    }

    @Test
    void those_that_are_not_are_named() {
        Result result = deployments(second(WEB, "admin", "/status/updatedReplicas", null), 1);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message())
                .isEqualTo("expected complete rollouts but 1 of 2 deployments not rolled out: admin (0 of 1 replicas"
                        + " updated)");
        assertThat(isConclusive(result)).isFalse();
        Result paused = deployments(second(WEB, "admin", "/spec/paused", true), 1);
        assertThat(paused.message()).endsWith("admin (the rollout is paused)");
        assertThat(isConclusive(paused)).isTrue();
    }

    @Test
    void fewer_than_expected_or_none_fail() {
        assertThat(deployments(cluster -> cluster, 2).message()).contains("found 1 deployments, at least 2 expected");
        assertThat(deployments(cluster -> cluster.without(WEB), 1).message()).contains("is it the right namespace?");
    }

    @Test
    void one_without_a_generation_is_none() {
        Result result = deployments(with(WEB, "/metadata/generation", null), 1);
        assertThat(result.status()).isEqualTo(Status.ERROR);
    }

    @Test
    void one_that_is_scaled_to_zero_fails_unless_it_is_allowed_and_then_does_not_count() {
        UnaryOperator<FakeCluster> zero = cluster -> second(WEB, "admin", "/spec/replicas", 0)
                .apply(cluster)
                .with("deployments/admin", "/status", Map.of("observedGeneration", 4));
        assertThat(deployments(zero, 1).message()).endsWith("admin (it is scaled to zero (spec.replicas is 0))");
        Result allowed = shop.ask(
                "shop-web", zero, all -> all.allDeployments(1).allowingZero().areRolledOut());
        assertThat(allowed.message()).isEqualTo("1 of 1 deployments rolled out");
        Result two = shop.ask(
                "shop-web", zero, all -> all.allDeployments(2).allowingZero().areReady());
        assertThat(two.message()).contains("found 1 deployments, at least 2 expected");
    }

    @Test
    void a_daemon_set_that_nobody_has_counted_yet_is_not_passed_over() {
        UnaryOperator<FakeCluster> unseen =
                second("daemonsets/agent", "young", "/status", Map.of("observedGeneration", 2));
        Result result = shop.ask(
                "shop-agent", unseen, all -> all.allDaemonSets(1).allowingZero().areReady());
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("young (the controller has not counted the nodes yet)");
    }

    @Test
    void a_partition_is_allowed_for_all_stateful_sets_at_once() {
        UnaryOperator<FakeCluster> held = with("statefulsets/db", "/spec/updateStrategy/rollingUpdate/partition", 1);
        Result result = shop.ask("shop-db", held, all -> all.allStatefulSets(1).areRolledOut());
        assertThat(result.message()).contains("db (a partition holds the update back");
        assertThat(shop.ask(
                                "shop-db",
                                held,
                                all -> all.allStatefulSets(1)
                                        .allowingPartition()
                                        .areRolledOut())
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void the_history_of_a_cron_job_is_not_asked_for_success() {
        List<?> owner = List.of(Map.of("kind", "CronJob", "name", "backup", "uid", "cj-backup", "controller", true));
        UnaryOperator<FakeCluster> history =
                cluster -> second("jobs/migrate", "backup-1", "/status/conditions/0/type", "Failed")
                        .apply(cluster)
                        .with("jobs/backup-1", "/metadata/ownerReferences", owner);
        assertThat(shop.ask("shop-jobs", history, all -> all.allJobs(1).haveSucceeded())
                        .message())
                .isEqualTo("1 of 1 jobs complete");
        assertThat(shop.ask("shop-jobs", history, all -> all.allJobs(2).haveSucceeded())
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void all_cron_jobs_are_one_line() {
        UnaryOperator<FakeCluster> old =
                second("cronjobs/backup", "report", "/status/lastSuccessfulTime", "2029-12-01T01:00:00Z");
        Result result = shop.ask("shop-jobs", old, all -> all.allCronJobs(2).areFresh(Duration.ofHours(26)));
        assertThat(result.message()).contains("1 of 2 cronjobs not fresh: report (last success at 2029-12-01");
        assertThat(shop.asked()).hasSize(1);
    }

    @Test
    void a_least_number_below_one_would_pass_on_nothing() {
        NamespacedChecks all = shop.in("shop");
        assertThatThrownBy(() -> all.allDeployments(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the least number of deployments is 0");
        assertThatThrownBy(() -> all.allStatefulSets(-1)).hasMessageContaining("statefulsets is -1");
        assertThatThrownBy(() -> all.allDaemonSets(0)).hasMessageContaining("daemonsets is 0");
        assertThatThrownBy(() -> all.allJobs(0)).hasMessageContaining("jobs is 0");
        assertThatThrownBy(() -> all.allCronJobs(0)).hasMessageContaining("cronjobs is 0");
    }

    @Test
    void deployments_that_are_named_are_one_line_each() {
        Report report = CheckTester.create()
                .run(checklist(
                        "named", shop.in("shop-web").deployments("web", "gone").areRolledOut()));
        assertThat(report.lines()).extracting(Result::status).containsExactly(Status.PASSED, Status.FAILED);
        Report images = CheckTester.create()
                .run(checklist(
                        "images",
                        shop.in("shop")
                                .deployments(List.of("api"))
                                .runImages(Map.of("api", "registry.example/api:7"))));
        assertThat(images.lines()).extracting(Result::message).containsExactly("2 pods run registry.example/api:7");
    }

    @Test
    void no_name_or_an_image_for_another_deployment_is_refused() {
        NamespacedChecks all = shop.in("shop");
        assertThatThrownBy(() -> all.deployments(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the names of the deployments are []");
        assertThatThrownBy(() -> all.deployments("api", "UPPER"))
                .hasMessageContaining("the name of the deployment is \"UPPER\"");
        assertThatThrownBy(() -> all.deployments("api").runImages(Map.of()))
                .hasMessageContaining("the images are of the deployments []: expected one for each of [api]");
        assertThatThrownBy(() -> all.deployments("api").runImages(Map.of("api", "api:1", "web", "web:1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
