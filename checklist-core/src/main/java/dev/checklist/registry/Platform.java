package dev.checklist.registry;

import dev.checklist.json.Json;
import org.jspecify.annotations.Nullable;

/** Is where an image runs, in Go's words. */
record Platform(String os, String architecture, String variant) {
    static Platform parse(@Nullable String text) {
        if (text == null || !text.matches("[a-z0-9]+/[a-z0-9_]+(/[a-z0-9.]+)?")) {
            throw new IllegalArgumentException("platform is " + (text == null ? "null" : "\"" + text + "\"")
                    + ": expected os/architecture, such as linux/amd64");
        }
        String[] parts = text.split("/");
        return new Platform(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
    }

    /** Reads what an index or a configuration says. */
    static Platform of(Json json) {
        return new Platform(
                json.at("os").text().orElse(""),
                json.at("architecture").text().orElse(""),
                json.at("variant").text().orElse(""));
    }

    boolean isKnown() {
        return !os.isEmpty() && !architecture.isEmpty() && !os.equals("unknown");
    }

    /** Tells whether a wanted platform is this one; without a variant any will do. */
    boolean satisfies(Platform wanted) {
        return os.equals(wanted.os)
                && architecture.equals(wanted.architecture)
                && (wanted.variant.isEmpty() || wanted.variant.equals(variant));
    }

    @Override
    public String toString() {
        String text = os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
