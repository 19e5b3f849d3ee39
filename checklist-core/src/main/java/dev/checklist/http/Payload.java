package dev.checklist.http;

import org.jspecify.annotations.Nullable;

/** Is the body of a request. */
record Payload(String contentType, String text) {
    static Payload of(@Nullable String contentType, @Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("body is null: give a text, or leave the call out");
        }
        return new Payload(Header.of("Content-Type", contentType).value(), text);
    }

    /** Shows the type only. */
    @Override
    public String toString() {
        return contentType + " ***";
    }
}
