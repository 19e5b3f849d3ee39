package dev.checklist.attestation;

import static dev.checklist.attestation.Asked.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.run.Attestation;
import dev.checklist.run.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which of several answers counts. */
class LastWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Question PLAN = question("plan");
    private static final Question SECURITY = question("security");

    private static List<Kept> kept(Attestation... given) {
        List<Kept> records = new ArrayList<>();
        for (Attestation one : given) {
            records.add(new Kept(records.size() + 1, one.when().isPresent() ? one : one.at(NOW), "", ""));
        }
        return records;
    }

    private static String on(Question question, Attestation... given) {
        return LastWords.on(question, kept(given), NOW)
                .map(Attestation::toString)
                .orElse("nothing");
    }

    private static Attestation yes(String who) {
        return PLAN.confirmedBy(who);
    }

    private static Attestation no(String who) {
        return PLAN.refusedBy(who);
    }

    @Test
    void of_one_person_the_last_word_counts() {
        assertThat(on(PLAN)).isEqualTo("nothing");
        assertThat(on(PLAN, yes("Ann"), no("Ann"))).isEqualTo("REFUSED by Ann");
        assertThat(on(PLAN, no("Ann"), yes("Ann"))).isEqualTo("CONFIRMED by Ann");
    }

    @Test
    void two_may_sign_and_the_last_is_shown() {
        assertThat(on(PLAN, yes("Ann"), yes("Bob"))).isEqualTo("CONFIRMED by Bob");
        assertThat(on(PLAN, yes("Ann"), yes("Bob"), yes("Ann"))).isEqualTo("CONFIRMED by Ann");
    }

    @Test
    void a_refusal_stands_whoever_else_confirms() {
        assertThat(on(PLAN, no("Ann"), yes("Bob"))).isEqualTo("REFUSED by Ann");
        assertThat(on(PLAN, yes("Bob"), no("Ann"))).isEqualTo("REFUSED by Ann");
        assertThat(on(PLAN, no("Ann"), yes("Bob"), yes("Ann"))).isEqualTo("CONFIRMED by Ann");
    }

    @Test
    void of_several_ratings_the_lowest_counts() {
        assertThat(LastWords.on(SECURITY, kept(SECURITY.ratedBy("Ann", 2), SECURITY.ratedBy("Bob", 5)), NOW)
                        .orElseThrow()
                        .score())
                .hasValue(2);
        assertThat(LastWords.on(
                                SECURITY,
                                kept(
                                        SECURITY.ratedBy("Ann", 2),
                                        SECURITY.ratedBy("Bob", 5),
                                        SECURITY.ratedBy("Ann", 4)),
                                NOW)
                        .orElseThrow()
                        .score())
                .hasValue(4);
        assertThat(on(SECURITY, SECURITY.ratedBy("Ann", 5), SECURITY.refusedBy("Bob")))
                .isEqualTo("REFUSED by Bob");
    }

    @Test
    void what_expired_neither_counts_nor_hides_what_does() {
        Attestation old = yes("Ann").validFor(Duration.ofHours(1)).at(NOW.minusSeconds(3600));
        Attestation refused = no("Ann").validFor(Duration.ofHours(1)).at(NOW.minusSeconds(3600));
        assertThat(on(PLAN, yes("Bob"), old)).isEqualTo("CONFIRMED by Bob");
        assertThat(on(PLAN, yes("Bob"), refused)).isEqualTo("CONFIRMED by Bob");
        assertThat(on(PLAN, old)).as("so that the runner says why").isEqualTo("CONFIRMED by Ann");
    }

    @Test
    void answers_to_other_lines_and_other_texts_do_not_count_and_the_newest_of_the_line_says_why() {
        Attestation other = question("restore").confirmedBy("Eve");
        Attestation edited = Attestation.recorded(
                "plan", Map.of("about version", "1.4.1"), "read", Attestation.Answer.CONFIRMED, "Bob");
        assertThat(on(PLAN, other)).isEqualTo("nothing");
        assertThat(on(PLAN, edited, other)).isEqualTo("CONFIRMED by Bob");
        assertThat(on(PLAN, yes("Ann"), edited)).isEqualTo("CONFIRMED by Ann");
    }

    @Test
    void a_signed_word_stands_above_what_anybody_may_type_in_that_name() {
        Attestation signedNo = no("Ann").signedBy("Ann");
        Attestation signedYes = yes("Ann").signedBy("Ann");
        assertThat(on(PLAN, signedNo, yes("Ann"))).isEqualTo("REFUSED by Ann");
        assertThat(on(PLAN, no("Ann"), signedYes)).isEqualTo("CONFIRMED by Ann");
        assertThat(on(PLAN, signedYes, no("Ann")))
                .as("a refusal is never a false green")
                .isEqualTo("REFUSED by Ann");
        assertThat(on(PLAN, signedNo, signedYes)).isEqualTo("CONFIRMED by Ann");
    }

    @Test
    void whatever_the_order_a_yes_counts_only_while_nobody_says_no_last() {
        Random random = new Random(20261122);
        String[] people = {"Ann", "Bob", "Eve"};
        for (int round = 0; round < 5_000; round++) {
            Attestation[] given = new Attestation[random.nextInt(9)];
            Map<String, Boolean> last = new HashMap<>();
            Arrays.setAll(given, i -> {
                String who = people[random.nextInt(people.length)];
                boolean isYes = random.nextBoolean();
                last.put(who, isYes);
                return isYes ? yes(who) : no(who);
            });
            Optional<Attestation> counts = LastWords.on(PLAN, kept(given), NOW);
            boolean isConfirmed = counts.filter(one -> one.answer() == Attestation.Answer.CONFIRMED)
                    .isPresent();
            assertThat(isConfirmed).as(Arrays.toString(given)).isEqualTo(!last.isEmpty() && !last.containsValue(false));
        }
    }
}
