package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Looks whether a call is answered with one of some statuses.
 *
 * @param trusting whether a success counts even if the server answers so for every path
 */
record StatusProbe(Asker asker, Call call, List<Integer> statuses, boolean trusting) implements Probe {
    StatusProbe {
        for (int status : statuses) {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("status is " + status + ": expected between 200 and 599");
            }
        }
        if (statuses.contains(400) || statuses.contains(401) || statuses.contains(403)) {
            call = call.with(call.reading().expectingRefusal());
        }
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        return asker.judge(context, call, expected(), answer -> judge(context, answer));
    }

    private Outcome judge(CheckContext context, Answer answer) throws Exception {
        if (!statuses.contains(answer.status())) {
            return Outcome.failed("expected " + expected() + " but found " + answer.status() + answer.leads());
        }
        if (!answer.body().isComplete()) {
            return Outcome.error("expected a complete answer with " + expected() + " but found " + answer.status()
                    + ", and " + answer.unread() + ", or ask with HEAD");
        }
        Outcome passed = Outcome.passed("answered " + answer.status() + answer.leads());
        return answer.isSuccess() && call.isSafe() && !trusting ? unlessCatchAll(context, answer, passed) : passed;
    }

    /** Asks for a page that nobody made: a server that answers it in the same way says nothing about this one. */
    private Outcome unlessCatchAll(CheckContext context, Answer answer, Outcome passed) throws Exception {
        Call madeUp = asker.stranger(call);
        Outcome outcome;
        try {
            Answer other = asker.read(context, madeUp);
            outcome = CatchAll.answersAlike(answer, other) ? CatchAll.found(expected(), answer) : passed;
        } catch (NoAnswerException e) {
            // A made-up page that is sent elsewhere or round in circles is not answered like this one.
            outcome = e.kind() == NoAnswerException.Kind.WRONG ? passed : CatchAll.unknown(answer, e);
        }
        return outcome.with("made-up page", madeUp.address());
    }

    private String expected() {
        return "status " + wanted();
    }

    String wanted() {
        return statuses.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }
}
