package dev.checklist;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModifierTest {
    private static final Probe PROBE = context -> Outcome.passed("seen");
    private static final Check OTHER = check("other", PROBE);
    private static final Precondition ONE = precondition("one", () -> true);
    private static final Precondition TWO = precondition("two", () -> true);

    static Stream<Item> everyKind() {
        return Stream.of(check("check", PROBE), signOff("sign-off"), rating("area"), section("section", OTHER));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void modifiers_copy_and_identity_survives_them(Item item) {
        List<UnaryOperator<Item>> modifiers = List.of(
                any -> any.because("why"),
                any -> any.onlyIf(ONE),
                any -> any.onlyIf(OTHER),
                any -> any.requires(OTHER),
                Item::advisory,
                Item::orStop,
                any -> any.tag("t"),
                any -> any.id("id"));
        for (UnaryOperator<Item> modifier : modifiers) {
            Item changed = modifier.apply(item);
            assertThat(changed).isNotSameAs(item).isInstanceOf(item.getClass());
            assertThat(changed.identity()).isSameAs(item.identity());
            assertThat(changed.key()).isEqualTo(item.key());
            assertThat(changed.title()).isEqualTo(item.title());
            assertThat(item.reason()).isEmpty();
            assertThat(item.preconditions()).isEmpty();
            assertThat(item.requirements()).isEmpty();
            assertThat(item.tags()).isEmpty();
            assertThat(item.isAdvisory() || item.isGate()).isFalse();
            assertThat(item.explicitId()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void tag_requires_and_only_if_add_and_the_others_replace(Item item) {
        Item tagged = item.tag("a", "b").tag("c", "a");
        assertThat(tagged.tags()).containsExactly("a", "b", "c");
        Item requiring = item.requires(OTHER).requires(signOff("x"));
        assertThat(requiring.requirements()).hasSize(2).first().isSameAs(OTHER);
        Item conditional = item.onlyIf(ONE).onlyIf(TWO).onlyIf(OTHER);
        assertThat(conditional.preconditions()).hasSize(3).startsWith(ONE, TWO);
        assertThat(conditional.preconditions().get(2)).hasToString("other");
        assertThat(item.because("first").because("second").reason()).contains("second");
        assertThat(item.id("first").id("second").explicitId()).contains("second");
        assertThat(item.advisory().advisory().isAdvisory()).isTrue();
        assertThat(item.orStop().orStop().isGate()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void modifiers_keep_what_others_have_set(Item item) {
        Item all = item.because("why")
                .onlyIf(ONE)
                .requires(OTHER)
                .orStop()
                .tag("t")
                .id("id")
                .because("why")
                .tag("u");
        assertThat(all.reason()).contains("why");
        assertThat(all.preconditions()).containsExactly(ONE);
        assertThat(all.requirements()).containsExactly(OTHER);
        assertThat(all.isGate()).isTrue();
        assertThat(all.isAdvisory()).isFalse();
        assertThat(all.tags()).containsExactly("t", "u");
        assertThat(all.explicitId()).contains("id");
        assertThat(item.advisory().because("x").isAdvisory()).isTrue();
    }

    @Test
    void two_factory_calls_make_two_identities() {
        assertThat(check("x", PROBE).identity()).isNotEqualTo(check("x", PROBE).identity());
        assertThat(precondition("x", () -> true)).isNotEqualTo(precondition("x", () -> true));
        assertThat(ONE)
                .isEqualTo(ONE)
                .hasSameHashCodeAs(ONE)
                .isNotEqualTo("one")
                .hasToString("one");
    }

    @Test
    void the_modifiers_of_a_check() {
        Cleanup cleanup = (context, outcome) -> {};
        Diagnosis first = (context, outcome) -> "first";
        Diagnosis second = (context, outcome) -> "second";
        SignOff question = signOff("seen by hand");
        Check plain = check("line", PROBE);
        assertThat(plain.retryPolicy()).isEmpty();
        assertThat(plain.timeoutPerAttempt()).isEmpty();
        assertThat(plain.remedy()).isEmpty();
        assertThat(plain.diagnoses()).isEmpty();
        assertThat(plain.question()).isEmpty();
        assertThat(plain.isAlone()).isFalse();
        assertThat(plain.cleanup()).isEmpty();
        assertThat(plain).hasToString("line");
        Check full = plain.retry(attempts(2))
                .retry(attempts(3))
                .timeout(ofSeconds(1))
                .timeout(ofSeconds(2))
                .remedy("one")
                .remedy("two")
                .onFailure(first)
                .onFailure(second)
                .orAsk(signOff("replaced"))
                .orAsk(question)
                .alone()
                .loads()
                .named("other words");
        assertThat(full.identity()).isSameAs(plain.identity());
        assertThat(full.probe()).isSameAs(PROBE);
        assertThat(full.retryPolicy()).contains(attempts(3));
        assertThat(full.timeoutPerAttempt()).contains(ofSeconds(2));
        assertThat(full.remedy()).contains("two");
        assertThat(full.diagnoses()).containsExactly(first, second);
        assertThat(full.question()).contains(question);
        assertThat(full.isAlone()).isTrue();
        assertThat(full.effect()).isEqualTo(Effect.LOADS);
        assertThat(full.title()).isEqualTo("other words");
        Check writing = plain.alone()
                .timeout(ofSeconds(1))
                .writes(cleanup)
                .timeout(ofSeconds(2))
                .alone();
        assertThat(writing.cleanup()).contains(cleanup);
        assertThat(writing.effect()).isEqualTo(Effect.WRITES);
        assertThat(writing.timeoutPerAttempt()).contains(ofSeconds(2));
        assertThat(writing.isAlone()).isTrue();
    }

    @Test
    void the_modifiers_of_a_section() {
        Section plain = section("section", OTHER);
        assertThat(plain.flow()).isEqualTo(Flow.PAGE);
        assertThat(plain.defaultRetry()).isEmpty();
        assertThat(plain.defaultTimeout()).isEmpty();
        assertThat(plain).hasToString("section");
        Section changed = plain.retry(attempts(2))
                .retry(attempts(4))
                .timeout(ofSeconds(3))
                .timeout(ofSeconds(4))
                .concurrently()
                .tag("t");
        assertThat(changed.defaultRetry()).contains(attempts(4));
        assertThat(changed.defaultTimeout()).contains(ofSeconds(4));
        assertThat(changed.flow()).isEqualTo(Flow.CONCURRENT);
        assertThat(changed.items()).containsExactly(OTHER);
        assertThat(changed.identity()).isSameAs(plain.identity());
        assertThat(plain.defaultRetry()).isEmpty();
        assertThat(steps("s", OTHER).flow()).isEqualTo(Flow.STEPS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steps("rollout", OTHER).concurrently())
                .withMessage("the steps \"rollout\" cannot run concurrently: use section(...)");
    }

    @Test
    void the_modifiers_of_people_lines() {
        SignOff read = signOff("read").by("somebody").by("release manager");
        assertThat(read.role()).contains("release manager");
        assertThat(read.tag("x").role()).contains("release manager");
        assertThat(signOff("read").role()).isEmpty();
        assertThat(read).hasToString("read");
        Rating rated = rating("security").outOf(10).atLeast(7).by("CISO").tag("x");
        assertThat(rated.scale()).isEqualTo(10);
        assertThat(rated.least()).hasValue(7);
        assertThat(rated.role()).contains("CISO");
        assertThat(rated).hasToString("security");
        assertThat(rating("x").scale()).isEqualTo(5);
        assertThat(rating("x").least()).isEmpty();
        assertThat(rating("x").atLeast(2).outOf(4).least()).hasValue(2);
    }

    @Test
    void a_list_says_what_it_is_about_in_the_order_given() {
        Checklist list = checklist("Release", OTHER)
                .about("version", "1")
                .about("environment", "x")
                .about("version", "2");
        assertThat(list.about().toString()).isEqualTo("{version=2, environment=x}");
        assertThat(list.concurrently().about()).isEqualTo(list.about());
        assertThat(checklist("Release", OTHER).about()).isEmpty();
        assertThat(list.title()).isEqualTo("Release");
        assertThat(list).hasToString("Release");
        assertThat(list.items()).containsExactly(OTHER);
    }

    @Test
    void retry_policies_are_values_that_say_what_they_do() {
        RetryPolicy policy = attempts(30).every(ofSeconds(10)).within(ofSeconds(300));
        assertThat(policy).isEqualTo(attempts(30).every(ofSeconds(10)).within(ofSeconds(300)));
        assertThat(policy).hasSameHashCodeAs(attempts(30).every(ofSeconds(10)).within(ofSeconds(300)));
        assertThat(policy).hasToString("30 attempts every PT10S within PT5M");
        assertThat(attempts(3).backingOff(ofSeconds(1), ofSeconds(9)))
                .hasToString("3 attempts backing off from PT1S to PT9S");
        assertThat(policy.maxAttempts()).isEqualTo(30);
        assertThat(policy.limit()).contains(ofSeconds(300));
        assertThat(attempts(1).limit()).isEmpty();
        assertThat(attempts(1).firstDelay())
                .isEqualTo(attempts(1).longestDelay())
                .isEqualTo(ofSeconds(1));
        assertThat(Stream.of(
                        attempts(29).every(ofSeconds(10)).within(ofSeconds(300)),
                        attempts(30).every(ofSeconds(9)).within(ofSeconds(300)),
                        attempts(30).backingOff(ofSeconds(10), ofSeconds(11)).within(ofSeconds(300)),
                        attempts(30).every(ofSeconds(10))))
                .doesNotContain(policy);
        assertThat(policy).isNotEqualTo("30 attempts");
    }
}
