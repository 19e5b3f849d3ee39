package dev.checklist.k8s;

import static dev.checklist.k8s.Shop.isConclusive;
import static dev.checklist.k8s.Shop.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jobs and CronJobs: whether this run, or the last one, succeeded. */
class JobTest {
    private static final String MIGRATE = "jobs/migrate";
    private static final String BACKUP = "cronjobs/backup";
    private static final String IMAGE = "/spec/template/spec/containers/0/image";
    private static final String DIGEST = "@sha256:" + "a".repeat(64);

    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = new Shop();
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    private static Result job(UnaryOperator<FakeCluster> change, Function<JobChecks, Check> line) {
        return shop.ask("shop-jobs", change, all -> line.apply(all.job("migrate")));
    }

    private static Result cron(UnaryOperator<FakeCluster> change, Function<CronJobChecks, Check> line) {
        return shop.ask("shop-jobs", change, all -> line.apply(all.cronJob("backup")));
    }

    @Test
    void a_job_that_is_complete_costs_one_request() {
        assertThat(job(cluster -> cluster, JobChecks::hasSucceeded).status()).isEqualTo(Status.PASSED);
        assertThat(shop.asked()).containsExactly("GET /apis/batch/v1/namespaces/shop-jobs/jobs/migrate");
    }

    @Test
    void an_absent_job_fails_and_says_that_it_may_have_deleted_itself() {
        Result result = job(cluster -> cluster.without(MIGRATE), JobChecks::hasSucceeded);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.warnings()).singleElement().asString().contains("ttlSecondsAfterFinished");
    }

    @Test
    void the_absence_of_a_job_that_deletes_itself_says_nothing() {
        Result gone =
                job(cluster -> cluster.without(MIGRATE), job -> job.expiring().hasSucceeded());
        assertThat(gone.status()).isEqualTo(Status.ERROR);
        assertThat(gone.mark()).isEqualTo(Mark.UNSUPPORTED);
        assertThat(gone.message()).contains("nobody can tell whether it succeeded");
        Result nowhere = job(
                cluster -> cluster.without("/namespaces/shop-jobs"),
                job -> job.expiring().hasSucceeded());
        assertThat(nowhere.status()).isEqualTo(Status.FAILED);
        assertThat(nowhere.message()).contains("namespace shop-jobs", "absent");
        Result there = job(cluster -> cluster, job -> job.expiring().hasSucceeded());
        assertThat(there.status()).isEqualTo(Status.PASSED);
        Result failed = job(
                with(MIGRATE, "/status/conditions/0/type", "Failed"),
                job -> job.expiring().hasSucceeded());
        assertThat(failed.status()).isEqualTo(Status.FAILED);
    }

    @Test
    void what_could_not_be_read_of_a_job_that_deletes_itself_is_no_absence() {
        Result result = shop.askRefusing(
                "migrate",
                "shop-jobs",
                cluster -> cluster,
                all -> all.job("migrate").expiring().hasSucceeded());
        assertThat(result.mark()).isEqualTo(Mark.NOT_PERMITTED);
    }

    @Test
    void a_job_whose_pod_cannot_start_never_uses_up_its_backoff_limit_and_fails_for_good() {
        UnaryOperator<FakeCluster> running = with(MIGRATE, "/status", Map.of("active", 1));
        Result waiting = job(running, JobChecks::hasSucceeded);
        assertThat(waiting.message()).contains("not complete: 1 pods active");
        assertThat(isConclusive(waiting)).isFalse();
        Map<String, Object> pull = Map.of("waiting", Map.of("reason", "ImagePullBackOff"));
        Map<String, Object> status =
                Map.of("phase", "Pending", "containerStatuses", List.of(Map.of("name", "migrate", "state", pull)));
        Result stuck = job(cluster -> running.apply(cluster).with(pod(status)), JobChecks::hasSucceeded);
        assertThat(stuck.message()).contains("pod migrate-x: container migrate waits: ImagePullBackOff");
        assertThat(isConclusive(stuck)).isTrue();
    }

    private static JsonNode pod(Map<String, Object> status) {
        Map<String, Object> owner = Map.of("kind", "Job", "name", "migrate", "uid", "j-migrate", "controller", true);
        return new ObjectMapper()
                .valueToTree(Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Pod",
                        "metadata",
                        Map.of("name", "migrate-x", "namespace", "shop-jobs", "ownerReferences", List.of(owner)),
                        "status",
                        status));
    }

    @Test
    void without_the_right_to_list_pods_a_running_job_says_that_it_could_not_look_further() {
        Result result = shop.askRefusing(
                "pods",
                "shop-jobs",
                with(MIGRATE, "/status", Map.of("active", 1)),
                all -> all.job("migrate").hasSucceeded());
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.warnings()).singleElement().asString().contains("not permitted: list pods");
    }

    @Test
    void an_older_run_of_the_same_name_does_not_count() {
        Instant start = Instant.parse("2026-03-01T10:00:01Z");
        Result older = job(cluster -> cluster, job -> job.hasSucceededSince(start));
        assertThat(older.status()).isEqualTo(Status.FAILED);
        assertThat(older.message()).contains("it is an older run, created at 2026-03-01T10:00:00Z");
        assertThat(isConclusive(older)).isFalse();
    }

    @Test
    void the_image_of_a_run_is_that_of_its_template() {
        Result tag = job(cluster -> cluster, job -> job.hasSucceededWith("registry.example/api:7"));
        assertThat(tag.warnings()).containsExactly("by tag only: a tag can be moved, a digest cannot");
        Result wanted = job(cluster -> cluster, job -> job.hasSucceededWith("registry.example/api:7" + DIGEST));
        assertThat(wanted.message()).contains("but its template names registry.example/api:7");
        Result pinned = job(
                with(MIGRATE, IMAGE, "registry.example/api:7" + DIGEST),
                job -> job.hasSucceededWith("registry.example/api:7" + DIGEST));
        assertThat(pinned.status()).isEqualTo(Status.PASSED);
        assertThat(pinned.warnings()).isEmpty();
        Result none = job(with(MIGRATE, "/spec", null), job -> job.hasSucceededWith("registry.example/api:7"));
        assertThat(none.message()).contains("its template names none");
        Result failed = job(
                with(MIGRATE, "/status/conditions/0/type", "Failed"),
                job -> job.hasSucceededWith("registry.example/api:7"));
        assertThat(failed.message()).contains("Failed=True");
    }

    @Test
    void a_suspended_job_fails_for_good() {
        Result held = job(
                cluster -> cluster.with(MIGRATE, "/spec/suspend", true)
                        .with(MIGRATE, "/status/conditions/0/type", "Suspended"),
                JobChecks::hasSucceeded);
        assertThat(held.message()).contains("it is suspended");
        assertThat(isConclusive(held)).isTrue();
    }

    @Test
    void jobs_are_read_only_where_the_status_of_a_cron_job_does_not_settle_its_last_run() {
        cron(cluster -> cluster, CronJobChecks::lastRunSucceeded);
        assertThat(shop.asked()).hasSize(1);
        UnaryOperator<FakeCluster> lagging = with(BACKUP, "/status/lastSuccessfulTime", "2029-12-30T01:04:00Z");
        Map<String, Object> owner = Map.of("kind", "CronJob", "name", "backup", "uid", "cj-backup", "controller", true);
        Result quoted = cron(
                cluster -> lagging.apply(cluster)
                        .with(MIGRATE, "/metadata/ownerReferences", List.of(owner))
                        .with(MIGRATE, "/status/conditions/0/type", "Failed"),
                CronJobChecks::lastRunSucceeded);
        assertThat(quoted.message()).contains("did not succeed", "job migrate: Failed=True");
        Result alone = shop.askRefusing(
                "jobs", "shop-jobs", lagging, all -> all.cronJob("backup").lastRunSucceeded());
        assertThat(alone.status()).isEqualTo(Status.FAILED);
        assertThat(alone.warnings()).singleElement().asString().contains("not permitted: list jobs");
    }

    @Test
    void a_success_of_a_run_by_hand_decides_where_nothing_was_scheduled() {
        UnaryOperator<FakeCluster> byHand = with(BACKUP, "/status/lastScheduleTime", null);
        assertThat(cron(byHand, CronJobChecks::lastRunSucceeded).status()).isEqualTo(Status.PASSED);
        assertThat(cron(byHand, CronJobChecks::isFresh).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_schedule_that_cannot_be_read_is_an_error_and_an_age_helps() {
        UnaryOperator<FakeCluster> odd = with(BACKUP, "/spec/schedule", "@sometimes");
        Result result = cron(odd, CronJobChecks::isFresh);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("@sometimes", "give the age as a duration");
        assertThat(cron(odd, job -> job.isFresh(Duration.ofDays(1))).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void what_the_runs_of_a_suspended_cron_job_were_passes_with_a_warning_and_it_is_not_scheduled() {
        UnaryOperator<FakeCluster> suspended = with(BACKUP, "/spec/suspend", true);
        assertThat(cron(suspended, CronJobChecks::isFresh).warnings()).containsExactly("suspended");
        assertThat(cron(suspended, CronJobChecks::isScheduled).status()).isEqualTo(Status.FAILED);
    }
}
