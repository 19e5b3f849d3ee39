package dev.checklist.examples.launcher;

import dev.checklist.run.Attestation;
import dev.checklist.run.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Is what a person answers. */
final class Reply {
    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who answers.")
    private String by = "";

    @Option(names = "--role", paramLabel = "ROLE", description = "In which role; default: the one that the line names.")
    private @Nullable String role;

    @ArgGroup(multiplicity = "1")
    private Word word = new Word();

    @Option(names = "--comment", paramLabel = "TEXT", description = "What is to be added.")
    private @Nullable String comment;

    @Option(
            names = "--evidence",
            paramLabel = "LINK|FILE",
            description = "What shows it: a link, or a file, of which the digest is kept.")
    private @Nullable String evidence;

    /** Is the answer itself: one of three. */
    static final class Word {
        @Option(names = "--confirm", required = true, description = "Yes, it is so.")
        private boolean confirm;

        @Option(names = "--refuse", required = true, description = "No: the line is FAILED then.")
        private boolean refuse;

        @Option(names = "--rate", required = true, paramLabel = "N", description = "So many points.")
        private @Nullable Integer rate;
    }

    /**
     * Answers a question.
     *
     * @throws IllegalArgumentException if it is not answered like that
     * @throws IOException if the file of the evidence cannot be read
     */
    Attestation to(Question question) throws IOException {
        if (word.confirm && question.scale().isPresent()) {
            throw new IllegalArgumentException(question.line() + " is a rating: use --rate 1 to "
                    + question.scale().getAsInt() + ", or --refuse");
        }
        boolean lacksEvidence = question.needsEvidence() && evidence == null && !word.refuse;
        if (lacksEvidence) {
            throw new IllegalArgumentException(
                    question.line() + " counts only with evidence: add --evidence LINK|FILE");
        }
        Attestation answer = answer(question);
        Attestation commented = comment == null ? answer : answer.withComment(comment);
        Attestation inRole = role == null ? commented : commented.as(role);
        return evidence == null ? inRole : proven(inRole, evidence);
    }

    private Attestation answer(Question question) {
        if (word.rate != null) {
            return question.ratedBy(by, word.rate);
        }
        return word.refuse ? question.refusedBy(by) : question.confirmedBy(by);
    }

    private static Attestation proven(Attestation answer, String evidence) throws IOException {
        try {
            Path file = Path.of(evidence);
            return Files.isRegularFile(file) ? answer.withEvidence(file) : answer.withEvidence(evidence);
        } catch (InvalidPathException e) {
            return answer.withEvidence(evidence); // a link, then
        }
    }
}
