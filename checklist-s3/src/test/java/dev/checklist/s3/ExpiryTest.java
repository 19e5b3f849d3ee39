package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.Tag;

/** Judges lifecycles: which rule covers a prefix, and which one deletes first. */
class ExpiryTest {
    private static final Bucket BUCKET =
            new Bucket(Store.of(S3Client.builder().region(Region.of("fr-par")).build()), "dumps");

    private static Outcome judged(LifecycleRule... rules) {
        List<ExpiryRule> all = Stream.of(rules).map(ExpiryRule::of).toList();
        return new Expiry(BUCKET, "nightly/", 7, 35).verdict(all);
    }

    private static Status status(LifecycleRule... rules) {
        return judged(rules).status();
    }

    private static LifecycleRule.Builder rule(String prefix, int days) {
        return LifecycleRule.builder()
                .status("Enabled")
                .filter(f -> f.prefix(prefix))
                .expiration(e -> e.days(days));
    }

    @Test
    void both_ends_of_the_days_are_included() {
        assertThat(status(rule("nightly/", 6).build())).isEqualTo(Status.FAILED);
        assertThat(status(rule("nightly/", 7).build())).isEqualTo(Status.PASSED);
        assertThat(status(rule("nightly/", 35).build())).isEqualTo(Status.PASSED);
        assertThat(status(rule("nightly/", 36).build())).isEqualTo(Status.FAILED);
    }

    @Test
    void a_rule_covers_what_its_prefix_begins() {
        assertThat(status(rule("", 30).build())).isEqualTo(Status.PASSED);
        assertThat(status(rule("night", 30).build())).isEqualTo(Status.PASSED);
        assertThat(status(rule("nightly/db/", 30).build())).isEqualTo(Status.FAILED);
        assertThat(status(rule("weekly/", 30).build())).isEqualTo(Status.FAILED);
    }

    @Test
    void a_filter_without_a_condition_is_for_the_whole_bucket_and_no_filter_at_all_is_for_nothing() {
        assertThat(status(rule("", 30).filter(f -> {}).build())).isEqualTo(Status.PASSED);
        assertThat(status(LifecycleRule.builder()
                        .status("Enabled")
                        .expiration(e -> e.days(30))
                        .build()))
                .isEqualTo(Status.FAILED);
    }

    @Test
    @SuppressWarnings("deprecation")
    void the_older_prefix_beside_the_filter_counts() {
        assertThat(status(LifecycleRule.builder()
                        .status("Enabled")
                        .prefix("nightly/")
                        .expiration(e -> e.days(30))
                        .build()))
                .isEqualTo(Status.PASSED);
    }

    @Test
    void a_rule_for_a_tag_or_a_size_leaves_some_objects_out() {
        assertThat(status(rule("", 30)
                        .filter(f -> f.tag(t -> t.key("k").value("v")))
                        .build()))
                .isEqualTo(Status.FAILED);
        assertThat(status(rule("", 30).filter(f -> f.objectSizeGreaterThan(1L)).build()))
                .isEqualTo(Status.FAILED);
        assertThat(status(rule("", 30)
                        .filter(f -> f.and(a -> a.prefix("nightly/")
                                .tags(Tag.builder().key("k").value("v").build())))
                        .build()))
                .isEqualTo(Status.FAILED);
        assertThat(status(rule("", 30)
                        .filter(f -> f.and(a -> a.prefix("nightly/")))
                        .build()))
                .isEqualTo(Status.PASSED);
    }

    @Test
    void a_disabled_rule_and_one_for_old_versions_delete_nothing() {
        assertThat(status(rule("nightly/", 30).status("Disabled").build())).isEqualTo(Status.FAILED);
        assertThat(status(LifecycleRule.builder()
                        .status("Enabled")
                        .filter(f -> f.prefix(""))
                        .noncurrentVersionExpiration(n -> n.noncurrentDays(30))
                        .build()))
                .isEqualTo(Status.FAILED);
        assertThat(status(rule("", 30)
                        .expiration(e -> e.expiredObjectDeleteMarker(true))
                        .build()))
                .isEqualTo(Status.FAILED);
    }

    @Test
    void the_rule_that_deletes_first_counts_even_if_only_for_some_objects() {
        assertThat(judged(rule("nightly/", 30).build(), rule("nightly/db/", 3).build())
                        .message())
                .contains("deletes some of them after 3 days already");
        assertThat(status(
                        rule("", 30).build(),
                        rule("", 3)
                                .filter(f -> f.tag(t -> t.key("k").value("v")))
                                .build()))
                .isEqualTo(Status.FAILED);
        assertThat(status(rule("nightly/", 40).build(), rule("", 30).build())).isEqualTo(Status.PASSED);
        assertThat(status(rule("nightly/", 30).build(), rule("weekly/", 1).build()))
                .isEqualTo(Status.PASSED);
    }

    @Test
    void a_rule_by_date_cannot_be_compared() {
        assertThat(status(
                        rule("nightly/", 30).build(),
                        rule("nightly/", 30)
                                .expiration(e -> e.date(Instant.EPOCH))
                                .build()))
                .isEqualTo(Status.ERROR);
    }
}
