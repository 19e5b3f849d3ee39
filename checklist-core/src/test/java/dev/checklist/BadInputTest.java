package dev.checklist;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.asserting;
import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.expect;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Waiver;
import dev.checklist.testing.CheckTester;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {
    private static final Probe PROBE = context -> Outcome.passed("seen");
    private static final Check LINE = check("line", PROBE);

    static Stream<Arguments> texts() {
        Stream<Arguments> own = Stream.of(
                text("title", text -> check(text, PROBE)),
                text("title", text -> asserting(text, context -> "seen")),
                text("title", text -> anyOf(text, LINE, LINE)),
                text("key", text -> Check.of(text, "title", PROBE)),
                text("title", text -> Check.of("key", text, PROBE)),
                text("title", LINE::named),
                text("remedy", LINE::remedy),
                text("statement", Checklists::signOff),
                text("role", text -> signOff("x").by(text)),
                text("area", Checklists::rating),
                text("role", text -> rating("x").by(text)),
                text("section title", text -> section(text, LINE)),
                text("section title", text -> steps(text, LINE)),
                text("reason", text -> section("x", List.of()).orSkip(text)),
                text("checklist title", text -> checklist(text, LINE)),
                text("name", text -> checklist("x", LINE).about(text, "x")),
                text("version", text -> checklist("x", LINE).about("version", text)),
                text("precondition", text -> precondition(text, () -> true)),
                text("what", text -> expect(text, 1, 1)));
        Stream<Arguments> common = Stream.of(LINE, signOff("x"), rating("x"), section("x", LINE))
                .flatMap(
                        item -> Stream.of(text("reason", item::because), text("tag", item::tag), text("id", item::id)));
        return Stream.concat(own, common);
    }

    private static Arguments text(String name, Function<String, Object> call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_null_blank_or_endless_text_is_refused_and_the_argument_named(String name, Function<String, Object> call) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.apply(null))
                .withMessage(name + " is null: give a text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.apply("  "))
                .withMessage(name + " is blank (\"  \"): give a text");
        assertThatIllegalArgumentException().isThrownBy(() -> call.apply(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.apply("x".repeat(1024 * 1024)))
                .withMessage(name + " has 1048576 characters (\"" + "x".repeat(60) + "…\"): give at most 131072");
        assertThatIllegalArgumentException().isThrownBy(() -> call.apply("x".repeat(131_073)));
        assertThat(call.apply("x".repeat(131_072))).isNotNull();
    }

    static Stream<Arguments> objects() {
        Stream<Arguments> own = Stream.of(
                object("probe", () -> check("x", null)),
                object("probe", () -> Check.of("x", "x", null)),
                object("body", () -> asserting("x", null)),
                object("condition", () -> precondition("x", null)),
                object("first", () -> anyOf("x", null, LINE)),
                object("second", () -> anyOf("x", LINE, null)),
                object("more", () -> anyOf("x", LINE, LINE, (Check[]) null)),
                object("first item", () -> checklist("x", (Item) null)),
                object("item", () -> checklist("x", LINE, (Item) null)),
                object("items", () -> checklist("x", (List<Item>) null)),
                object("items", () -> section("x", (List<Item>) null)),
                object("item", () -> section("x", Arrays.asList(LINE, null))),
                object("item", () -> steps("x", LINE, LINE, null)),
                object("values", () -> each(null, value -> LINE)),
                object("item", () -> each(List.of(1), null)),
                object("item", () -> each(List.of(1), value -> null)),
                object("expected", () -> expect("x", null, 1)),
                object("retry policy", () -> LINE.retry(null)),
                object("timeout", () -> LINE.timeout(null)),
                object("cleanup", () -> LINE.writes(null)),
                object("diagnosis", () -> LINE.onFailure(null)),
                object("question", () -> LINE.orAsk(null)),
                object("retry policy", () -> section("x", LINE).retry(null)),
                object("timeout", () -> section("x", LINE).timeout(null)));
        Stream<Arguments> common = Stream.of(LINE, signOff("x"), rating("x"), section("x", LINE))
                .flatMap(item -> Stream.of(
                        object("precondition", () -> item.onlyIf((Precondition) null)),
                        object("condition", () -> item.onlyIf((Check) null)),
                        object("required item", () -> item.requires(null)),
                        object("tags", () -> item.tag((String[]) null))));
        return Stream.concat(own, common);
    }

    private static Arguments object(String name, Runnable call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void a_null_is_refused_and_the_argument_named(String name, Runnable call) {
        assertThatIllegalArgumentException()
                .isThrownBy(call::run)
                .withMessage(name + " is null: give a value or leave the call out");
    }

    static Stream<Arguments> durations() {
        return Stream.of(
                duration("delay", time -> attempts(2).every(time)),
                duration("first delay", time -> attempts(2).backingOff(time, ofDays(400))),
                duration("longest delay", time -> attempts(2).backingOff(ofNanos(1), time)),
                duration("limit", time -> attempts(2).within(time)),
                duration("timeout", LINE::timeout),
                duration("timeout", time -> section("x", LINE).timeout(time)),
                duration("timeout", time -> ChecklistRunner.create().withDefaultTimeout(time)),
                duration("deadline", time -> ChecklistRunner.create().withDeadline(time)));
    }

    private static Arguments duration(String name, Consumer<Duration> call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest
    @MethodSource("durations")
    void a_zero_negative_or_endless_duration_is_refused(String name, Consumer<Duration> call) {
        for (Duration time :
                List.of(ZERO, ofSeconds(-1), ofNanos(-1), ofDays(366).plusNanos(1), ofDays(9_999_999))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> call.accept(time))
                    .withMessage(name + " is " + time + ": expected more than zero and at most 366 days");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.accept(null))
                .withMessageStartingWith(name + " is null");
    }

    @Test
    void the_shortest_and_the_longest_duration_are_accepted() {
        assertThat(LINE.timeout(ofNanos(1)).timeoutPerAttempt()).contains(ofNanos(1));
        assertThat(LINE.timeout(ofDays(366)).timeoutPerAttempt()).contains(ofDays(366));
        assertThat(ChecklistRunner.create().withDeadline(ofNanos(1)).withDeadline(ofDays(366)))
                .isNotNull();
        assertThat(attempts(2).backingOff(ofSeconds(3), ofSeconds(3)).longestDelay())
                .isEqualTo(ofSeconds(3));
    }

    @Test
    void numbers_out_of_bounds_are_refused() {
        for (int attempts : new int[] {-1, 0, 1_000_001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> attempts(attempts))
                    .withMessage("attempts is " + attempts + ": expected between 1 and 1000000");
        }
        assertThat(attempts(1_000_000).maxAttempts()).isEqualTo(1_000_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attempts(2).backingOff(ofSeconds(2), ofSeconds(1)))
                .withMessage("longest delay is PT1S: expected at least the first delay, PT2S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rating("x").outOf(1))
                .withMessage("highest rating is 1: expected between 2 and 1000");
        assertThatIllegalArgumentException().isThrownBy(() -> rating("x").outOf(1001));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rating("x").atLeast(0))
                .withMessage("lowest rating is 0: expected between 1 and 1000");
        for (int parallelism : new int[] {0, -1, 10_001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ChecklistRunner.create().withParallelism(parallelism))
                    .withMessage("parallelism is " + parallelism + ": expected between 1 and 10000");
        }
        assertThat(ChecklistRunner.create().withParallelism(1).withParallelism(10_000))
                .isNotNull();
    }

    @Test
    void a_rating_that_passes_at_no_number_is_refused_when_the_list_is_built() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", rating("security")))
                .withMessage("the rating \"security\" (rating-security) passes at no number:"
                        + " say from which on with atLeast(n)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", rating("security").atLeast(6)))
                .withMessage("the rating \"security\" (rating-security) needs at least 6 of 5:"
                        + " expected a number up to 5");
        assertThat(checklist("list", rating("security").atLeast(5)).entries()).hasSize(1);
    }

    @Test
    void an_id_with_surrounding_space_or_control_characters_is_refused() {
        for (String id : List.of(" x", "x ", "a\nb", "a\u0007b", "\u0085x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LINE.id(id))
                    .withMessage("id is \"" + id + "\": expected no surrounding space, no control");
        }
    }

    @Test
    void the_runner_refuses_nulls_and_secrets_that_are_too_short() {
        List<Runnable> calls = List.of(
                () -> ChecklistRunner.create().withDefaultRetry(null),
                () -> ChecklistRunner.create().withListener(null),
                () -> ChecklistRunner.create().withAttestor(null),
                () -> ChecklistRunner.create().withWaivers(null),
                () -> ChecklistRunner.create().withWaivers(Arrays.asList((Waiver) null)),
                () -> ChecklistRunner.create().withSelection(null),
                () -> ChecklistRunner.create().withSecrets((String[]) null),
                () -> ChecklistRunner.create().withExecutor(null),
                () -> ChecklistRunner.create().withTaskDecorator(null),
                () -> ChecklistRunner.create().withClock(null));
        for (Runnable call : calls) {
            assertThatIllegalArgumentException()
                    .isThrownBy(call::run)
                    .withMessageEndingWith(" is null: give one, or leave the call out");
        }
        for (String secret : new String[] {null, "", "abc", " abc "}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ChecklistRunner.create().withSecrets(secret))
                    .withMessageContaining("a secret has fewer than 4 characters");
        }
    }

    @Test
    void a_hostile_line_of_100_kilobytes_survives() {
        String hostile = "<script>\u0000\uD800\u202E]]>\r\n::error::|`".repeat(4_000);
        assertThat(hostile.length()).isGreaterThan(100_000);
        Check line = check(
                        hostile,
                        context ->
                                Outcome.passed(hostile).with(hostile, hostile).warning(hostile))
                .because(hostile);
        Report report = CheckTester.create()
                .run(checklist(hostile, section(hostile, line)).about("x", hostile));
        assertThat(report.result(line).status()).isEqualTo(Status.PASSED);
        assertThat(report.result(line).line().title()).isEqualTo(hostile);
        assertThat(report.result(line).id().length()).isLessThanOrEqualTo(161);
    }

    @Test
    void what_a_probe_found_may_be_of_any_length_and_is_cut() {
        String endless = "x".repeat(1024 * 1024);
        Report report = CheckTester.create()
                .run(checklist(
                        "list",
                        check(
                                "line",
                                context -> Outcome.passed(endless)
                                        .with(endless, endless)
                                        .identifiedBy(endless, endless)
                                        .warning(endless))));
        var result = report.result("line");
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.message())
                .startsWith("xxx")
                .endsWith("… (1040384 more characters)")
                .hasSizeLessThan(9_000);
        assertThat(result.warnings().get(0)).hasSizeLessThan(9_000);
        assertThat(result.evidence().toString()).hasSizeLessThan(18_000);
        assertThat(result.identity().toString()).hasSizeLessThan(18_000);
    }
}
