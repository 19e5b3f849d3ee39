package dev.checklist.run;

import dev.checklist.Derived;

/** Ends one line early: what waits keeps its last status, a question stays open, what was not started is BLOCKED. */
final class Stopping {
    private Stopping() {}

    static void stop(Node node, Coordinator run, Asking asking, Questions questions) {
        CheckRun asked = node.run();
        if (node.scope() != null || node.isEnded() && asked == null) {
            return;
        }
        if (asked != null && asked.over() == null) {
            asking.stop(asked); // one that is asked again has ended, and yet waits for its next attempt
        } else if (!node.isStarted()) {
            run.board().blockAtEnd(node, run.stopReason());
        } else if (!(node.entry().item() instanceof Derived)) { // what is being computed ends with its task
            questions.stop(node, run.stopReason());
        }
    }
}
