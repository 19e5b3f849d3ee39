package dev.checklist.http;

import dev.checklist.Outcome;

/** Tells a server that knows its pages from one that answers every path with a login page or an application's shell. */
final class CatchAll {
    private CatchAll() {}

    /**
     * Tells whether a made-up page was answered like the asked one. Bodies are not compared: a login page has another
     * token in each copy.
     */
    static boolean answersAlike(Answer asked, Answer madeUp) {
        return madeUp.isSuccess()
                && madeUp.contentType().essence().equals(asked.contentType().essence());
    }

    static Outcome found(String expected, Answer asked) {
        return Outcome.failed("expected " + expected + " of a page of its own but this server answers "
                + asked.status() + " for every path (a made-up one too, both of content type " + asked.shownType()
                + "), as a login page or a single-page application does: look at the content with hasBodyContaining or"
                + " hasJsonAt, or say evenIfEveryPathAnswers()");
    }

    static Outcome unknown(Answer asked, NoAnswerException why) {
        return Outcome.error("answered " + asked.status()
                + ", but could not see whether this server answers so for every path: " + why.getMessage());
    }
}
