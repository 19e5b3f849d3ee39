package dev.checklist.run;

import dev.checklist.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Masks values that are known to be secret, in all their {@link SecretForms}. */
final class KnownSecrets {
    /** Shorter values occur by chance, so that masking them would make reports unreadable. */
    static final int SHORTEST = 4;

    private final List<String> values;

    private KnownSecrets(List<String> values) {
        this.values = values;
    }

    @CanIgnoreReturnValue
    static KnownSecrets of(Collection<String> secrets) {
        Set<String> forms = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (secret == null || secret.strip().length() < SHORTEST) {
                throw new IllegalArgumentException("a secret has fewer than " + SHORTEST
                        + " characters: it cannot be masked without masking all else");
            }
            forms.addAll(SecretForms.of(secret));
        }
        List<String> longestFirst = new ArrayList<>(forms);
        longestFirst.removeIf(form -> form.length() < SHORTEST);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        return new KnownSecrets(List.copyOf(longestFirst));
    }

    String mask(String text) {
        String masked = text;
        for (String value : values) {
            if (masked.contains(value)) {
                masked = masked.replace(value, SecretPatterns.MASK);
            }
        }
        return masked;
    }
}
