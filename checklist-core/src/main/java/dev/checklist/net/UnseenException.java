package dev.checklist.net;

/** Says why nothing was seen, as the end of a sentence. */
final class UnseenException extends Exception {
    private static final long serialVersionUID = 1L;

    UnseenException(String words) {
        super(words);
    }
}
