package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Judges listings by the times and sizes in them; no request is sent. */
class FreshnessTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Bucket BUCKET =
            new Bucket(Store.of(S3Client.builder().region(Region.of("fr-par")).build()), "dumps");
    private static final Duration AGE = Duration.ofHours(26);

    private static StoredObject object(String key, Duration age, long size) {
        return new StoredObject(key, NOW.minus(age), size, "t");
    }

    private static Contents listed(ListingProbe probe, StoredObject... objects) {
        Tally tally = new Tally(probe.wanted());
        List.of(objects).forEach(tally::add);
        return tally.ended(1, NOW);
    }

    private static Outcome newer(long minBytes, @Nullable Double ratio, StoredObject... objects) {
        ObjectNewerThan probe = new ObjectNewerThan(BUCKET, "", AGE, minBytes, ratio);
        return probe.verdict(listed(probe, objects), NOW);
    }

    private static StoredObject hours(long hours, long size) {
        return object("dump-" + hours, Duration.ofHours(hours), size);
    }

    @Test
    void the_age_is_kept_to_the_second() {
        assertThat(newer(1, null, object("k", AGE, 9)).status()).isEqualTo(Status.PASSED);
        assertThat(newer(1, null, object("k", AGE.plusSeconds(1), 9)).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_dump_that_is_too_small_is_none_but_is_warned_of() {
        Outcome outcome = newer(100, null, hours(2, 99), hours(20, 100));

        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.evidence()).containsEntry("key", "dump-20");
        assertThat(outcome.warnings()).singleElement().asString().contains("the newest is too small: dump-2 (99 bytes");
        assertThat(newer(100, null, hours(2, 99)).message()).contains("found only smaller ones, newest dump-2");
    }

    @Test
    void an_old_dump_of_the_right_size_does_not_stand_for_a_fresh_one_that_failed() {
        assertThat(newer(100, null, hours(2, 0), hours(50, 1_000)).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_dump_that_shrank_below_one_half_is_a_warning_unless_a_ratio_is_asked_for() {
        assertThat(newer(1, null, hours(2, 49), hours(26, 100)).warnings())
                .singleElement()
                .asString()
                .contains("has 49 % of the size of the one before it");
        assertThat(newer(1, null, hours(2, 50), hours(26, 100)).warnings()).isEmpty();
        assertThat(newer(1, 0.5, hours(2, 49), hours(26, 100)).status()).isEqualTo(Status.FAILED);
        assertThat(newer(1, 0.5, hours(2, 50), hours(26, 100)).status()).isEqualTo(Status.PASSED);
        assertThat(newer(1, 0.5, hours(2, 50)).evidence()).containsEntry("size of the one before it", "there is none");
    }

    @ParameterizedTest
    @CsvSource({"4, PASSED", "6, ERROR"})
    void an_object_dated_ahead_of_the_clock_is_no_evidence(int minutes, Status status) {
        StoredObject ahead = object("k", Duration.ofMinutes(-minutes), 9);

        assertThat(newer(1, null, ahead, hours(3, 9)).status()).isEqualTo(status);
        ObjectBetween between = new ObjectBetween(BUCKET, "", NOW, NOW.plusSeconds(3_600), 1);
        assertThat(between.verdict(listed(between, ahead), NOW).status()).isEqualTo(status);
    }

    @Test
    void a_backup_made_after_the_rollout_is_not_the_backup_before_it() {
        Instant rollout = NOW.minus(Duration.ofHours(1));
        ObjectBetween probe = new ObjectBetween(BUCKET, "", rollout.minus(AGE), rollout, 10);

        assertThat(probe.verdict(listed(probe, object("after", Duration.ofMinutes(59), 99)), NOW)
                        .message())
                .contains("found none; the newest is after");
        assertThat(probe.verdict(listed(probe, object("at", Duration.ofHours(1), 10)), NOW)
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(probe.verdict(listed(probe, object("at", Duration.ofHours(1), 9)), NOW)
                        .status())
                .isEqualTo(Status.FAILED);
        assertThat(probe.verdict(listed(probe, object("long ago", AGE.plusHours(2), 10)), NOW)
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void one_old_object_is_enough_and_none_at_all_shows_nothing() {
        NoObjectOlderThan probe = new NoObjectOlderThan(BUCKET, "", AGE);

        assertThat(probe.verdict(listed(probe, hours(1, 1), hours(26, 1)), NOW).status())
                .isEqualTo(Status.PASSED);
        assertThat(probe.verdict(listed(probe, hours(1, 1), hours(27, 0)), NOW).message())
                .contains("found dump-27 (0 bytes");
        assertThat(probe.verdict(listed(probe), NOW).status()).isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"33, FAILED", "32, PASSED", "7, PASSED", "6, ERROR", "1, ERROR"})
    void retention_is_shown_by_the_oldest_object(int days, Status status) {
        RetentionWorks probe = new RetentionWorks(BUCKET, "", 7, 30);
        StoredObject oldest = object("k", Duration.ofDays(days), 1);

        Outcome outcome = probe.verdict(listed(probe, oldest, hours(1, 1)), NOW);

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.mark()).isEqualTo(status == Status.ERROR ? Mark.UNSUPPORTED : Mark.PLAIN);
    }

    @Test
    void the_clock_of_the_store_counts_and_a_wrong_one_is_told() {
        Tally tally = new Tally(Contents.Wanted.ALL);
        Contents told = tally.ended(1, NOW);
        Contents untold = tally.ended(1, null);

        assertThat(told.now(NOW.plusSeconds(900))).isEqualTo(NOW);
        assertThat(told.skew(NOW.plusSeconds(900))).hasValue("the clocks here and at the store differ by 15 minutes");
        assertThat(told.skew(NOW.minusSeconds(300))).isEmpty();
        assertThat(untold.now(NOW.plusSeconds(900))).isEqualTo(NOW.plusSeconds(900));
    }

    @Test
    void a_sample_is_spread_over_all_and_never_grows() {
        Tally tally = new Tally(Contents.Wanted.ALL);
        for (int i = 0; i < 100_000; i++) {
            tally.add(object(String.format("%06d", i), Duration.ofMinutes(i), 1));
        }
        List<String> sample = tally.ended(100, NOW).sample();

        assertThat(sample)
                .hasSizeBetween(Tally.SAMPLE, 2 * Tally.SAMPLE)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(sample.get(0)).isEqualTo("000000");
        assertThat(sample.get(sample.size() - 1)).isGreaterThan("085000");
    }
}
