package dev.checklist.model;

import dev.checklist.Status;
import dev.checklist.model.Spec.Alternative;
import dev.checklist.model.Spec.Answer;
import dev.checklist.model.Spec.Condition;
import dev.checklist.model.Spec.Look;
import dev.checklist.model.Spec.Retry;
import dev.checklist.model.Spec.Script;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what becomes of one check: attempt after attempt, each one alternative after the other. */
final class Asking {
    /** Is what one look or one attempt found. */
    private record Reading(Status status, boolean conclusive, boolean blind, boolean last, String text) {}

    private final Spec spec;
    private final Script script;
    private final Answer answer;
    private final int[] asked;
    private final List<Long> looks = new ArrayList<>();
    private long now;

    Asking(Spec spec, Script script, Answer answer) {
        this.spec = spec;
        this.script = script;
        this.answer = answer;
        this.asked = new int[script.alternatives().size()];
    }

    static Status meaning(Answer answer) {
        return answer == Answer.YES ? Status.PASSED : answer == Answer.NO ? Status.FAILED : Status.PENDING;
    }

    /** PASSED: go on; SKIPPED: does not apply; ERROR: not known. */
    static Status meaning(Condition condition) {
        return switch (condition) {
            case HOLDS, CHECK_PASSED -> Status.PASSED;
            case DOES_NOT_HOLD, CHECK_GONE -> Status.SKIPPED;
            case ANSWERS_NULL, THROWS, CHECK_FAILED, CHECK_ERROR -> Status.ERROR;
        };
    }

    Model.End ask(long from) {
        if (script.loads()) {
            return new Model.End(script.orAsk() ? meaning(answer) : Status.PENDING, from);
        }
        now = from;
        Reading before = null;
        while (true) {
            looks.add(now);
            Reading reading = attempt();
            if (now >= spec.deadline()) {
                return end(Status.ERROR); // cut short inside the attempt
            }
            long next = next(reading, before, from);
            if (next < 0) {
                return end(reading.blind && script.orAsk() ? meaning(answer) : reading.status);
            }
            now = Math.min(next, spec.deadline());
            if (now == spec.deadline()) {
                return end(reading.status); // cut short between two attempts
            }
            before = reading;
        }
    }

    private Model.End end(Status status) {
        return new Model.End(status, java.util.Set.of(), List.copyOf(looks), now);
    }

    private long next(Reading reading, @Nullable Reading before, long from) {
        Retry retry = script.retry();
        boolean settled = before != null
                && before.conclusive
                && reading.conclusive
                && before.status == reading.status
                && before.text.equals(reading.text);
        if (retry == null || reading.status == Status.PASSED || reading.last || settled) {
            return -1;
        }
        long limit = from + retry.within();
        if (looks.size() == retry.attempts() || now >= limit) {
            return -1;
        }
        long delay = Math.min(retry.longest(), retry.first() << looks.size() - 1);
        return Math.min(now + delay, limit);
    }

    private Reading attempt() {
        List<Reading> all = new ArrayList<>();
        for (int i = 0; i < asked.length; i++) {
            Reading reading = alternative(i);
            if (now >= spec.deadline() || asked.length == 1) {
                return reading;
            }
            if (reading.status == Status.PASSED) {
                return reading;
            }
            all.add(reading);
        }
        boolean unknown = all.stream().anyMatch(reading -> reading.status == Status.ERROR);
        boolean last = all.stream().anyMatch(Reading::last);
        boolean conclusive = !unknown && all.stream().allMatch(Reading::conclusive);
        String text = String.join("; ", all.stream().map(Reading::text).toList());
        return new Reading(unknown ? Status.ERROR : Status.FAILED, conclusive, false, last, text);
    }

    private Reading alternative(int index) {
        Alternative alternative = script.alternatives().get(index);
        for (int number : alternative.conditions()) {
            Status condition = meaning(spec.conditions().get(number));
            if (condition != Status.PASSED) {
                boolean skipped = condition == Status.SKIPPED;
                return new Reading(
                        skipped ? Status.FAILED : Status.ERROR, skipped, false, false, "condition " + number);
            }
        }
        Look look = alternative.look(asked[index]++);
        boolean late = alternative.lasts() >= alternative.timeout();
        now = Math.min(now + Math.min(alternative.lasts(), alternative.timeout()), spec.deadline());
        return late ? new Reading(Status.ERROR, false, false, false, "timed out") : reading(look);
    }

    private static Reading reading(Look look) {
        String text = look.name();
        return switch (look) {
            case PASSED -> new Reading(Status.PASSED, false, false, false, text);
            case FAILED, OTHER, ASSERTS -> new Reading(Status.FAILED, false, false, false, text);
            case GONE -> new Reading(Status.FAILED, true, false, false, text);
            case SILENT, THROWS -> new Reading(Status.ERROR, false, false, false, text);
            case ERROR -> new Reading(Status.ERROR, true, false, false, text);
            case BLIND -> new Reading(Status.ERROR, false, true, false, text);
            case FORBIDDEN -> new Reading(Status.ERROR, true, true, false, text);
            case NULL, BROKEN -> new Reading(Status.ERROR, false, false, true, text);
        };
    }
}
