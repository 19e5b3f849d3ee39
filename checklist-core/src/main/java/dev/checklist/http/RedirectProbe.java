package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;

/** Looks whether a call is redirected to one address, in one step. */
record RedirectProbe(Asker asker, Call call, Address target) implements Probe {
    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        String expected = "a redirect to " + target;
        return asker.judge(context, call, expected, answer -> judge(expected, answer));
    }

    private Outcome judge(String expected, Answer answer) throws NoAnswerException {
        if (!answer.isRedirect()) {
            return Content.notRedirect(expected, answer);
        }
        Address found = answer.location();
        if (!found.sameOrigin(target) || !found.samePage(target)) {
            String also = found.toString().equals(target.toString()) ? " (the masked query values differ)" : "";
            return Outcome.failed("expected " + expected + " but found one to " + found + also);
        }
        return Outcome.passed("answered " + answer.status() + " with Location " + found)
                .with("location", found);
    }
}
