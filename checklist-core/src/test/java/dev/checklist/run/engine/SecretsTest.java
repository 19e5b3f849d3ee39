package dev.checklist.run.engine;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.asserting;
import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.signOff;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Run;
import dev.checklist.run.RunListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Registered secrets appear in no field of a report and in no log line, wherever they were planted. */
class SecretsTest {
    private record Key(String name) {}

    /** Is a place where a secret may be planted: in what a list does, or in what stands around its run. */
    private record Place(
            String name, Function<String, Item> item, BiFunction<ChecklistRunner, String, ChecklistRunner> runner) {
        static Place of(String name, Function<String, Item> item) {
            return new Place(name, item, (runner, text) -> runner);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Place ending(String name, Function<String, Outcome> outcome) {
        return Place.of(name, text -> check("planted", context -> outcome.apply(text)));
    }

    private static Place throwing(String name, Function<String, Throwable> failure) {
        return Place.of(
                name,
                text -> check("planted", context -> {
                    SecretsTest.<RuntimeException>hurl(failure.apply(text));
                    return Outcome.passed("never said");
                }));
    }

    @SuppressWarnings("unchecked") // the usual way to throw anything from anywhere
    private static <T extends Throwable> void hurl(Throwable failure) throws T {
        throw (T) failure;
    }

    private static Item asked() {
        return signOff("planted");
    }

    private static Check broken() {
        return check("planted", context -> Outcome.failed("it broke"));
    }

    private static Check passing() {
        return check("planted", context -> Outcome.passed("saw it"));
    }

    static Stream<Place> places() {
        return Stream.of(
                ending("passed", Outcome::passed),
                ending("failed", Outcome::failed),
                ending("error", Outcome::error),
                ending("unsupported", Outcome::unsupported),
                ending("not permitted", Outcome::notPermitted),
                ending("evidence", text -> Outcome.passed("saw it").with("value", text)),
                ending("name of evidence", text -> Outcome.passed("saw it").with(text, "value")),
                ending("identity", text -> Outcome.failed("it broke").identifiedBy("uid", text)),
                ending("warning", text -> Outcome.passed("saw it").warning(text)),
                throwing("exception", IllegalStateException::new),
                throwing("cause", text -> new IllegalStateException("outer", new IOException(text))),
                throwing("assertion error", AssertionError::new),
                throwing("error that is final", NoClassDefFoundError::new),
                Place.of("asserting", text -> asserting("planted", context -> text)),
                Place.of(
                        "earlier attempt",
                        text -> check(
                                        "planted",
                                        context -> context.attempt() == 1
                                                ? Outcome.failed(text)
                                                : Outcome.passed("saw it"))
                                .retry(attempts(2).every(Duration.ofMillis(1)))),
                Place.of("diagnosis", text -> broken().onFailure((context, outcome) -> "log: " + text)),
                Place.of(
                        "failing diagnosis",
                        text -> broken().onFailure((context, outcome) -> {
                            throw new IOException(text);
                        })),
                Place.of(
                        "failed alternative",
                        text -> anyOf("planted", check("one", context -> Outcome.failed(text)), broken())),
                Place.of(
                        "passed alternative",
                        text -> anyOf(
                                "planted",
                                broken(),
                                check("two", context -> Outcome.passed(text).with("v", text)))),
                Place.of(
                        "condition of an alternative",
                        text -> anyOf("planted", passing().onlyIf(precondition(text, () -> false)), broken())),
                Place.of("reason to skip", text -> passing().onlyIf(precondition(text, () -> false))),
                Place.of("condition that cannot be judged", text -> passing().onlyIf(precondition(text, () -> null))),
                Place.of(
                        "condition that throws",
                        text -> passing().onlyIf(precondition("it applies", () -> {
                            throw new IOException(text);
                        }))),
                Place.of(
                        "check as condition",
                        text -> passing()
                                .onlyIf(check(
                                        "condition",
                                        context -> Outcome.failed(text).conclusively()))),
                Place.of(
                        "failing cleanup",
                        text -> passing().writes((context, outcome) -> {
                            throw new IOException(text);
                        })),
                Place.of(
                        "shared read",
                        text -> check(
                                "planted",
                                context -> Outcome.passed(context.<String>shared(new Key("k"), () -> {
                                    throw new IOException(text);
                                })))),
                Place.of(
                        "answer to a question of a machine",
                        text -> check("planted", context -> Outcome.unsupported("no such API: " + text))
                                .orAsk(signOff("looked"))),
                new Place(
                        "who attests",
                        text -> asked(),
                        (runner, text) -> runner.withAttestor(question -> Optional.of(question.confirmedBy(text)))),
                new Place(
                        "comment",
                        text -> asked(),
                        (runner, text) -> runner.withAttestor(question ->
                                Optional.of(question.confirmedBy("ann").withComment(text)))),
                new Place(
                        "link to evidence",
                        text -> asked(),
                        (runner, text) -> runner.withAttestor(question ->
                                Optional.of(question.refusedBy("ann").withEvidence(text)))),
                new Place(
                        "attestor that throws",
                        text -> asked(),
                        (runner, text) -> runner.withAttestor(question -> {
                            throw new IOException(text);
                        })),
                new Place(
                        "decorator that throws",
                        text -> passing(),
                        (runner, text) -> runner.withTaskDecorator(look -> () -> {
                            throw new IllegalStateException(text);
                        })),
                new Place(
                        "executor that refuses",
                        text -> passing(),
                        (runner, text) -> runner.withExecutor(command -> {
                            throw new IllegalStateException(text);
                        })),
                new Place(
                        "listener that throws",
                        text -> passing(),
                        (runner, text) -> runner.withListener(new RunListener() {
                            @Override
                            public void lineStarted(Line line) {
                                throw new IllegalStateException(text, new IOException(text));
                            }
                        })));
    }

    private static List<String> everything(Place place, String text, ChecklistRunner runner) {
        List<String> all = new ArrayList<>();
        try (Logs logs = new Logs()) {
            CountDownLatch told = new CountDownLatch(1);
            Run run = place.runner()
                    .apply(runner.withWrites(), text)
                    .start(checklist("list", place.item().apply(text)));
            run.onDone(report -> {
                told.countDown();
                throw new IllegalStateException(text);
            });
            Report report = Neighbours.report(run);
            Neighbours.await(told);
            all.addAll(Strings.in(report));
            all.add(report.headline());
            all.addAll(Strings.in(report.causes()));
            all.addAll(Strings.in(report.identity()));
            try {
                report.requireReady();
            } catch (RuntimeException e) {
                all.add(e.toString());
            }
            while (logs.at(Level.WARN).stream().noneMatch(line -> line.contains("onDone"))) {
                Thread.onSpinWait(); // the callback has been told; what it threw is about to be logged
            }
            all.addAll(logs.texts());
        }
        return all;
    }

    private static boolean contains(List<String> texts, String trace) {
        return texts.stream().anyMatch(text -> text.contains(trace));
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_registered_secret_is_seen_nowhere_wherever_it_was_planted(Place place) {
        for (String value : List.of(Canary.VALUE, Canary.LINES)) {
            String text = "before " + value + " behind";
            assertThat(contains(everything(place, "before c4nary behind", ChecklistRunner.create()), "c4nary"))
                    .as("the search finds it where it is not registered")
                    .isTrue();

            List<String> all = everything(place, text, ChecklistRunner.create().withSecrets(value));

            Canary.traces(value).forEach(trace -> assertThat(all).noneMatch(found -> found.contains(trace)));
            assertThat(contains(all, "***")).as("masked, not lost").isTrue();
        }
    }

    @Test
    void a_registered_secret_is_masked_in_every_form() {
        for (String value : List.of(Canary.VALUE, Canary.LINES)) {
            for (Map.Entry<String, String> form : Canary.forms(value).entrySet()) {
                Place place = ending(
                        form.getKey(),
                        text -> Outcome.failed(text).with("value", text).warning(text));
                List<String> all = everything(
                        place, form.getValue(), ChecklistRunner.create().withSecrets(value));

                Canary.traces(value)
                        .forEach(trace -> assertThat(all).as(form.getKey()).noneMatch(found -> found.contains(trace)));
            }
        }
    }

    @Test
    void the_search_finds_every_form_where_none_is_registered() {
        for (String value : List.of(Canary.VALUE, Canary.LINES)) {
            for (Map.Entry<String, String> form : Canary.forms(value).entrySet()) {
                List<String> all =
                        everything(ending(form.getKey(), Outcome::failed), form.getValue(), ChecklistRunner.create());

                assertThat(Canary.traces(value)).as(form.getKey()).anyMatch(trace -> contains(all, trace));
            }
        }
    }

    @Test
    void a_line_of_a_secret_of_several_lines_is_masked_by_itself() {
        List<String> all = everything(
                ending("line", Outcome::failed),
                "it begins with canary-line-number-one-of-key, they said",
                ChecklistRunner.create().withSecrets(Canary.LINES));

        assertThat(all).noneMatch(text -> text.contains("canary-line-number-one-of-key"));
        assertThat(contains(all, "it begins with ***, they said")).isTrue();
    }

    @Test
    void a_secret_within_another_does_not_uncover_it() {
        List<String> all = everything(
                ending("both", Outcome::failed),
                "long-canary-value and canary",
                ChecklistRunner.create().withSecrets("canary", "long-canary-value"));

        assertThat(all).noneMatch(text -> text.contains("canary"));
        assertThat(contains(all, "*** and ***")).isTrue();
        assertThat(all).noneMatch(text -> text.contains("long-"));
    }

    @Test
    void a_secret_is_masked_before_a_long_text_is_cut() {
        for (int before = 8_170; before < 8_200; before++) {
            String text = "x".repeat(before) + "canary-at-the-cut" + "y".repeat(100);
            List<String> all = everything(
                    ending("cut", Outcome::failed),
                    text,
                    ChecklistRunner.create().withSecrets("canary-at-the-cut"));

            assertThat(all).noneMatch(found -> found.contains("cana"));
        }
    }

    @Test
    void a_runner_tells_none_of_its_secrets() {
        ChecklistRunner runner = ChecklistRunner.create().withSecrets("canary-value");

        assertThat(runner.toString()).doesNotContain("canary");
    }
}
