package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Judges every combination of what HEAD and the listing can say. */
class ExistenceTest {
    private static final Existence EXISTENCE = new Existence("dumps", "https://store.example", "fr-par");
    private static final List<Integer> HEADS =
            List.of(200, 201, 204, 206, 300, 301, 302, 304, 307, 308, 400, 401, 403, 404, 405, 429, 500, 501, 503);
    private static final List<Integer> LISTS = List.of(200, 201, 204, 301, 302, 307, 400, 403, 404, 405, 501, 503);
    private static final List<@Nullable String> CODES = Arrays.asList(
            null,
            "NoSuchBucket",
            "NoSuchKey",
            "AccessDenied",
            "InvalidAccessKeyId",
            "RequestTimeTooSkewed",
            "PermanentRedirect",
            "AuthorizationHeaderMalformed",
            "NotImplemented");
    private static final List<@Nullable String> REGIONS = Arrays.asList(null, "fr-par", "nl-ams");
    private static final List<@Nullable String> NAMES = Arrays.asList(null, "", "dumps", "dumps-2", "Dumps");
    private static final List<@Nullable Boolean> ENDS = Arrays.asList(null, false, true);

    private record Seen(Answer head, Listing listing, Outcome outcome) {
        boolean is(Status status) {
            return outcome.status() == status;
        }
    }

    private static Stream<Seen> everything() {
        List<Listing> listings = listings().toList();
        return answers(HEADS, Arrays.asList((String) null))
                .flatMap(head -> listings.stream()
                        .map(listing -> new Seen(
                                head,
                                listing,
                                EXISTENCE.decidedBy(head).orElseGet(() -> EXISTENCE.judge(head, listing)))));
    }

    private static Stream<Answer> answers(List<Integer> statuses, List<@Nullable String> codes) {
        return statuses.stream()
                .flatMap(status -> codes.stream()
                        .flatMap(code -> REGIONS.stream().map(region -> new Answer(status, code, region, null))));
    }

    private static Stream<Listing> listings() {
        return answers(LISTS, CODES)
                .flatMap(answer ->
                        NAMES.stream().flatMap(name -> ENDS.stream().map(end -> new Listing(answer, name, end))));
    }

    @Test
    void of_all_answers_a_good_head_and_a_good_listing_with_the_name_pass_and_nothing_else() {
        assertThat(everything().filter(seen -> seen.is(Status.PASSED) != proven(seen)))
                .isEmpty();
        assertThat(everything().filter(ExistenceTest::proven)).isNotEmpty();
    }

    @Test
    void of_all_answers_a_missing_bucket_or_another_region_in_the_words_of_s3_fail_and_nothing_else() {
        assertThat(everything().filter(seen -> seen.is(Status.FAILED) && !missing(seen) && !moved(seen)))
                .isEmpty();
        assertThat(everything().filter(seen -> seen.is(Status.FAILED) && missing(seen)))
                .isNotEmpty();
        assertThat(everything().filter(seen -> seen.is(Status.FAILED) && moved(seen)))
                .isNotEmpty();
    }

    @Test
    void every_outcome_says_what_was_expected_where_and_which_thing_was_judged() {
        assertThat(everything().filter(seen -> !explains(seen.outcome()))).isEmpty();
    }

    private static boolean proven(Seen seen) {
        Answer list = seen.listing().answer();
        return seen.head().status() == 200
                && list.status() == 200
                && list.code() == null
                && "dumps".equals(seen.listing().name())
                && seen.listing().truncated() != null;
    }

    private static boolean missing(Seen seen) {
        Answer list = seen.listing().answer();
        return list.status() == 404 && "NoSuchBucket".equals(list.code());
    }

    private static boolean moved(Seen seen) {
        Answer list = seen.listing().answer();
        return redirects(seen.head())
                || redirects(list)
                || (seen.head().status() == 400 && "nl-ams".equals(seen.head().region()))
                || "PermanentRedirect".equals(list.code())
                || ("AuthorizationHeaderMalformed".equals(list.code())
                        && Arrays.asList(seen.head().region(), list.region()).contains("nl-ams"));
    }

    private static boolean redirects(Answer answer) {
        return answer.region() != null && (answer.status() == 301 || answer.status() == 307);
    }

    private static boolean explains(Outcome outcome) {
        String message = outcome.message();
        boolean words = message.startsWith("expected ")
                && message.contains("https://store.example")
                && message.contains(", found ");
        return outcome.evidence().containsKey("bucket")
                && outcome.identity().containsValue("https://store.example")
                && (words || outcome.status() == Status.PASSED);
    }
}
