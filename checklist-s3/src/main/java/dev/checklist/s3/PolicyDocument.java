package dev.checklist.s3;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is a bucket policy, as far as it says whom it lets in.
 *
 * <p>Everybody is {@code "*"} as a principal without a condition, as the IAM user guide defines a public policy; what
 * cannot be judged for certain is unknown, never harmless.
 */
record PolicyDocument(List<Map<?, ?>> statements) {
    /** Says whom a policy lets in. */
    enum Audience {
        NAMED_ACCOUNTS,
        UNKNOWN,
        EVERYBODY
    }

    /** Returns the policy, or null if the text is none. */
    static @Nullable PolicyDocument parse(@Nullable String text) {
        if (!(PolicyJson.read(text) instanceof Map<?, ?> policy)) {
            return null;
        }
        Object statement = policy.get("Statement");
        List<Map<?, ?>> statements = new ArrayList<>();
        for (Object one :
                statement instanceof Collection<?> many ? many : List.of(statement == null ? "" : statement)) {
            if (!(one instanceof Map<?, ?> map)) {
                return null;
            }
            statements.add(map);
        }
        return statements.isEmpty() ? null : new PolicyDocument(List.copyOf(statements));
    }

    Audience audience() {
        Audience widest = Audience.NAMED_ACCOUNTS;
        for (Map<?, ?> statement : statements) {
            Audience audience = audience(statement);
            widest = audience.compareTo(widest) > 0 ? audience : widest;
        }
        return widest;
    }

    private static Audience audience(Map<?, ?> statement) {
        Object effect = statement.get("Effect");
        if ("Deny".equals(effect)) {
            return Audience.NAMED_ACCOUNTS;
        }
        if (!"Allow".equals(effect)) {
            return Audience.UNKNOWN;
        }
        List<String> principals = new ArrayList<>();
        boolean readable = statement.get("NotPrincipal") == null && collect(statement.get("Principal"), principals);
        if (principals.contains("*")) {
            return statement.containsKey("Condition") ? Audience.UNKNOWN : Audience.EVERYBODY;
        }
        boolean named = readable && !principals.isEmpty() && principals.stream().allMatch(PolicyDocument::isAccount);
        return named ? Audience.NAMED_ACCOUNTS : Audience.UNKNOWN;
    }

    /** Collects the names; tells whether all of them are of accounts. */
    private static boolean collect(@Nullable Object principal, List<String> names) {
        if (principal instanceof String name) {
            return names.add(name);
        }
        if (principal instanceof Collection<?> many) {
            return many.stream().allMatch(one -> one instanceof String name && names.add(name));
        }
        if (principal instanceof Map<?, ?> byKind) {
            boolean readable = true;
            for (Map.Entry<?, ?> kind : byKind.entrySet()) {
                boolean accounts = "AWS".equals(kind.getKey())
                        || "CanonicalUser".equals(kind.getKey())
                        || "SCW".equals(kind.getKey());
                readable &= collect(kind.getValue(), names) && accounts;
            }
            return readable;
        }
        return false;
    }

    private static boolean isAccount(String name) {
        return !name.isBlank() && name.chars().noneMatch(c -> c == '*' || c == '?');
    }
}
