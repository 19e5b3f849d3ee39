package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Effect;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad arguments are refused when the list is built. */
class ArgumentTest {
    private static final S3Checks S3 = S3Checks.connecting(URI.create("https://store.example"), "fr-par", true)
            .withCredentials(Asking.CREDENTIALS)
            .open();
    private static final BucketChecks BUCKET = S3.bucket("dumps");
    private static final Duration DAY = Duration.ofDays(1);

    @AfterAll
    static void close() {
        S3.close();
    }

    private static Arguments refused(String words, Consumer<BucketChecks> call) {
        return Arguments.of(words, call);
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                refused("region is \"fr par\": expected a name such as \"fr-par\"", b -> use(b.isInRegion("fr par"))),
                refused("region is null", b -> use(b.isInRegion(null))),
                refused("owner is \" \": expected 1 to 1024", b -> use(b.isOwnedBy(" "))),
                refused("key is \"\"", b -> use(b.hasObject(""))),
                refused("prefix is null", b -> use(b.hasObjectNewerThan(null, DAY))),
                refused(
                        "prefix is \"/dumps\": expected no slash before it",
                        b -> use(b.refusesAnonymousAccess("/dumps"))),
                refused("prefix has 1025 characters", b -> use(b.retentionWorks("x".repeat(1_025), 1, 2))),
                refused("age is PT0S: expected more than zero", b -> use(b.hasObjectNewerThan("", Duration.ZERO))),
                refused("age is PT-1S", b -> use(b.hasNoObjectOlderThan("", Duration.ofSeconds(-1)))),
                refused("minBytes is -1: expected 0 or more", b -> use(b.hasObjectNewerThan("", DAY, -1))),
                refused("ratio is 0.0: expected above 0", b -> use(b.hasObjectNewerThan("", DAY, 1, 0))),
                refused("ratio is NaN", b -> use(b.hasObjectNewerThan("", DAY, 1, Double.NaN))),
                refused(
                        "until is 1970-01-01T00:00:00Z: expected no time before from",
                        b -> use(b.hasObjectBetween("", Instant.EPOCH.plusSeconds(1), Instant.EPOCH, 1))),
                refused("until is null", b -> use(b.hasObjectBetween("", DAY, null, 1))),
                refused("age is PT0S", b -> use(b.hasObjectBetween("", Duration.ZERO, Instant::now, 1))),
                refused("minDays is 0: expected days from 1 to 36500", b -> use(b.hasExpiry("", 0, 5))),
                refused("maxDays is 6: expected days from 7 to 36500", b -> use(b.retentionWorks("", 7, 6))),
                refused("minDays is 36501", b -> use(b.hasObjectLock(36_501))));
    }

    private static void use(Check check) {
        assertThat(check.title()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void a_bad_argument_is_refused_by_name_and_value(String words, Consumer<BucketChecks> call) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.accept(BUCKET))
                .withMessageContaining(words);
    }

    @Test
    void a_bucket_of_several_with_a_bad_name_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> S3.buckets("dumps", "UPPER"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3.buckets("dumps").each(null));
    }

    @Test
    void keys_do_not_change_with_what_is_expected() {
        assertThat(BUCKET.hasObjectNewerThan("nightly/", DAY, 5).key())
                .isEqualTo(BUCKET.hasObjectNewerThan("nightly/", DAY.multipliedBy(2))
                        .key())
                .isNotEqualTo(BUCKET.hasObjectNewerThan("weekly/", DAY).key());
        assertThat(BUCKET.isInRegion("fr-par").key())
                .isEqualTo(BUCKET.isInRegion("nl-ams").key());
        assertThat(BUCKET.hasExpiry("a/", 1, 2).key())
                .isEqualTo(BUCKET.hasExpiry("a/", 3, 4).key());
    }

    @Test
    void lines_that_list_have_a_time_out_of_their_own() {
        List<Check> listing = List.of(
                BUCKET.hasObjectNewerThan("", DAY),
                BUCKET.hasNoObjectOlderThan("", DAY),
                BUCKET.retentionWorks("", 1, 2),
                BUCKET.refusesAnonymousAccess(""),
                BUCKET.newestObject("").isEncrypted());

        assertThat(listing)
                .allSatisfy(check -> assertThat(check.timeoutPerAttempt()).hasValue(Duration.ofMinutes(5)));
        assertThat(BUCKET.exists().timeoutPerAttempt()).isEmpty();
    }

    @Test
    void only_the_line_that_writes_is_declared_to() {
        assertThat(BUCKET.acceptsWrites().effect()).isEqualTo(Effect.WRITES);
        assertThat(BUCKET.acceptsWrites().cleanup()).isPresent();
        assertThat(PublicCheck.all())
                .filteredOn(check -> !check.name().equals("acceptsWrites()"))
                .allMatch(check -> check.check().apply(BUCKET).effect() != Effect.WRITES);
    }

    @Test
    void every_probe_is_a_record_that_is_equal_for_equal_arguments() {
        for (PublicCheck check : PublicCheck.all()) {
            assertThat(check.check().apply(BUCKET).probe())
                    .isInstanceOf(Record.class)
                    .isEqualTo(check.check().apply(BUCKET).probe());
        }
    }
}
