package dev.checklist.model;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static java.time.Duration.ofMillis;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Flow;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Precondition;
import dev.checklist.Probe;
import dev.checklist.RetryPolicy;
import dev.checklist.Section;
import dev.checklist.model.Spec.Alternative;
import dev.checklist.model.Spec.Condition;
import dev.checklist.model.Spec.Part;
import dev.checklist.model.Spec.Script;
import dev.checklist.run.Attestation;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Question;
import dev.checklist.run.Selection;
import dev.checklist.run.Waiver;
import dev.checklist.testing.ScriptedProbe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Makes the real list and the real runner that a description means; for one run, since its probes count their looks. */
final class RealList {
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    private final Spec spec;
    private final Map<String, Part> parts = new HashMap<>();
    private final Map<String, Item> plain = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final List<UnaryOperator<Item>> conditions = new ArrayList<>();

    private RealList(Spec spec) {
        this.spec = spec;
        spec.conditions().forEach(condition -> conditions.add(condition(condition, conditions.size())));
    }

    /**
     * Makes the list.
     *
     * @throws IllegalArgumentException if the language refuses it
     */
    static Checklist of(Spec spec) {
        RealList list = new RealList(spec);
        list.index(spec.parts());
        Checklist made = checklist("list", spec.parts().stream().map(list::item).toList());
        return spec.flow() == Flow.CONCURRENT ? made.concurrently() : made;
    }

    private void index(List<Part> all) {
        for (Part part : all) {
            parts.put(part.id(), part);
            index(part.children());
        }
    }

    private Item item(Part part) {
        Spec.Traits traits = part.traits();
        Item item = plain(part).id(part.id()).tag(traits.tags().toArray(String[]::new));
        for (int condition : traits.conditions()) {
            item = conditions.get(condition).apply(item);
        }
        for (String id : traits.requires()) {
            item = item.requires(plain(parts.get(id)));
        }
        item = traits.gate() ? item.orStop() : item;
        return traits.advisory() ? item.advisory() : item;
    }

    /** Makes the item that requirements name; a section needs its members first, so a circle may show here already. */
    private Item plain(Part part) {
        Item known = plain.get(part.id());
        if (known == null) {
            if (!underWay.add(part.id())) {
                throw new IllegalArgumentException(part.id() + " would have to be made before itself");
            }
            known = part.isSection() ? madeOf(part) : part.isPerson() ? signOff(part.id()) : line(part);
            plain.put(part.id(), known);
        }
        return known;
    }

    private Section madeOf(Part part) {
        List<Item> children = part.children().stream().map(this::item).toList();
        Section made = part.flow() == Flow.STEPS ? steps(part.id(), children) : section(part.id(), children);
        return part.flow() == Flow.CONCURRENT ? made.concurrently() : made;
    }

    private Check line(Part part) {
        Script script = part.script();
        List<Check> alternatives = new ArrayList<>();
        for (Alternative alternative : script.alternatives()) {
            Item made = Check.of(part.id(), part.id() + " " + alternatives.size(), probe(alternative))
                    .timeout(ofMillis(alternative.timeout()));
            for (int condition : alternative.conditions()) {
                made = conditions.get(condition).apply(made);
            }
            alternatives.add((Check) made);
        }
        Check line = alternatives.get(0);
        if (alternatives.size() > 1) {
            Check[] more = alternatives.subList(2, alternatives.size()).toArray(Check[]::new);
            line = anyOf(part.id(), alternatives.get(0), alternatives.get(1), more);
        }
        line = script.retry() == null ? line : line.retry(policy(script.retry()));
        line = script.orAsk() ? line.orAsk(signOff("looked by hand")) : line;
        return script.loads() ? line.loads() : line;
    }

    private static RetryPolicy policy(Spec.Retry retry) {
        RetryPolicy policy = attempts(retry.attempts()).backingOff(ofMillis(retry.first()), ofMillis(retry.longest()));
        return retry.within() == Spec.NEVER ? policy : policy.within(ofMillis(retry.within()));
    }

    private static Probe probe(Alternative alternative) {
        AtomicInteger number = new AtomicInteger();
        Probe pause = ScriptedProbe.passing("awake").takes(ofMillis(Math.max(1, alternative.lasts())));
        return context -> {
            boolean awake =
                    alternative.lasts() == 0 || pause.evaluate(context).status().opensGate();
            return awake ? alternative.look(number.getAndIncrement()).outcome() : null;
        };
    }

    private static UnaryOperator<Item> condition(Condition condition, int number) {
        String title = "condition " + number;
        Outcome seen = switch (condition) {
            case CHECK_PASSED -> Outcome.passed("so");
            case CHECK_GONE -> Outcome.failed("not so").conclusively();
            case CHECK_FAILED -> Outcome.failed("not so");
            default -> Outcome.error("unknown");
        };
        Check asked = check(title, context -> seen);
        Precondition code = precondition(title, () -> switch (condition) {
            case HOLDS -> true;
            case DOES_NOT_HOLD -> false;
            case ANSWERS_NULL -> null;
            default -> throw new IllegalStateException("thrown");
        });
        return switch (condition) {
            case HOLDS, DOES_NOT_HOLD, ANSWERS_NULL, THROWS -> item -> item.onlyIf(code);
            default -> item -> item.onlyIf(asked);
        };
    }

    /** Makes the runner that the list is meant to be run by. */
    static ChecklistRunner runner(Spec spec) {
        Spec.Given given = spec.given();
        List<Waiver> waivers = new ArrayList<>();
        given.waived().forEach(id -> waivers.add(new Waiver(id, "accepted", "ops", LAST)));
        given.expired().forEach(id -> waivers.add(new Waiver(id, "accepted", "ops", LAST.minusYears(30))));
        Selection selection = Selection.all()
                .only(given.only().toArray(String[]::new))
                .skip(given.skipped().toArray(String[]::new));
        ChecklistRunner runner = ChecklistRunner.create()
                .withWaivers(waivers)
                .withSelection(selection)
                .withAttestor(question -> answer(given, question));
        return spec.deadline() == Spec.NEVER ? runner : runner.withDeadline(ofMillis(spec.deadline()));
    }

    private static Optional<Attestation> answer(Spec.Given given, Question question) {
        Attestation stale = Attestation.recorded(
                question.line().id(), Map.of("text", "other"), "edited", Attestation.Answer.CONFIRMED, "Kim");
        return switch (given.answers().getOrDefault(question.line().id(), Spec.Answer.NONE)) {
            case YES -> Optional.of(question.confirmedBy("Kim"));
            case NO -> Optional.of(question.refusedBy("Kim"));
            case NONE -> Optional.empty();
            case STALE -> Optional.of(stale);
            case FAILS -> throw new IllegalStateException("no terminal");
        };
    }
}
