package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.derivedFrom;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.signOffs;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Section;
import dev.checklist.Status;
import dev.checklist.run.Attestor;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Kind;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Selection;
import dev.checklist.run.Verdict;
import dev.checklist.run.Waiver;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("changes the locale and time zone of the process")
@Timeout(60)
class SignaturesTest {
    private static final String DEV = "sign-off-development-lead";
    private static final String OPS = "sign-off-devops-lead";
    private static final Instant MONDAY = Instant.parse("2029-12-31T09:00:00Z");

    private static Checklist list(Item first, Item... rest) {
        List<Item> items = new ArrayList<>(List.of(signOffs("Development lead", "DevOps lead"), first));
        items.addAll(List.of(rest));
        return checklist("Release", items).about("version", "1.4.2");
    }

    private static Report run(Attestor attestor, Checklist list) {
        return CheckTester.create()
                .with(runner -> runner.withAttestor(attestor))
                .run(list);
    }

    private static Kept signed(Checklist list) {
        Kept kept = new Kept();
        run(kept, list);
        kept.confirm(DEV, "Kim", MONDAY);
        kept.confirm(OPS, "Lee", MONDAY);
        return kept;
    }

    @Test
    void signatures_are_asked_last_wherever_they_stand() {
        Kept kept = new Kept();
        Check slow = check("slow", ScriptedProbe.passing("x").takes(Duration.ofMinutes(5)))
                .timeout(Duration.ofMinutes(6));
        Report report = run(kept, list(signOff("looked").requires(slow), slow));
        assertThat(kept.order()).containsExactly("looked", DEV, OPS);
        assertThat(report.result(DEV).line().kind()).isEqualTo(Kind.SIGNATURE);
        assertThat(report.result(DEV).line().role()).contains("Development lead");
        assertThat(report.result(DEV).message()).isEqualTo("waits for the Development lead");
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(kept.asked(DEV).seen()).contains("INCOMPLETE · 1 pending · 1 passed");
    }

    @Test
    void a_run_that_comes_to_the_same_keeps_them_valid_whatever_time_attempts_and_messages() {
        Kept kept = signed(list(passes("one")));
        assertThat(run(kept, list(passes("one"))).verdict()).isEqualTo(Verdict.READY);
        Check otherwise = check(
                        "one", context -> Outcome.passed("seen otherwise").with("evidence", 42))
                .remedy("kubectl apply");
        Report later = CheckTester.startingAt(Instant.parse("2030-06-01T00:00:00Z"))
                .with(runner -> runner.withAttestor(kept))
                .run(list(otherwise));
        assertThat(later.verdict()).isEqualTo(Verdict.READY);
        assertThat(later.result(DEV).message()).isEqualTo("confirmed by Kim");
        assertThat(later.result(DEV).seenAt()).contains(MONDAY);
    }

    @Test
    void a_changed_status_makes_them_stale_and_says_so() {
        Kept kept = signed(list(passes("one"), passes("two").advisory()));
        Report report = run(kept, list(fails("one"), passes("two").advisory()));
        assertThat(report.result(DEV).status()).isEqualTo(Status.PENDING);
        assertThat(report.result(DEV).message())
                .contains("the answer of Kim no longer counts")
                .contains("the verdict was READY and is NOT_READY")
                .contains("a status changed since")
                .endsWith("waits for the Development lead");
        Report advisory = run(kept, list(passes("one"), fails("two").advisory()));
        assertThat(advisory.result(OPS).message())
                .contains("a status changed since")
                .doesNotContain("the verdict");
        assertThat(advisory.verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void another_image_digest_or_cluster_under_equal_statuses_makes_them_stale() {
        Check image = check("image", context -> Outcome.passed("1.4.2").identifiedBy("image", "sha256:aa"));
        Check pushedAgain = check("image", context -> Outcome.passed("1.4.2").identifiedBy("image", "sha256:bb"));
        Kept kept = signed(list(image));
        assertThat(run(kept, list(image)).verdict()).isEqualTo(Verdict.READY);
        Report report = run(kept, list(pushedAgain));
        assertThat(report.result(DEV).status()).isEqualTo(Status.PENDING);
        assertThat(report.result(DEV).message()).contains("the judged image was sha256:aa and is sha256:bb");
        Report none = run(kept, list(check("image", context -> Outcome.passed("1.4.2"))));
        assertThat(none.result(DEV).message()).contains("the judged image was sha256:aa and is nothing");
    }

    @Test
    void another_release_text_waiver_or_answer_makes_them_stale() {
        Checklist list = list(fails("one").id("one"), signOff("looked"));
        Kept kept = new Kept();
        Waiver waiver = new Waiver("one", "agreed", "ops", LocalDate.of(2030, 12, 31));
        Attestor both = question -> question.line().title().equals("looked")
                ? java.util.Optional.of(question.confirmedBy("Kim"))
                : kept.answer(question);
        CheckTester tester =
                CheckTester.create().with(runner -> runner.withAttestor(both).withWaivers(List.of(waiver)));
        tester.run(list);
        kept.confirm(DEV, "Kim", MONDAY);
        assertThat(tester.run(list).result(DEV).status()).isEqualTo(Status.PASSED);
        assertThat(tester.run(list.about("version", "1.4.3")).result(DEV).message())
                .contains("version was 1.4.2 and is 1.4.3");
        assertThat(tester.run(list(fails("one").id("one").because("else"), signOff("looked")))
                        .result(DEV)
                        .message())
                .contains("the text of a line changed since");
        Waiver longer = new Waiver("one", "agreed", "ops", LocalDate.of(2031, 12, 31));
        assertThat(CheckTester.create()
                        .with(runner -> runner.withAttestor(both).withWaivers(List.of(longer)))
                        .run(list)
                        .result(DEV)
                        .message())
                .contains("a waiver changed since");
        Attestor other = question -> question.line().title().equals("looked")
                ? java.util.Optional.of(question.confirmedBy("Lee"))
                : kept.answer(question);
        assertThat(CheckTester.create()
                        .with(runner -> runner.withAttestor(other).withWaivers(List.of(waiver)))
                        .run(list)
                        .result(DEV)
                        .message())
                .contains("an answer changed since");
    }

    @Test
    void a_line_added_or_taken_away_makes_them_stale() {
        Kept kept = signed(list(passes("one")));
        assertThat(run(kept, list(passes("one"), passes("two"))).result(DEV).status())
                .isEqualTo(Status.PENDING);
    }

    @Test
    void one_role_may_sign_before_the_other_since_signatures_are_no_part_of_what_is_signed() {
        Checklist list =
                checklist("Release", passes("one"), section("Sign-off", signOffs("Development lead", "DevOps lead")));
        Kept kept = new Kept();
        run(kept, list);
        kept.confirm("sign-off/" + DEV, "Kim", MONDAY);
        Report half = run(kept, list);
        assertThat(half.verdict()).isEqualTo(Verdict.INCOMPLETE);
        kept.confirm("sign-off/" + OPS, "Lee", MONDAY);
        Report whole = run(kept, list);
        assertThat(whole.verdict()).isEqualTo(Verdict.READY);
        assertThat(half.digest()).isEqualTo(whole.digest());
    }

    @Test
    void a_hundred_runs_with_shuffled_concurrency_other_zone_and_locale_give_the_same_digest() {
        Set<String> digests = new HashSet<>();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Random random = new Random(42);
        List<Locale> locales = List.of(Locale.ROOT, Locale.forLanguageTag("tr-TR"), Locale.forLanguageTag("ar-EG"));
        try {
            for (int i = 0; i < 100; i++) {
                Locale.setDefault(locales.get(i % locales.size()));
                TimeZone.setDefault(TimeZone.getTimeZone(i % 2 == 0 ? "Asia/Tokyo" : "America/St_Johns"));
                List<Integer> pauses = new ArrayList<>(List.of(0, 50, 500, 2000, 9000));
                Collections.shuffle(pauses, random);
                digests.add(digest(pauses, 1 + random.nextInt(64)));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(digests).hasSize(1);
    }

    private static String digest(List<Integer> spins, int parallelism) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < spins.size(); i++) {
            int spin = spins.get(i);
            String fact = "sha256:" + i;
            items.add(check("line " + i, context -> {
                for (int turn = 0; turn < spin; turn++) {
                    Thread.onSpinWait();
                }
                return Outcome.passed("took " + spin).identifiedBy("image", fact);
            }));
        }
        Section together = section("Together", items).concurrently();
        Checklist list = checklist("İstanbul", together, derivedFrom("All", together), signOffs("Lead"));
        Report report = ChecklistRunner.create()
                .withParallelism(parallelism)
                .withAttestor(question -> java.util.Optional.of(question.confirmedBy("Kim")))
                .run(list);
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
        return report.digest();
    }

    @Test
    void nothing_may_wait_for_a_signature_of_the_whole() {
        Item signatures = section("Sign-off", signOffs("Lead"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", signatures.orStop(), passes("behind")))
                .withMessageContaining("wait for one another");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", signatures, passes("behind").requires(signatures)))
                .withMessageContaining("wait for one another");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", (Section) signatures, derivedFrom("All", (Section) signatures)))
                .withMessageContaining("wait for one another");
    }

    @Test
    void a_part_of_the_list_cannot_be_signed_for_the_whole() {
        Report report = CheckTester.create()
                .with(runner -> runner.withAttestor(Lines.yes())
                        .withSelection(Selection.all().only("one", DEV)))
                .run(list(passes("one"), passes("two")));
        assertThat(report.lines()).extracting(Result::id).containsExactly("one");
        assertThat(report.unselected()).hasSize(3);
    }

    @Test
    void a_cleanup_that_fails_is_known_before_people_sign() {
        Check write = check("write", context -> Outcome.passed("written"))
                .writes((context, outcome) -> {
                    throw new IllegalStateException("still there");
                })
                .orStop();
        Kept kept = new Kept();
        Report report = CheckTester.create()
                .with(runner -> runner.withWrites().withAttestor(kept))
                .run(checklist("list", section("Journey", write), section("Sign-off", signOffs("Lead"))));
        assertThat(report.result("sign-off/sign-off-lead").status()).isEqualTo(Status.PENDING);
        assertThat(kept.asked("sign-off/sign-off-lead").seen())
                .hasValueSatisfying(seen -> assertThat(seen).startsWith("NOT READY"));
    }

    @Test
    void a_gate_before_them_blocks_them_and_a_cleanup_does_not_wait_for_them() {
        Check write = check("write", context -> Outcome.passed("written"))
                .writes((context, outcome) -> {})
                .orStop();
        Report report = CheckTester.create()
                .with(runner -> runner.withWrites().withAttestor(Lines.yes()))
                .run(checklist("list", write, section("Sign-off", signOffs("Lead"))));
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
        Report blocked = run(Lines.yes(), checklist("list", fails("gate").orStop(), signOffs("Lead")));
        assertThat(blocked.result("sign-off-lead").status()).isEqualTo(Status.BLOCKED);
    }

    @Test
    void a_refused_signature_is_failed() {
        Report report = run(Lines.no(), list(passes("one")));
        assertThat(report.result(DEV).status()).isEqualTo(Status.FAILED);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }
}
