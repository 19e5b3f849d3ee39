package dev.checklist.k8s;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows what roles and bindings may be called: more than other objects, such as {@code system:node}. */
final class AccessNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:._-]{1,253}");

    private AccessNames() {}

    /** Refuses, when the list is built, a name that could change the path. */
    static String checked(String what, @Nullable String name) {
        if (name == null || !isName(name)) {
            throw new IllegalArgumentException("the " + what + " is " + (name == null ? "null" : "\"" + name + "\"")
                    + ": expected letters, digits, ':', '.', '_' and '-'");
        }
        return name;
    }

    /** Refuses the same in what the server answered. */
    static String role(@Nullable String name) throws Refusal {
        if (name == null || !isName(name)) {
            throw Refusal.error("the name \"" + name + "\" in a role binding cannot be looked up");
        }
        return name;
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.matches("\\.+");
    }
}
