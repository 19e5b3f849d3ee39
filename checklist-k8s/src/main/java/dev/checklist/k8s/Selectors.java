package dev.checklist.k8s;

import org.jspecify.annotations.Nullable;

/** Refuses label selectors that would select everything by mistake. */
final class Selectors {
    private Selectors() {}

    static String checked(@Nullable String labelSelector) {
        if (labelSelector == null || labelSelector.isBlank()) {
            throw new IllegalArgumentException("the label selector is " + (labelSelector == null ? "null" : "blank")
                    + ": give one such as app=api");
        }
        return labelSelector.strip();
    }
}
