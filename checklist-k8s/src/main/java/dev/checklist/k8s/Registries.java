package dev.checklist.k8s;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses what no image can name as its registry. */
final class Registries {
    private static final Pattern HOST =
            Pattern.compile("localhost(?::\\d{1,5})?|[\\w-]+(?:\\.[\\w-]+)*(?:\\.[\\w-]+|:\\d{1,5})(?::\\d{1,5})?");

    private Registries() {}

    static String host(@Nullable String host) {
        if (host == null || !HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("the registry is " + (host == null ? "null" : "\"" + host + "\"")
                    + ": expected the host that images name, such as registry.example or registry.example:5000");
        }
        return host;
    }
}
