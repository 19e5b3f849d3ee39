package dev.checklist.k8s;

import dev.checklist.Outcome;

/** Is a probe of one Secret that is read by its name; no exception of a rule, which could quote a value, leaves it. */
interface SecretProbe extends ObjectProbe {
    Outcome judge(SecretData data, Reader reader) throws Exception;

    @Override
    default Rights needs() {
        return Rights.get(ResourceType.SECRET, place());
    }

    @Override
    default Outcome judge(Reader reader) throws Exception {
        SecretData data = SecretData.read(reader, place());
        try {
            return judge(data, reader);
        } catch (RuntimeException e) {
            // Its message may hold the value, so that only its class may be shown
            return Outcome.error("the secret " + place().name() + " could not be judged: "
                    + e.getClass().getSimpleName());
        }
    }
}
