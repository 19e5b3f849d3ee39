package dev.checklist.k8s;

/** Says why there is no HTTP answer: what the server did, and how. */
final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final String verb;
    private final String how;

    /**
     * Says it in two parts, between which stands what was asked for.
     *
     * @param verb such as "did not answer"
     * @param how such as " within 10.0 s"
     */
    NoAnswer(String verb, String how) {
        super(verb + how, null, false, false);
        this.verb = verb;
        this.how = how;
    }

    /** Returns the sentence without its subject. */
    String to(String path) {
        int query = path.indexOf('?');
        return verb + " " + (query < 0 ? path : path.substring(0, query)) + how;
    }
}
