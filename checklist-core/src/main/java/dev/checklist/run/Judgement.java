package dev.checklist.run;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.Status;
import org.jspecify.annotations.Nullable;

/** Turns whatever a probe does into an outcome. */
final class Judgement {
    private Judgement() {}

    /**
     * Is what became of one look.
     *
     * @param outcome what it found
     * @param isFinal whether asking again makes no sense: null, a broken class path, endless recursion
     */
    record Look(Outcome outcome, boolean isFinal) {}

    // Whatever a probe throws becomes a line of the report: nothing is lost when one line breaks.
    static Look look(Probe probe, CheckContext context) {
        try {
            return judge(probe.evaluate(context));
        } catch (AssertionError e) {
            String message = message(e);
            return new Look(Outcome.failed(message.isEmpty() ? name(e) : message), false);
        } catch (LinkageError | StackOverflowError e) {
            return new Look(Outcome.error(describe(e)), true);
        } catch (Throwable e) {
            return new Look(Outcome.error(describe(e)), false);
        }
    }

    private static Look judge(@Nullable Outcome outcome) {
        if (outcome == null) {
            return new Look(Outcome.error("the probe returned null instead of an outcome"), true);
        }
        if (outcome.status() == Status.PASSED && !outcome.saysWhatWasSeen()) {
            return new Look(Outcome.error("passed without saying what was seen"), false);
        }
        return new Look(outcome, false);
    }

    /** Describes a failure by its type and message, and by its root where that differs. */
    static String describe(Throwable failure) {
        Throwable root = root(failure);
        return root == failure ? name(failure) : name(failure) + ", because of " + name(root);
    }

    // Asking an exception for its message or cause runs foreign code, which may fail in every way.

    /** Returns the innermost cause; a chain that bites its tail is followed a while and left. */
    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        try {
            Throwable cause = root.getCause();
            for (int depth = 0; cause != null && depth < 32; depth++) {
                root = cause;
                cause = root.getCause();
            }
            return root;
        } catch (Throwable e) {
            return root;
        }
    }

    private static String name(Throwable failure) {
        String simple = failure.getClass().getSimpleName();
        String name = simple.isEmpty() ? failure.getClass().getName() : simple;
        String message = message(failure);
        return message.isEmpty() ? name : name + ": " + message;
    }

    /** Returns the message; empty if there is none. */
    private static String message(Throwable failure) {
        try {
            String message = failure.getMessage();
            return message == null ? "" : message.strip();
        } catch (Throwable e) {
            return "";
        }
    }
}
