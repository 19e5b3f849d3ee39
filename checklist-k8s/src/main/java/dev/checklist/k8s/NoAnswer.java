package dev.checklist.k8s;

/** Says why there is no HTTP answer: what the server did, and how. */
final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final String before;
    private final String after;

    /**
     * Says it in two parts, between which stands what was asked for.
     *
     * @param verb such as "did not answer"
     * @param how such as " within 10.0 s"
     */
    NoAnswer(String verb, String how) {
        this(verb + " ", how, verb + how);
    }

    private NoAnswer(String before, String after, String message) {
        super(message, null, false, false);
        this.before = before;
        this.after = after;
    }

    /** Says what kept an answer from coming, with what was asked for at the end. */
    static NoAnswer because(String reason) {
        return new NoAnswer(reason + " (asked for /", ")", reason);
    }

    /** Returns the sentence without its subject. */
    String to(String path) {
        int query = path.indexOf('?');
        return before + (query < 0 ? path : path.substring(0, query)) + after;
    }
}
