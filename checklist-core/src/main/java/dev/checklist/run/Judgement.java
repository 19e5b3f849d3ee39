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
            return new Look(Outcome.failed(message(e)), false);
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
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < 32; depth++) {
            root = root.getCause();
        }
        String text = name(failure);
        return root == failure ? text : text + ", because of " + name(root);
    }

    private static String name(Throwable failure) {
        String type = failure.getClass().getSimpleName();
        String name = type.isEmpty() ? failure.getClass().getName() : type;
        String message = message(failure);
        return message.equals(name) ? name : name + ": " + message;
    }

    /** Returns the message; asking for it runs foreign code, which may fail too. */
    private static String message(Throwable failure) {
        String simple = failure.getClass().getSimpleName();
        try {
            String message = failure.getMessage();
            return message == null || message.isBlank() ? simple : message.strip();
        } catch (RuntimeException e) {
            return simple;
        }
    }
}
