package dev.checklist.model;

import dev.checklist.Flow;
import dev.checklist.model.Spec.Alternative;
import dev.checklist.model.Spec.Answer;
import dev.checklist.model.Spec.Condition;
import dev.checklist.model.Spec.Given;
import dev.checklist.model.Spec.Look;
import dev.checklist.model.Spec.Part;
import dev.checklist.model.Spec.Retry;
import dev.checklist.model.Spec.Script;
import dev.checklist.model.Spec.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes random lists from a seed: the same seed, the same list. */
final class Generator {
    private static final int CONDITIONS = 4;
    private static final List<Look> LOOKS = List.of(
            Look.PASSED,
            Look.PASSED,
            Look.PASSED,
            Look.PASSED,
            Look.PASSED,
            Look.FAILED,
            Look.FAILED,
            Look.OTHER,
            Look.GONE,
            Look.GONE,
            Look.ERROR,
            Look.BLIND,
            Look.FORBIDDEN,
            Look.SILENT,
            Look.NULL,
            Look.THROWS,
            Look.ASSERTS,
            Look.BROKEN);

    private final Random random;
    private final boolean instant;
    private final List<String> ids = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Set<String> waived = new HashSet<>();
    private final Set<String> expired = new HashSet<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> around = new ArrayList<>();
    private int lines;

    private Generator(long seed, boolean instant) {
        this.random = new Random(seed);
        this.instant = instant;
    }

    /** Makes a list; an instant one has no deadline, no limit and no look that takes time, so that threads may run it. */
    static Spec list(long seed, boolean instant) {
        return new Generator(seed, instant).list();
    }

    private Spec list() {
        lines = 1 + random.nextInt(12);
        List<Part> parts = new ArrayList<>();
        while (lines > 0) {
            parts.add(part(0, Flow.PAGE));
        }
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < CONDITIONS; i++) {
            conditions.add(likely(60) ? Condition.HOLDS : any(List.of(Condition.values())));
        }
        Given given = new Given(
                likely(20) ? Set.of(word()) : Set.of(),
                likely(15) ? Set.of(word()) : Set.of(),
                waived,
                expired,
                answers);
        long deadline = instant || likely(70) ? Spec.NEVER : 50 * (1 + random.nextInt(400));
        return new Spec(parts, likely(10) ? Flow.CONCURRENT : Flow.PAGE, conditions, deadline, given);
    }

    private Part part(int depth, Flow outer) {
        String id = "p" + (ids.size() + 1);
        ids.add(id);
        boolean isSection = depth < 3 && lines > 1 && likely(35);
        List<Part> children = new ArrayList<>();
        around.add(id);
        Flow flow = likely(55) ? Flow.PAGE : likely(50) ? Flow.STEPS : Flow.CONCURRENT;
        for (int wanted = 1 + random.nextInt(4); isSection && lines > 0 && children.size() < wanted; ) {
            children.add(part(depth + 1, flow));
        }
        around.remove(id);
        lines -= isSection ? 0 : 1;
        boolean person = !isSection && likely(20);
        boolean computed = !isSection && !person && !sections.isEmpty() && likely(6);
        Script script = isSection || person || computed ? null : script();
        List<String> from = computed ? from() : List.of();
        if (isSection) {
            sections.add(id);
        }
        forPeople(id);
        return new Part(id, traits(id, outer), flow, List.copyOf(children), script, from, person && likely(4));
    }

    /** Picks one or two sections; now and then one that is around the line, which must be refused. */
    private List<String> from() {
        List<String> from = new ArrayList<>(List.of(any(likely(4) && !around.isEmpty() ? around : sections)));
        if (likely(25)) {
            from.add(any(sections));
        }
        return from.stream().distinct().toList();
    }

    private void forPeople(String id) {
        answers.put(id, likely(50) ? Answer.YES : any(List.of(Answer.values())));
        if (likely(20)) {
            waived.add(id);
        } else if (likely(5)) {
            expired.add(id);
        }
    }

    private Traits traits(String id, Flow flow) {
        boolean advisory = likely(flow == Flow.STEPS ? 2 : 9);
        boolean gate = !advisory && likely(20);
        Set<String> tags = likely(35) ? Set.of(any(List.of("a", "b"))) : Set.of();
        words.addAll(tags);
        List<String> requires = new ArrayList<>();
        for (int i = 0; i < 2 && likely(20); i++) {
            String other = ids.get(random.nextInt(ids.size()));
            if (!other.equals(id) && !around.contains(other) && !requires.contains(other)) {
                requires.add(other);
            }
        }
        return new Traits(advisory, gate, tags, conditions(15), requires);
    }

    private List<Integer> conditions(int percent) {
        List<Integer> some = new ArrayList<>();
        for (int i = 0; i < CONDITIONS; i++) {
            if (likely(percent / 2)) {
                some.add(i);
            }
        }
        return some;
    }

    private Script script() {
        List<Alternative> alternatives = new ArrayList<>();
        int number = likely(75) ? 1 : 2 + random.nextInt(2);
        for (int i = 0; i < number; i++) {
            List<Look> looks = new ArrayList<>();
            for (int look = 0; look < 1 + random.nextInt(4); look++) {
                looks.add(any(LOOKS));
            }
            long lasts = instant || likely(50) ? 0 : 50 * random.nextInt(60);
            long timeout = instant ? 30_000 : 50 * (10 + random.nextInt(80));
            alternatives.add(new Alternative(looks, lasts, timeout, number == 1 ? List.of() : conditions(30)));
        }
        return new Script(alternatives, likely(40) ? retry() : null, likely(25), likely(4));
    }

    private @Nullable Retry retry() {
        int attempts = 1 + random.nextInt(5);
        if (instant) {
            return new Retry(attempts, 1, 1, Spec.NEVER);
        }
        long first = 50 * (1 + random.nextInt(20));
        long longest = likely(50) ? first : first * (1 + random.nextInt(6));
        return new Retry(attempts, first, longest, likely(60) ? Spec.NEVER : 50 * (1 + random.nextInt(100)));
    }

    /** Picks a tag or an id, most often one of the list. */
    private String word() {
        return likely(3) ? "nobody" : any(likely(60) && !words.isEmpty() ? words : ids);
    }

    private boolean likely(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
