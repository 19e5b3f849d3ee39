package dev.checklist.k8s;

/** Says why there is no HTTP answer, as the end of a sentence that begins with the server. */
final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswer(String words) {
        super(words, null, false, false);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
