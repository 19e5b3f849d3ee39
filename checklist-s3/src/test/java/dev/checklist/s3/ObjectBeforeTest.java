package dev.checklist.s3;

import static dev.checklist.Checklists.attempts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.s3.FakeStore.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A backup is one before a rollout only if the rollout's time is known. */
class ObjectBeforeTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static FakeServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new FakeServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Result run(Callable<Instant> until) {
        server.become(FakeStore.healthy());
        return FakeServer.run(server.bucket().hasObjectBetween("nightly/", DAY, until, 1));
    }

    @Test
    void the_backup_before_the_time_counts_and_one_after_it_does_not() {
        Result before = run(() -> FakeStore.NEW);
        assertThat(before.status()).as(before.toString()).isEqualTo(Status.PASSED);
        assertThat(before.evidence()).containsEntry("key", FakeStore.KEY).containsKey("until");

        Result between = run(() -> FakeStore.NEW.minusSeconds(1));
        assertThat(between.status()).isEqualTo(Status.PASSED);
        assertThat(between.evidence()).containsEntry("key", "nightly/1.dump");

        Result after = run(() -> FakeStore.OLD.minusSeconds(1));
        assertThat(after.status()).isEqualTo(Status.FAILED);
        assertThat(after.message()).contains("found none; the newest is nightly/2.dump");
    }

    @Test
    void a_backup_older_than_the_span_is_none() {
        assertThat(run(() -> FakeStore.OLD.plus(DAY).plusSeconds(1)).status()).isEqualTo(Status.PASSED);
        server.become(FakeStore.healthy()
                .with(Kind.LIST, FakeStore.list(FakeStore.object("nightly/1.dump", FakeStore.OLD, 9, "t"))));
        Result late = FakeServer.run(server.bucket()
                .hasObjectBetween("nightly/", DAY, () -> FakeStore.OLD.plus(DAY).plusSeconds(1), 1));

        assertThat(late.status()).isEqualTo(Status.FAILED);
    }

    static Stream<Arguments> untold() {
        return Stream.of(
                told(() -> null, "found null"),
                told(() -> Instant.MIN, "found -1000000000"),
                told(() -> Instant.now().plus(DAY), "found "),
                told(() -> Instant.MAX, "found +1000000000"),
                told(
                        () -> {
                            throw new IOException("no pod of the rollout");
                        },
                        "found java.io.IOException: no pod of the rollout"),
                told(
                        () -> {
                            throw SdkClientException.create("another store");
                        },
                        "another store"));
    }

    private static Arguments told(Callable<Instant> until, String words) {
        return Arguments.of(until, words);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("untold")
    void a_time_that_is_not_told_is_an_error_and_nothing_is_listed(Callable<Instant> until, String words) {
        Result result = run(until);

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.PLAIN);
        assertThat(result.message())
                .startsWith("expected to be told the time before which an object under nightly/ in bucket dumps")
                .contains(words);
        assertThat(server.asked()).doesNotContain(Kind.LIST);
    }

    @Test
    void a_missing_bucket_is_told_before_the_time_is_asked_for() {
        AtomicInteger asked = new AtomicInteger();
        server.become(FakeStore.healthy().with(Kind.FIRST_KEY, Reply.error(404, "NoSuchBucket")));
        Result result = FakeServer.run(server.bucket()
                .hasObjectBetween(
                        "nightly/",
                        DAY,
                        () -> {
                            asked.incrementAndGet();
                            return FakeStore.NEW;
                        },
                        1));

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_time_that_moves_does_not_quicken_the_retries() {
        server.become(FakeStore.healthy());
        AtomicInteger calls = new AtomicInteger();
        Result hasty = FakeServer.run(server.bucket()
                .hasObjectBetween("nightly/", DAY, () -> FakeStore.TOO_OLD.plusSeconds(calls.incrementAndGet()), 1)
                .retry(attempts(2).every(Duration.ofSeconds(20))));

        assertThat(hasty.status()).isEqualTo(Status.ERROR);
        assertThat(hasty.message()).contains("a retry after 20 s");
    }
}
