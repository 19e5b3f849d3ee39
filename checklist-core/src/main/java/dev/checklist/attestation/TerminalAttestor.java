package dev.checklist.attestation;

import dev.checklist.report.Visible;
import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks on a terminal what is due, one question at a time, and shows what was seen before.
 *
 * <p>A person types {@code y} or {@code n}, or a number for a rating; before that, as often as wanted,
 * {@code c <comment>}, {@code e <link or file>} and {@code by <name>}; {@code later}, or the end of the input, leaves
 * the line PENDING. Automatic lines that do not stand behind a question go on meanwhile.
 *
 * <p>Combine it with a file, so that answers last: {@code AttestationFile.at(path).asking(terminal)}.
 */
public final class TerminalAttestor implements Attestor {
    private final BufferedReader in;
    private final Appendable out;
    private @Nullable String name;
    private boolean ended;

    private TerminalAttestor(BufferedReader in, Appendable out, @Nullable String name) {
        this.in = in;
        this.out = out;
        this.name = name;
    }

    /** Asks in this way; the name of the person is the first thing that is asked. Closes neither of the two. */
    public static TerminalAttestor on(BufferedReader in, Appendable out) {
        return new TerminalAttestor(in, out, null);
    }

    /** Answers in this name, until another is typed. */
    public TerminalAttestor as(String who) {
        if (who == null || who.isBlank()) {
            throw new IllegalArgumentException("who is blank: give a name, or leave the call out");
        }
        return new TerminalAttestor(in, out, who);
    }

    @Override
    public synchronized Optional<Attestation> answer(Question question) throws IOException {
        if (ended) {
            return Optional.empty();
        }
        QuestionText.of(question).write(out);
        Draft draft = new Draft();
        while (true) {
            String who = name;
            say(who == null ? "your name> " : Visible.line(who) + "> ");
            String typed = in.readLine();
            if (typed == null) {
                ended = true;
                say(System.lineSeparator());
                return Optional.empty();
            }
            String text = typed.strip();
            if (text.equals("later") || text.equals("l")) {
                return Optional.empty();
            }
            if (who == null) {
                name = text.isEmpty() ? null : text;
                continue;
            }
            Optional<Attestation> answer = take(question, who, text, draft);
            if (answer.isPresent()) {
                return answer;
            }
        }
    }

    /** Holds what was typed of an answer before the answer itself. */
    private static final class Draft {
        private @Nullable String comment;
        private @Nullable String evidence;

        Attestation complete(Attestation answer) throws IOException {
            Attestation whole = comment == null ? answer : answer.withComment(comment);
            if (evidence == null) {
                return whole;
            }
            Path file = file(evidence);
            return file == null ? whole.withEvidence(evidence) : whole.withEvidence(file);
        }

        private static @Nullable Path file(String text) {
            try {
                Path path = Path.of(text);
                return Files.isRegularFile(path) ? path : null;
            } catch (java.nio.file.InvalidPathException e) {
                return null; // a link, then
            }
        }
    }

    private Optional<Attestation> take(Question question, String who, String text, Draft draft) throws IOException {
        int space = text.indexOf(' ');
        String word = space < 0 ? text : text.substring(0, space);
        String rest = space < 0 ? "" : text.substring(space).strip();
        if (rest.isEmpty() && !isBareWord(word)) {
            return help(question);
        }
        switch (word) {
            case "c", "comment" -> draft.comment = rest;
            case "e", "evidence" -> draft.evidence = rest;
            case "by" -> name = rest;
            case "y", "yes", "n", "no" -> {
                boolean isNo = word.startsWith("n");
                return rest.isEmpty() && (isNo || question.scale().isEmpty())
                        ? complete(question, isNo ? question.refusedBy(who) : question.confirmedBy(who), draft)
                        : help(question);
            }
            default -> {
                return rest.isEmpty() && isScore(word, question)
                        ? complete(question, question.ratedBy(who, Integer.parseInt(word)), draft)
                        : help(question);
            }
        }
        return Optional.empty();
    }

    private static boolean isBareWord(String word) {
        return !word.equals("c")
                && !word.equals("comment")
                && !word.equals("e")
                && !word.equals("evidence")
                && !word.equals("by");
    }

    private static boolean isScore(String word, Question question) {
        return question.scale().isPresent()
                && word.matches("[0-9]{1,4}")
                && Integer.parseInt(word) >= 1
                && Integer.parseInt(word) <= question.scale().getAsInt();
    }

    private Optional<Attestation> complete(Question question, Attestation answer, Draft draft) throws IOException {
        Attestation whole = draft.complete(answer);
        boolean lacksEvidence = question.needsEvidence()
                && whole.answer() != Attestation.Answer.REFUSED
                && whole.evidence().isEmpty();
        if (lacksEvidence) {
            say("This line needs evidence first: e <link or file>" + System.lineSeparator());
            return Optional.empty();
        }
        return Optional.of(whole);
    }

    private Optional<Attestation> help(Question question) throws IOException {
        say(QuestionText.help(question) + System.lineSeparator());
        return Optional.empty();
    }

    private void say(String text) throws IOException {
        out.append(text);
        if (out instanceof java.io.Flushable flushable) {
            flushable.flush();
        }
    }
}
