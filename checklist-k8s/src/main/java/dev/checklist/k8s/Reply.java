package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.jspecify.annotations.Nullable;

/**
 * Is one HTTP answer of the API server.
 *
 * @param code the HTTP status
 * @param contentType the media type, empty if none was given
 * @param body the text
 */
record Reply(int code, String contentType, String body) {
    private static final int SHOWN = 200;

    /** Returns the body as an object of that kind, or null if it is none: a login page is no answer. */
    <T> @Nullable T as(Class<T> type, KubernetesSerialization serialization) {
        if (!contentType.contains("json")) {
            return null;
        }
        try {
            return serialization.unmarshal(body, type);
        } catch (RuntimeException e) {
            return null; // the caller says that this is no answer of an API server
        }
    }

    @Nullable
    Status status(KubernetesSerialization serialization) {
        Status status = as(Status.class, serialization);
        return status != null && "Status".equals(status.getKind()) ? status : null;
    }

    /** Describes an answer that was not expected. */
    String describe(KubernetesSerialization serialization) {
        Status status = status(serialization);
        String message = status == null ? null : status.getMessage();
        if (message != null && !message.isBlank()) {
            return code + ": " + (message.length() > SHOWN ? message.substring(0, SHOWN) + "…" : message);
        }
        return code + (contentType.isEmpty() ? " without a content type" : " of type " + contentType);
    }
}
