package dev.checklist.run;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Rating;
import dev.checklist.SignOff;
import dev.checklist.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Puts lines to people: sign-offs, ratings, and checks where the machine could not look. */
final class Questions {
    private final Coordinator run;
    private final Checklist checklist;
    private final People people;

    Questions(Coordinator run, Checklist checklist, People people) {
        this.run = run;
        this.checklist = checklist;
        this.people = people;
    }

    /** Asks a sign-off or a rating. */
    void ask(Node node) {
        Report rest = run.signed();
        if (node.isSignature() && rest != null) {
            ask(node, Answers.signing(checklist, node.line(), rest), List.of(), null, null);
        } else if (node.entry().item() instanceof Rating rating) {
            OptionalInt scale = OptionalInt.of(rating.scale());
            Question question =
                    Answers.question(checklist, node.line(), null, scale, null, Before.of(node, run.board()));
            ask(node, question, List.of(), rating, null);
        } else if (node.entry().item() instanceof SignOff asked) {
            OptionalInt none = OptionalInt.empty();
            Question question =
                    Answers.question(checklist, node.line(), asked, none, null, Before.of(node, run.board()));
            ask(node, question, asked.files(), null, null);
        } else {
            throw new IllegalStateException(node.line() + " is nothing that a person answers");
        }
    }

    /** Asks a person in place of a machine that could not look; false if this result is none of that kind. */
    boolean takesOver(CheckRun asked, Result result) {
        SignOff signOff = asked.check().question().orElse(null);
        if (signOff == null || result.status() != Status.ERROR || !result.mark().couldNotLook() || run.isStopped()) {
            return false;
        }
        run.board().looked(asked.node());
        asked.over(result);
        Line line = asked.node().line().asking(signOff);
        OptionalInt none = OptionalInt.empty();
        Question question = Answers.question(
                checklist, line, signOff, none, result.message(), Before.of(asked.node(), run.board()));
        ask(asked.node(), question, signOff.files(), null, result);
        return true;
    }

    /** Asks a person in place of a check that the run does not allow; false if the check has no question. */
    boolean standsIn(Node node, Check check, String why) {
        SignOff signOff = check.question().orElse(null);
        if (signOff == null) {
            return false;
        }
        run.board().looked(node);
        Line line = node.line().asking(signOff);
        Question question =
                Answers.question(checklist, line, signOff, OptionalInt.empty(), why, Before.of(node, run.board()));
        Result machine = new Result(node.line(), Status.PENDING, why, List.of(), Result.Details.NONE);
        ask(node, question, signOff.files(), null, machine);
        return true;
    }

    private void ask(
            Node node, Question question, List<Path> files, @Nullable Rating rating, @Nullable Result machine) {
        run.tell(listener -> listener.lineStarted(question.line()));
        people.ask(question, files, reply -> {
            if (!node.isEnded()) {
                Result answered = Answers.judge(reply.question(), rating, reply, run.wallClock())
                        .masked(run.redactor())
                        .after(machine);
                node.uncapped(answered);
                run.ended(node, run.waivers().applyTo(Capping.applyTo(node, rating, answered)));
            }
        });
    }

    /** Leaves a question open when the run ends. */
    void stop(Node node, String reason) {
        CheckRun asked = node.run();
        Optional<SignOff> inPlace = node.entry().item() instanceof Check check ? check.question() : Optional.empty();
        Line line = inPlace.map(node.line()::asking).orElse(node.line());
        String message = Answers.waiting(line) + "; no answer before the end of the run: " + reason;
        Result open = new Result(line, Status.PENDING, message, List.of(), Result.Details.NONE);
        run.ended(node, open.after(asked == null ? null : asked.over()));
    }
}
