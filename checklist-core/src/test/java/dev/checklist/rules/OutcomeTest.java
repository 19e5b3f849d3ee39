package dev.checklist.rules;

import static dev.checklist.Checklists.asserting;
import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
    private static Result result(Check line) {
        return CheckTester.create().run(line);
    }

    private static Result saying(Outcome outcome) {
        return result(check("line", context -> outcome));
    }

    @Test
    void a_probe_can_say_only_passed_failed_or_error() {
        List<Outcome> all = List.of(
                Outcome.passed("x"),
                Outcome.failed("x"),
                Outcome.error("x"),
                Outcome.unsupported("x"),
                Outcome.notPermitted("x"));
        assertThat(all)
                .extracting(Outcome::status)
                .containsExactly(Status.PASSED, Status.FAILED, Status.ERROR, Status.ERROR, Status.ERROR);
        assertThat(all)
                .extracting(Outcome::mark)
                .containsExactly(Mark.PLAIN, Mark.PLAIN, Mark.PLAIN, Mark.UNSUPPORTED, Mark.NOT_PERMITTED);
        assertThat(Mark.PLAIN.couldNotLook()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void passed_without_any_text_or_evidence_becomes_an_error(String blank) {
        for (Outcome outcome :
                List.of(Outcome.passed(blank), Outcome.passed(blank).with("seen", blank))) {
            Result result = saying(outcome);
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).isEqualTo("passed without saying what was seen");
        }
        assertThat(result(check("line", context -> Outcome.passed(blank)).retry(attempts(3)))
                        .attempts())
                .hasSize(3);
    }

    @Test
    void passed_with_evidence_only_shows_the_evidence_as_what_was_seen() {
        Result result = saying(Outcome.passed("").with("ready", 3).with("wanted", 3));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo("ready 3, wanted 3");
        assertThat(result.evidence()).containsExactly(Map.entry("ready", "3"), Map.entry("wanted", "3"));
    }

    @Test
    void a_warning_or_an_identity_fact_is_no_evidence() {
        assertThat(saying(Outcome.passed("").warning("by tag only").identifiedBy("uid", "1"))
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void asserting_is_passed_with_what_it_returns_failed_on_an_assertion_and_an_error_on_anything_else() {
        assertThat(result(asserting("a", context -> "0 open orders")).message()).isEqualTo("0 open orders");
        assertThat(result(asserting("a", context -> {
                            throw new AssertionError("expected empty but was [7]");
                        }))
                        .status())
                .isEqualTo(Status.FAILED);
        assertThat(result(asserting("a", context -> {
                            throw new java.io.IOException("no route");
                        }))
                        .status())
                .isEqualTo(Status.ERROR);
        for (String nothing : new String[] {null, "", " "}) {
            Result silent = result(asserting("a", context -> nothing));
            assertThat(silent.status()).isEqualTo(Status.ERROR);
            assertThat(silent.message()).isEqualTo("passed without saying what was seen");
        }
    }

    @Test
    void warnings_and_marks_are_in_the_result() {
        Result result = saying(Outcome.passed("x").warning("one").warning("two"));
        assertThat(result.warnings()).containsExactly("one", "two");
        assertThat(result.mark()).isEqualTo(Mark.PLAIN);
        assertThat(saying(Outcome.unsupported("x")).mark()).isEqualTo(Mark.UNSUPPORTED);
    }

    @Test
    void a_check_may_declare_identity_facts_and_the_report_gathers_them() {
        Check cluster = check("is cluster", context -> Outcome.passed("x").identifiedBy("cluster uid", "7f-1"));
        Check image = check(
                "runs image",
                context ->
                        Outcome.passed("x").identifiedBy("digest", "sha256:aa").identifiedBy("cluster uid", "7f-1"));
        Check other = check("other", context -> Outcome.failed("x").identifiedBy("digest", "sha256:bb"));
        Report report = CheckTester.create().run(checklist("list", cluster, image, other));
        assertThat(report.result(image).identity())
                .containsExactly(Map.entry("digest", "sha256:aa"), Map.entry("cluster uid", "7f-1"));
        assertThat(report.identity())
                .isEqualTo(Map.of("cluster uid", Set.of("7f-1"), "digest", Set.of("sha256:aa", "sha256:bb")));
        assertThat(report.result(image).evidence()).isEmpty();
    }

    @Test
    void outcomes_are_values() {
        Outcome outcome = Outcome.failed("x")
                .with("a", 1)
                .identifiedBy("b", 2)
                .warning("c")
                .conclusively();
        Outcome same = Outcome.failed("x")
                .with("a", 1)
                .identifiedBy("b", 2)
                .warning("c")
                .conclusively();
        assertThat(outcome).isEqualTo(same).hasSameHashCodeAs(same).hasToString("FAILED: x {a=1}");
        assertThat(outcome.isConclusive()).isTrue();
        assertThat(List.of(
                        Outcome.error("x")
                                .with("a", 1)
                                .identifiedBy("b", 2)
                                .warning("c")
                                .conclusively(),
                        Outcome.failed("y")
                                .with("a", 1)
                                .identifiedBy("b", 2)
                                .warning("c")
                                .conclusively(),
                        Outcome.failed("x")
                                .with("a", 2)
                                .identifiedBy("b", 2)
                                .warning("c")
                                .conclusively(),
                        Outcome.failed("x")
                                .with("a", 1)
                                .identifiedBy("b", 3)
                                .warning("c")
                                .conclusively(),
                        Outcome.failed("x")
                                .with("a", 1)
                                .identifiedBy("b", 2)
                                .warning("d")
                                .conclusively(),
                        Outcome.failed("x").with("a", 1).identifiedBy("b", 2).warning("c")))
                .doesNotContain(outcome);
        assertThat(Outcome.failed("x")).isNotEqualTo("x").hasToString("FAILED: x");
        assertThat(Outcome.error("x").agreesWith(Outcome.unsupported("x"))).isFalse();
    }

    @Test
    void changing_an_outcome_copies_it() {
        Outcome before = Outcome.passed("x").with("a", 1);
        Outcome after = before.with("a", 2).with("b", 3);
        assertThat(before.evidence()).isEqualTo(Map.of("a", "1"));
        assertThat(after.evidence()).containsExactly(Map.entry("a", "2"), Map.entry("b", "3"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> after.evidence().put("c", "4"));
    }

    @Test
    void names_of_evidence_and_warnings_must_say_something() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcome.passed("x").with(" ", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcome.passed("x").identifiedBy("", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcome.passed("x").warning(""));
    }
}
