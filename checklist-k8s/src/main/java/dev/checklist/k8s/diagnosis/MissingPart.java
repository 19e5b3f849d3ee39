package dev.checklist.k8s.diagnosis;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the Secret, ConfigMap or key that a pod refers to and that is not there, in the words of the kubelet. */
final class MissingPart {
    private static final Pattern OBJECT =
            Pattern.compile("\\b(secrets?|configmaps?) \"([^\"]+)\" not found", Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY = Pattern.compile(
            "couldn't find key (\\S+) in (Secret|ConfigMap) (?:[^/\\s]+/)?([^\\s,;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOUNTED_KEY =
            Pattern.compile("references non-existent (secret|config) key: ([^\\s,;]+)", Pattern.CASE_INSENSITIVE);

    private MissingPart() {}

    static Optional<String> in(String message) {
        Matcher object = OBJECT.matcher(message);
        if (object.find()) {
            return Optional.of("the " + kind(object.group(1)) + " " + object.group(2) + " is missing");
        }
        Matcher key = KEY.matcher(message);
        if (key.find()) {
            return Optional.of("the " + kind(key.group(2)) + " " + key.group(3) + " has no key " + key.group(1));
        }
        Matcher mounted = MOUNTED_KEY.matcher(message);
        return mounted.find()
                ? Optional.of("the mounted " + kind(mounted.group(1)) + " has no key " + mounted.group(2))
                : Optional.empty();
    }

    private static String kind(String word) {
        return word.toLowerCase(Locale.ROOT).startsWith("secret") ? "secret" : "config map";
    }
}
