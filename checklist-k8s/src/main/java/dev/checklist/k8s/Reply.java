package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.Status;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Is one HTTP answer of the API server; never shows its body, which may be a Secret. */
final class Reply {
    private static final int SHOWN = 200;

    private final int code;
    private final String contentType;
    private final int size;
    private final Supplier<InputStream> body;
    private final String retryAfter;

    /**
     * Is what came.
     *
     * @param code the HTTP status
     * @param contentType the media type, empty if none was given
     * @param size the length of the body in bytes
     * @param body gives the body from its start
     */
    Reply(int code, String contentType, int size, Supplier<InputStream> body) {
        this(code, contentType, size, body, "");
    }

    /**
     * Is what came, with its header Retry-After.
     *
     * @param retryAfter empty if there was none
     */
    Reply(int code, String contentType, int size, Supplier<InputStream> body, String retryAfter) {
        this.code = code;
        this.contentType = contentType;
        this.size = size;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    int code() {
        return code;
    }

    /** Returns how long the server, which is too busy, asks to wait; nothing if it is not, or asks for nothing. */
    Optional<Duration> retryAfter(Instant now) {
        return code == 429 ? RetryAfter.of(retryAfter, now) : Optional.empty();
    }

    /** Returns the length of the body in bytes. */
    int size() {
        return size;
    }

    /** Returns the body as an object of that type, or null if it is none: a login page is no answer. */
    <T> @Nullable T as(Class<T> type) {
        return isJson() ? Json.read(body.get(), type) : null;
    }

    /** Returns the body as a page of a list of that type, or null if it is none. */
    <T> @Nullable Page<T> page(Class<T> items) {
        return isJson() ? Json.readPage(body.get(), items) : null;
    }

    /** Returns the body as it stands, or null if it is no plain text. */
    @Nullable
    InputStream text() {
        return isOf("text/plain") ? body.get() : null;
    }

    private boolean isJson() {
        return isOf("application/json");
    }

    private boolean isOf(String type) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(type);
    }

    @Nullable
    Status status() {
        Status status = as(Status.class);
        return status != null && "Status".equals(status.getKind()) ? status : null;
    }

    /** Describes an answer that was not expected, by what the API server said about it. */
    @Override
    public String toString() {
        Status status = status();
        String message = status == null ? null : status.getMessage();
        String later = code == 429 && !retryAfter.isBlank() ? ", Retry-After " + cut(retryAfter) : "";
        if (message != null && !message.isBlank()) {
            return code + ": " + cut(message) + later;
        }
        return code + later + (contentType.isBlank() ? " without a content type" : " of type " + cut(contentType));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
