package dev.checklist.http;

/** Is what was read of a body. */
final class Body {
    static final Body NONE = new Body(new byte[0], true);

    private final byte[] bytes;
    private final boolean complete;

    Body(byte[] bytes, boolean complete) {
        this.bytes = bytes;
        this.complete = complete;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int size() {
        return bytes.length;
    }

    /** Tells whether the body ended before the limit was reached. */
    boolean isComplete() {
        return complete;
    }
}
