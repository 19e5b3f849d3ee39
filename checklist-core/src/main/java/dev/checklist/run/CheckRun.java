package dev.checklist.run;

import dev.checklist.AnyOf;
import dev.checklist.Check;
import dev.checklist.Effect;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.RetryPolicy;
import dev.checklist.Section;
import dev.checklist.WakeSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is the state of one check while it is asked: its attempts, and what the next one would be. */
final class CheckRun {
    private final Node node;
    private final Check check;
    private final long timeout;
    private final @Nullable RetryPolicy policy;
    private final List<Attempt> attempts = new ArrayList<>(1);
    private final List<AnyOf.Answer> answers = new ArrayList<>(0);
    private final List<WakeSignal.Subscription> subscriptions = new ArrayList<>(0);
    private final List<WakeSignal.Subscription> outdated = new ArrayList<>(0);
    private Delays.@Nullable Sequence delays;
    private Timers.@Nullable Timer waiting;
    private @Nullable Outcome raw;
    private @Nullable Instant startedOn;
    private @Nullable String cause;
    private @Nullable Result over;
    private long firstStart;
    private long lastStart;
    private long lastEnd;
    private long lastDelay;
    private int alternative;
    private boolean settled;
    private boolean isWoken;
    private boolean broughtForward;
    private boolean again;

    CheckRun(Node node, Check check, Settings settings) {
        this.node = node;
        this.check = check;
        this.policy = policy(node, check, settings);
        this.timeout = timeout(node, check, settings).toNanos();
    }

    private static @Nullable RetryPolicy policy(Node node, Check check, Settings settings) {
        if (check.effect() == Effect.WRITES) {
            return null;
        }
        Optional<RetryPolicy> found = check.retryPolicy();
        for (Node section = node.parent(); found.isEmpty() && section != null; section = section.parent()) {
            found = ((Section) section.entry().item()).defaultRetry();
        }
        return found.orElse(settings.limits().retry());
    }

    private static Duration timeout(Node node, Check check, Settings settings) {
        Optional<Duration> found = check.timeoutPerAttempt();
        for (Node section = node.parent(); found.isEmpty() && section != null; section = section.parent()) {
            found = ((Section) section.entry().item()).defaultTimeout();
        }
        return found.orElse(settings.limits().timeout());
    }

    Node node() {
        return node;
    }

    /** Makes it the second look at a line that has passed. */
    CheckRun again() {
        again = true;
        return this;
    }

    boolean isAgain() {
        return again;
    }

    Check check() {
        return check;
    }

    /** Returns the timeout of an attempt, or of one alternative of it. */
    long timeout(Check asked) {
        return asked.timeoutPerAttempt().map(Duration::toNanos).orElse(timeout);
    }

    List<Attempt> attempts() {
        return attempts;
    }

    int nextAttempt() {
        return attempts.size() + 1;
    }

    /** Returns the answers of the alternatives asked so far in this attempt. */
    List<AnyOf.Answer> answers() {
        return answers;
    }

    /** Returns the number of the alternative whose turn it is, and moves on to the next. */
    int takeAlternative() {
        return alternative++;
    }

    void dueAgain(long now) {
        lastStart = now;
        lastEnd = now;
        if (attempts.isEmpty()) {
            firstStart = now;
        }
        outdated.addAll(subscriptions);
        subscriptions.clear();
        waiting = null;
        alternative = 0;
        isWoken = false;
        answers.clear();
        cause = null;
        startedOn = null;
    }

    /** Notes that an alternative is not to be asked again, and so neither is the line. */
    void settle(boolean isFinal) {
        settled |= isFinal;
    }

    boolean isFinal() {
        return settled;
    }

    /** Notes when the first look of an attempt began. */
    void began(Task asked) {
        Instant on = asked.startedOn();
        if (startedOn == null && on != null) {
            startedOn = on;
            lastStart = asked.startedAt();
            if (attempts.isEmpty()) {
                firstStart = lastStart;
            }
        }
        String felt = asked.context().cause();
        cause = felt == null ? cause : felt;
        subscriptions.addAll(asked.context().subscriptions());
    }

    /** Adds an attempt; its start is that of its first look. */
    Attempt add(Outcome outcome, Outcome masked, Instant now, long end) {
        Instant on = startedOn;
        Attempt attempt = on == null ? new Attempt(now, 0, masked) : new Attempt(on, end - lastStart, masked);
        raw = outcome;
        attempts.add(attempt);
        return attempt;
    }

    /** Returns the nanoseconds until the next attempt, or a negative number if there is none. */
    long nextDelay(Delays known, long now) {
        if (policy == null || raw == null) {
            return RetryDecision.STOP;
        }
        if (delays == null) {
            delays = known.of(policy);
        }
        // an attempt that was brought forward does not count, so its delay is not used up
        long delay = broughtForward ? lastDelay : delays.next(raw);
        broughtForward = false;
        lastDelay = delay;
        int size = attempts.size();
        Outcome before = size < 2 ? null : attempts.get(size - 2).outcome();
        long limit = policy.limit().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        return RetryDecision.next(attempts.get(size - 1).outcome(), before, delay, now - firstStart, limit);
    }

    int maxAttempts() {
        return policy == null ? 1 : policy.maxAttempts();
    }

    void waitFor(Timers.Timer timer) {
        waiting = timer;
    }

    boolean isWaiting() {
        return waiting != null;
    }

    /** Calls the wait off, since the target changed; false if it ends by then anyway. The next attempt does not count. */
    boolean bringForward(long nanoTime) {
        if (waiting == null || !waiting.isAfter(nanoTime)) {
            return false;
        }
        waiting.callOff();
        waiting = null;
        broughtForward = true;
        return true;
    }

    void stopWaiting() {
        if (waiting != null) {
            waiting.callOff();
            waiting = null;
        }
    }

    void wake() {
        isWoken = true;
    }

    boolean isWoken() {
        return isWoken;
    }

    /** Returns when the last look of this attempt ended. */
    long lastEnd() {
        return lastEnd;
    }

    void lastEnd(long nanoTime) {
        lastEnd = nanoTime;
    }

    long lastStart() {
        return lastStart;
    }

    /** Hands out the subscriptions of earlier attempts, to be closed now that another attempt has made its own. */
    List<WakeSignal.Subscription> takeOutdated() {
        List<WakeSignal.Subscription> all = List.copyOf(outdated);
        outdated.clear();
        return all;
    }

    /** Hands out all subscriptions, to be closed. */
    List<WakeSignal.Subscription> takeSubscriptions() {
        outdated.addAll(subscriptions);
        return takeOutdated();
    }

    /** Returns what the machine said, once a person is asked instead. */
    @Nullable
    Result over() {
        return over;
    }

    void over(Result machine) {
        over = machine;
    }

    @Nullable
    Outcome raw() {
        return raw;
    }

    @Nullable
    String cause() {
        return cause;
    }

    /** Returns what a required item saw when it passed. */
    Map<String, String> evidence(Item required) {
        List<Node> found = node.needs().stream()
                .filter(need -> need.line().isOf(required))
                .filter(need -> node.entry().requirements().contains(need.entry()))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + check.title() + "\" does not require \"" + required.title() + "\": add requires(...)");
        }
        Node need = found.stream()
                .filter(one -> one.line().isExactly(required))
                .findFirst()
                .orElse(found.get(0));
        Outcome seen = need.seen();
        return seen == null ? Map.of() : seen.evidence();
    }
}
