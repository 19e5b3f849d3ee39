package dev.checklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an item applies at all. Asked once per identity and run, when the first item needs it.
 *
 * <p>If it holds, the item is asked; if it does not, the item is SKIPPED with the condition as its reason. A failure, a
 * timeout or null is an ERROR of all its items, with one cause.
 */
public final class Precondition {
    private final Object identity;
    private final String description;
    private final @Nullable String whenNot;
    private final Probe probe;
    private final @Nullable Duration timeout;

    private Precondition(
            Object identity, String description, @Nullable String whenNot, Probe probe, @Nullable Duration timeout) {
        this.identity = identity;
        this.description = description;
        this.whenNot = whenNot;
        this.probe = probe;
        this.timeout = timeout;
    }

    static Precondition of(String description, Callable<@Nullable Boolean> condition) {
        Arguments.present("condition", condition);
        return new Precondition(
                new Identity(description),
                Arguments.text("precondition", description),
                null,
                context -> outcome(description, condition.call()),
                null);
    }

    static Precondition setting(String setting, String value, String wanted, String... orWanted) {
        String actual = Arguments.text(Arguments.text("setting", setting), value);
        List<String> all = new ArrayList<>(List.of(Arguments.text("wanted " + setting, wanted)));
        for (String other : Arguments.present("wanted values", orWanted)) {
            all.add(Arguments.text("wanted " + setting, other));
        }
        String words = setting + " is " + String.join(" or ", all);
        boolean holds = all.contains(actual);
        return of(words, () -> holds).saying("only if " + words + "; it is " + actual);
    }

    /** Makes a condition of a check: a conclusive FAILED means that it does not hold. */
    static Precondition passes(Check check) {
        Plain.condition("the condition", Arguments.present("condition", check));
        return new Precondition(
                check.traits().identity(),
                check.title(),
                null,
                check.probe(),
                check.execution().timeout());
    }

    private static Outcome outcome(String description, @Nullable Boolean answer) {
        if (answer == null) {
            return Outcome.error("the condition \"" + description + "\" answered null");
        }
        return answer
                ? Outcome.passed("it is so: " + description)
                : Outcome.failed(notSo(description)).conclusively();
    }

    Precondition saying(String reason) {
        return new Precondition(identity, description, reason, probe, timeout);
    }

    /** Returns the condition in words. */
    public String description() {
        return description;
    }

    /** Returns the reason shown on an item that the condition skips, with what was seen if that says more. */
    public String reasonToSkip(Outcome seen) {
        if (whenNot != null) {
            return whenNot;
        }
        String value = seen.message().isBlank() || seen.message().equals(notSo(description))
                ? ""
                : " (" + seen.message() + ")";
        return notSo(description) + value;
    }

    private static String notSo(String description) {
        return "condition not met: " + description;
    }

    /**
     * Returns what looks: PASSED means that the condition holds, a conclusive FAILED that it does not, all else that it
     * could not be judged.
     */
    public Probe probe() {
        return probe;
    }

    /** Returns the timeout of asking it, if one was given; otherwise the runner's counts. */
    public Optional<Duration> timeoutPerAttempt() {
        return Optional.ofNullable(timeout);
    }

    /** Tells whether both are the same condition, made by the same call. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Precondition that && that.identity == identity;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(identity);
    }

    @Override
    public String toString() {
        return description;
    }
}
