package dev.checklist.k8s;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names what is reviewed, as kubectl does: {@code pods}, {@code deployments.apps}, {@code pods/log}.
 *
 * @param group the API group, empty for the core
 * @param resource the plural
 * @param subresource empty for the resource itself
 */
record ResourceName(String group, String resource, String subresource) {
    private static final Pattern NAME = Pattern.compile("([a-z0-9-]+)(?:\\.([a-z0-9.-]+))?(?:/([a-z]+))?");
    private static final Set<String> VERBS = Set.of(
            "get",
            "list",
            "watch",
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection",
            "impersonate",
            "bind",
            "escalate",
            "use");

    static ResourceName of(@Nullable String text) {
        Matcher matcher = NAME.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the resource is " + (text == null ? "null" : "\"" + text + "\"")
                    + ": expected one such as pods, deployments.apps or pods/log; * would say nothing of any of them");
        }
        return new ResourceName(
                matcher.group(2) == null ? "" : matcher.group(2),
                matcher.group(1),
                matcher.group(3) == null ? "" : matcher.group(3));
    }

    /** Refuses a verb that nobody has: whatever is misspelled is never allowed. */
    static String verb(@Nullable String verb) {
        if (verb == null || !VERBS.contains(verb)) {
            throw new IllegalArgumentException(
                    "the verb is " + (verb == null ? "null" : "\"" + verb + "\"") + ": expected one of "
                            + String.join(", ", VERBS.stream().sorted().toList()));
        }
        return verb;
    }

    /** Returns the name within its group and version, as the server lists it. */
    String listed() {
        return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }

    @Override
    public String toString() {
        return resource + (group.isEmpty() ? "" : "." + group) + (subresource.isEmpty() ? "" : "/" + subresource);
    }
}
