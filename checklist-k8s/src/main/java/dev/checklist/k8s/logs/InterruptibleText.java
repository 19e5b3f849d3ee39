package dev.checklist.k8s.logs;

/** Is a text that stops whoever reads it on an interrupted thread: a pattern may look at it for ever. */
final class InterruptibleText implements CharSequence {
    private final CharSequence text;

    InterruptibleText(CharSequence text) {
        this.text = text;
    }

    /** Ends a match from within. */
    static final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interruption() {
            super("interrupted", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interruption();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new InterruptibleText(text.subSequence(start, end));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
