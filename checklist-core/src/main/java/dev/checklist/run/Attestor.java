package dev.checklist.run;

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

    /** Answers nothing, so that every question stays open. */
    static Attestor none() {
        return question -> Optional.empty();
    }
}
