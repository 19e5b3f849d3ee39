package dev.checklist.k8s.secret;

/** Says what keeps a text from being a URL; the message never quotes it. */
public final class NotAUrlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String flaw;

    NotAUrlException(String flaw) {
        super(flaw, null, false, false);
        this.flaw = flaw;
    }

    /** Returns what keeps the text from being a URL. */
    public String flaw() {
        return flaw;
    }
}
