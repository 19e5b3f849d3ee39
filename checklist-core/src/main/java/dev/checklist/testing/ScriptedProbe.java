package dev.checklist.testing;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.run.RunClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Is a probe that says what it is told, look after look, and counts how often it was asked.
 *
 * <p>The last answer is repeated. Under a {@link FakeRunClock} a look that takes long costs no time.
 */
public final class ScriptedProbe implements Probe {
    private final List<Look> looks;
    private final @Nullable Duration lasts;
    private final boolean hangs;
    private final AtomicInteger asked = new AtomicInteger();

    /** Is one scripted answer. */
    @FunctionalInterface
    private interface Look {
        Outcome answer() throws Exception;
    }

    private ScriptedProbe(List<Look> looks, @Nullable Duration lasts, boolean hangs) {
        this.looks = looks;
        this.lasts = lasts;
        this.hangs = hangs;
    }

    /** Answers these outcomes in order. */
    public static ScriptedProbe answering(Outcome first, Outcome... more) {
        List<Look> looks = new ArrayList<>();
        looks.add(() -> first);
        for (Outcome outcome : more) {
            looks.add(() -> outcome);
        }
        return new ScriptedProbe(List.copyOf(looks), null, false);
    }

    /** Passes, having seen this. */
    public static ScriptedProbe passing(String seen) {
        return answering(Outcome.passed(seen));
    }

    /** Fails with this message. */
    public static ScriptedProbe failing(String message) {
        return answering(Outcome.failed(message));
    }

    /** Fails so many times, then passes. */
    public static ScriptedProbe passingAfter(int failures, String seen) {
        if (failures < 0) {
            throw new IllegalArgumentException("failures is " + failures + ": expected zero or more");
        }
        List<Look> looks = new ArrayList<>();
        for (int i = 1; i <= failures; i++) {
            Outcome failed = Outcome.failed("not yet, look " + i);
            looks.add(() -> failed);
        }
        looks.add(() -> Outcome.passed(seen));
        return new ScriptedProbe(List.copyOf(looks), null, false);
    }

    /** Throws this. */
    public static ScriptedProbe throwing(Exception failure) {
        return new ScriptedProbe(
                List.of(() -> {
                    throw failure;
                }),
                null,
                false);
    }

    /** Lets every look take so long; an interruption ends it. */
    public ScriptedProbe takes(Duration duration) {
        return new ScriptedProbe(looks, duration, false);
    }

    /** Lets every look go on until it is interrupted. */
    public ScriptedProbe hangs() {
        return new ScriptedProbe(looks, null, true);
    }

    /** Returns how often it was asked. */
    public int timesAsked() {
        return asked.get();
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        int number = asked.getAndIncrement();
        pass(context);
        return looks.get(Math.min(number, looks.size() - 1)).answer();
    }

    private void pass(CheckContext context) throws InterruptedException {
        Duration lasting = lasts;
        boolean isVirtual = context instanceof RunClock.VirtualContext virtual && virtual.isVirtual();
        if (isVirtual && hangs) {
            ((RunClock.VirtualContext) context).hang();
        } else if (isVirtual && lasting != null) {
            ((RunClock.VirtualContext) context).elapse(lasting);
        } else if (hangs) {
            new CountDownLatch(1).await();
        } else if (lasting != null) {
            boolean never = new CountDownLatch(1).await(lasting.toNanos(), TimeUnit.NANOSECONDS);
            assert !never : "nobody counts this latch down";
        }
    }
}
