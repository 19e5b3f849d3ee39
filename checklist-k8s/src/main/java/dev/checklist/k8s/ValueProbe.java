package dev.checklist.k8s;

import dev.checklist.Outcome;
import java.util.Optional;

/** Is a probe of the value under one key of a Secret; its outcome names the rule that is broken, never the value. */
interface ValueProbe extends SecretProbe {
    String key();

    /** Says what the key does where the rule is kept, such as "is not empty". */
    String words();

    /** Says what is wrong without a word of the value; empty where nothing is. */
    Optional<String> flaw(SecretData data) throws Refusal;

    @Override
    default Outcome judge(SecretData data, Reader reader) throws Refusal {
        String rule = "the key " + key() + " " + words();
        return flaw(data)
                .map(flaw -> Outcome.failed("expected that " + rule + " but " + flaw))
                .orElseGet(() -> Outcome.passed(rule));
    }
}
