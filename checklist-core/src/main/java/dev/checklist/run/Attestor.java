package dev.checklist.run;

import dev.checklist.Checklist;
import java.util.Optional;

/**
 * Answers sign-offs and ratings: a terminal, a file of earlier answers, a chat.
 *
 * <p>Asked once per item when it falls due, one question at a time, on a thread of its own, without a timeout.
 */
@FunctionalInterface
public interface Attestor {
    /**
     * Answers a question.
     *
     * @return the answer; empty leaves the line PENDING. An answer that belongs to another line, text or release is not
     *     taken: the line is PENDING again
     * @throws Exception leaves the line PENDING, with the message as a warning
     */
    Optional<Attestation> answer(Question question) throws Exception;

    /**
     * Prepares for a run of this list, once, on the thread that starts it; does nothing by default.
     *
     * @throws IllegalArgumentException if this list cannot be answered here; the run does not start
     */
    default void prepare(Checklist checklist) {}

    /** Says which kept answers were seen, for the report, at the end of a run; nothing by default. */
    default Optional<Ledger> ledger() {
        return Optional.empty();
    }

    /** Answers nothing, so that every question stays open. */
    static Attestor none() {
        return question -> Optional.empty();
    }
}
