package dev.checklist;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Is a line that a machine can verify: a {@link Probe} with a text, and how it is to be asked.
 *
 * <p>An immutable value: modifiers return changed copies. {@code tag, requires, onlyIf} and {@code onFailure} add to
 * what was there, the others replace it.
 */
public final class Check implements Item {
    private final Traits traits;
    private final String title;
    private final Probe probe;
    private final Execution execution;
    private final Guidance guidance;

    private Check(Traits traits, String title, Probe probe, Execution execution, Guidance guidance) {
        this.traits = traits;
        this.title = title;
        this.probe = probe;
        this.execution = execution;
        this.guidance = guidance;
    }

    /**
     * Makes a check for a provider, whose key does not change with its wording.
     *
     * @param key kind, name, predicate and identifying arguments, such as {@code "deployment api is rolled out"};
     *     never an expected value
     * @param title the line as a person reads it, without any secret
     * @param probe looks once; best a record
     */
    public static Check of(String key, String title, Probe probe) {
        return new Check(
                Traits.of(Arguments.text("key", key)),
                Arguments.text("title", title),
                Arguments.present("probe", probe),
                Execution.DEFAULT,
                Guidance.NONE);
    }

    /**
     * Makes a check for a provider that looks at a place which differs from one environment to the next, such as a host or
     * a namespace. The place enters the id only of a line beside which another one has the same key.
     *
     * @param key kind, name, predicate and identifying arguments, such as {@code "deployment api is rolled out"};
     *     never the place, never an expected value
     * @param place where the check looks, such as {@code "shop-staging"}, without any secret
     * @param title the line as a person reads it, without any secret
     * @param probe looks once; best a record
     */
    public static Check of(String key, String place, String title, Probe probe) {
        return new Check(
                Traits.of(Arguments.text("key", key), Arguments.text("place", place)),
                Arguments.text("title", title),
                Arguments.present("probe", probe),
                Execution.DEFAULT,
                Guidance.NONE);
    }

    @Override
    public String title() {
        return title;
    }

    /** Returns what looks; of a provider's check a record, so that a list can be walked. */
    public Probe probe() {
        return probe;
    }

    /** Returns the retry policy, if one was given; otherwise the section's or the runner's counts. */
    public Optional<RetryPolicy> retryPolicy() {
        return Optional.ofNullable(execution.retry());
    }

    /** Returns the timeout of one attempt, if one was given; otherwise the section's or the runner's counts. */
    public Optional<Duration> timeoutPerAttempt() {
        return Optional.ofNullable(execution.timeout());
    }

    /** Tells whether the check runs while nothing else does. */
    public boolean isAlone() {
        return execution.turn() != Execution.Turn.ANY;
    }

    /** Tells whether the check runs after all others, wherever it stands on the page. */
    public boolean isLast() {
        return execution.turn() == Execution.Turn.LAST;
    }

    /** Returns what the check does to its target. */
    public Effect effect() {
        return execution.effect();
    }

    /** Returns what removes the traces of a writing check. */
    public Optional<Cleanup> cleanup() {
        return Optional.ofNullable(execution.cleanup());
    }

    /** Returns who puts right what it finds, if that was said; otherwise the section's owner counts. */
    public Optional<String> owner() {
        return Optional.ofNullable(execution.owner());
    }

    /** Returns what a person can do when the check fails. */
    public Optional<String> remedy() {
        return Optional.ofNullable(guidance.remedy());
    }

    /** Returns what is run after the last failing attempt. */
    public List<Diagnosis> diagnoses() {
        return guidance.diagnoses();
    }

    /** Returns the question that stands in where the machine cannot look. */
    public Optional<SignOff> question() {
        return Optional.ofNullable(guidance.question());
    }

    /** Changes the text of the line, not its key; replaces. */
    public Check named(String newTitle) {
        return new Check(traits, Arguments.text("title", newTitle), probe, execution, guidance);
    }

    /** Repeats the check while it is FAILED or ERROR; replaces. Default: the section's policy, else the runner's. */
    public Check retry(RetryPolicy policy) {
        return with(execution.retry(policy));
    }

    /** Limits one attempt; replaces. Default: the section's timeout, else the runner's. */
    public Check timeout(Duration limit) {
        return with(execution.timeout(limit));
    }

    /** Starts the check when nothing else runs, and lets nothing start meanwhile; for latency and load. */
    public Check alone() {
        return with(execution.runAlone());
    }

    /**
     * Starts the check after all checks that are not last have ended, wherever it stands on the page, and alone: for what
     * may get those who ask shut out. The order of the page does not wait for it. A list in which a check stands behind it
     * by a gate or {@code requires} is refused.
     */
    public Check last() {
        return with(execution.runLast());
    }

    /**
     * Declares that the check writes to its target: it is never retried, needs {@code withWrites()} on the runner (else
     * it is PENDING), and its cleanup runs after the items that require it.
     */
    public Check writes(Cleanup cleanup) {
        return with(execution.writing(cleanup));
    }

    /** Declares that the check puts load on its target: it needs {@code withLoad()} on the runner, else it is PENDING. */
    public Check loads() {
        return with(execution.loading());
    }

    /** Says who puts right what the check finds, such as "platform team"; replaces. Default: the section's owner. */
    public Check ownedBy(String owner) {
        return with(execution.ownedBy(owner));
    }

    /** Says what a person can do when the check fails, such as a command; replaces. */
    public Check remedy(String text) {
        return new Check(traits, title, probe, execution, guidance.remedy(text));
    }

    /** Collects the likely cause after the last failing attempt; adds. */
    public Check onFailure(Diagnosis diagnosis) {
        return new Check(traits, title, probe, execution, guidance.diagnosis(diagnosis));
    }

    /**
     * Asks a person where the machine could not look: an ERROR that is marked unsupported or not permitted, and nothing
     * else, becomes PENDING. So is asked who knows it where the run does not allow the check, which writes or puts load on
     * its target. The answer is bound to what the machine said.
     *
     * @throws IllegalArgumentException if the question has modifiers other than {@code by, over, validFor, withEvidence} and
     *     {@code because}
     */
    public Check orAsk(SignOff question) {
        return new Check(traits, title, probe, execution, guidance.question(question));
    }

    @Override
    public Check because(String reason) {
        return with(traits.because(reason));
    }

    @Override
    public Check onlyIf(Precondition condition) {
        return with(traits.onlyIf(condition));
    }

    @Override
    public Check onlyIf(Check condition) {
        return with(traits.onlyIf(Precondition.passes(condition)));
    }

    @Override
    public Check requires(Item other) {
        return with(traits.requires(other));
    }

    @Override
    public Check advisory() {
        return with(traits.standing(Standing.ADVISORY));
    }

    @Override
    public Check orStop() {
        return with(traits.standing(Standing.GATE));
    }

    @Override
    public Check tag(String... tags) {
        return with(traits.tag(tags));
    }

    @Override
    public Check id(String id) {
        return with(traits.named(traits.naming().id(id)));
    }

    @Override
    public Check at(String place) {
        return with(traits.named(traits.naming().at(place)));
    }

    Traits traits() {
        return traits;
    }

    Execution execution() {
        return execution;
    }

    Check with(Traits changed) {
        return new Check(changed, title, probe, execution, guidance);
    }

    Check within(Execution section) {
        return with(execution.within(section));
    }

    private Check with(Execution changed) {
        return new Check(traits, title, probe, changed, guidance);
    }

    @Override
    public String toString() {
        return title;
    }
}
