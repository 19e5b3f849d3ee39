package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.s3.FakeStore.Kind;
import dev.checklist.testing.CheckTester;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one predicate that writes: over a store that really keeps what is put. */
class WritesTest {
    private static final String PROBE = "/dumps/.checklist-probe/bucket-dumps-accepts-writes";
    private static final Reply NO_LOCK = Reply.error(404, "ObjectLockConfigurationNotFoundError");

    private FakeServer server;
    private FakeStore store = FakeStore.healthy().with(Kind.OBJECT_LOCK, NO_LOCK);
    /** The versions of the probe's object, the newest first. */
    private final Deque<String> kept = new ArrayDeque<>();

    private Reply onPut = Reply.of(200);
    private Reply onDelete = Reply.of(204);

    @BeforeEach
    void start() throws Exception {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Check line() {
        return server.bucket().acceptsWrites();
    }

    private Result run(boolean versioned) {
        FakeStore answers =
                versioned ? store : store.with(Kind.VERSIONING, FakeStore.xml("<VersioningConfiguration/>"));
        server.become(answers, asked -> {
            if (!asked.target().startsWith(PROBE)) {
                return null;
            }
            return switch (asked.method()) {
                case "PUT" -> put(versioned, asked.body());
                case "DELETE" -> delete(versioned, asked.target());
                default -> kept.isEmpty() ? Reply.of(404) : got(versioned);
            };
        });
        return FakeServer.run(line());
    }

    private Reply put(boolean versioned, String body) {
        if (onPut.status() / 100 != 4) {
            if (!versioned) {
                kept.clear();
            }
            kept.push(body);
        }
        return onPut;
    }

    private Reply delete(boolean versioned, String target) {
        assertThat(target.contains("versionId=v" + kept.size())).isEqualTo(versioned);
        if (onDelete.status() == 204) {
            kept.pop();
        }
        return onDelete;
    }

    private Reply got(boolean versioned) {
        Reply whole = Reply.of(200, String.valueOf(kept.peek())).with("ETag", "\"p\"");
        return versioned ? whole.with("x-amz-version-id", "v" + kept.size()) : whole;
    }

    @Test
    void an_object_is_put_read_back_and_removed() {
        for (boolean versioned : List.of(false, true)) {
            assertThat(run(versioned).status()).isEqualTo(Status.PASSED);
            assertThat(kept).isEmpty();
        }
    }

    @Test
    void without_leave_to_write_nothing_is_asked_at_all() {
        server.become(store);
        Result result = CheckTester.create().run(line());

        assertThat(result.status()).isEqualTo(Status.PENDING);
        assertThat(server.stub().requests()).isEmpty();
    }

    @Test
    void what_a_run_that_was_killed_left_is_removed() {
        for (boolean versioned : List.of(false, true)) {
            kept.push("left");
            assertThat(run(versioned).status()).isEqualTo(Status.PASSED);
            assertThat(kept).isEmpty();
        }
    }

    @Test
    void a_put_that_arrived_twice_leaves_no_second_version() {
        kept.push("left");
        kept.push("left again");

        assertThat(run(true).status()).isEqualTo(Status.PASSED);
        assertThat(kept).isEmpty();
    }

    @Test
    void where_a_default_retention_would_keep_it_nothing_is_written() {
        store = FakeStore.healthy();
        Result result = run(true);

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("a default retention: a probe could not be removed");
        assertThat(server.asked()).doesNotContain(Kind.PUT);
    }

    @Test
    void a_delete_that_is_refused_is_a_failure_that_names_what_is_left() {
        onDelete = Reply.error(403, "AccessDenied");
        Result result = run(false);

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message())
                .contains(PROBE.substring("/dumps/".length()), "found DELETE 403 AccessDenied: remove it by hand");
        assertThat(kept).hasSize(1);
    }

    @Test
    void an_account_that_may_not_write_is_told_its_right_and_leaves_nothing() {
        onPut = Reply.error(403, "AccessDenied");
        Result result = run(false);

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.NOT_PERMITTED);
        assertThat(result.message()).contains("the account lacks s3:PutObject");
    }

    @Test
    void a_put_that_was_kept_though_the_store_says_otherwise_is_cleaned_up() {
        onPut = Reply.error(500, "InternalError");
        Result result = run(true);

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("500 InternalError");
        assertThat(kept).isEmpty();
    }

    @Test
    void a_put_that_nobody_can_remove_is_a_failure() {
        onPut = Reply.error(500, "InternalError");
        onDelete = Reply.error(503, "SlowDown");
        Result result = run(false);

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("the cleanup failed", "DELETE 503 SlowDown", ".checklist-probe/");
    }

    @Test
    void cleaning_up_where_nothing_was_written_asks_nothing() throws Exception {
        server.become(store);
        AcceptsWrites probe = new AcceptsWrites(new Bucket(Store.of(server.client()), "dumps"));

        probe.cleanUp(new FakeContext(Duration.ofSeconds(9)), Outcome.error("not asked"));

        assertThat(server.stub().requests()).isEmpty();
    }
}
