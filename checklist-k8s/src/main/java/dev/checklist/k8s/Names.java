package dev.checklist.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses names that no API server would take (RFC 1123), before they become part of a path. */
final class Names {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    private static final String DOTTED = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)";
    private static final Pattern GROUP = Pattern.compile(DOTTED + "{1,9}");
    private static final Pattern DEFINITION = Pattern.compile(DOTTED + "{2,10}");
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z0-9]{0,62}");
    private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]{0,3}((alpha|beta)[1-9][0-9]{0,3})?");

    private Names() {}

    /** Accepts the name of a namespace or a service: 63 lower-case letters, digits and hyphens at most. */
    static String label(String what, @Nullable String name) {
        return matching(LABEL, what, name, 63);
    }

    /** Accepts the name of any other object: 253 lower-case letters, digits, hyphens and dots at most. */
    static String subdomain(String what, @Nullable String name) {
        return matching(SUBDOMAIN, what, name, 253);
    }

    /** Accepts the API group of a custom resource, which has a dot. */
    static String group(@Nullable String group) {
        return custom(GROUP, "API group", group, "example.com");
    }

    /** Accepts a kind as objects state it. */
    static String kind(@Nullable String kind) {
        return custom(KIND, "kind", kind, "Widget");
    }

    /** Accepts the full name of a custom resource definition. */
    static String definition(@Nullable String name) {
        return custom(DEFINITION, "name of the custom resource definition", name, "clusters.postgresql.cnpg.io");
    }

    /** Accepts a version of an API group. */
    static String version(@Nullable String version) {
        return custom(VERSION, "version", version, "v1");
    }

    private static String custom(Pattern pattern, String what, @Nullable String text, String example) {
        if (text == null || !pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("the " + what + " is " + (text == null ? "null" : "\"" + text + "\"")
                    + ": expected one such as " + example);
        }
        return text;
    }

    /** Returns the names of several objects in their order, each of them once. */
    static List<String> each(String first, String... more) {
        if (more == null) {
            throw new IllegalArgumentException("the array of further names is null: leave it out");
        }
        List<String> all = new ArrayList<>();
        all.add(first);
        for (String name : more) {
            if (all.contains(name)) {
                throw new IllegalArgumentException("the name \"" + name + "\" is given twice");
            }
            all.add(name);
        }
        return all;
    }

    private static String matching(Pattern pattern, String what, @Nullable String name, int longest) {
        if (name == null || !pattern.matcher(name).matches()) {
            throw new IllegalArgumentException("the " + what + " is " + (name == null ? "null" : "\"" + name + "\"")
                    + ": expected a Kubernetes name of at most " + longest
                    + " lower-case letters, digits and hyphens");
        }
        return name;
    }
}
