package dev.checklist.k8s.diagnosis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Quotes what the cluster says in one line. It is never cut here: half a secret is known to nobody, and not masked. */
final class Words {
    private Words() {}

    static String line(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip().replaceAll("\\s+", " ");
    }

    /** Adds a text behind a separator, if there is one. */
    static String and(String separator, @Nullable String text) {
        String line = line(text);
        return line.isEmpty() ? "" : separator + line;
    }
}
