package dev.checklist.k8s;

import dev.checklist.Outcome;

/**
 * Is what a check said of what it read, and can be asked what it would say of something else.
 *
 * @param reader what it read
 */
record Verdict(ClusterProbe probe, Reader reader, Outcome outcome) {

    /** Tells whether it would come to another verdict; when it cannot tell, a fresh look must. */
    boolean changesWith(Record read, Reading<?> found) {
        try {
            Outcome then = probe.look(reader.imagining(read, found));
            return then.status() != outcome.status()
                    || then.isConclusive() != outcome.isConclusive()
                    || then.mark() != outcome.mark();
        } catch (Unimaginable missing) {
            return missing.isObject();
        } catch (Exception e) {
            return true;
        }
    }

    /** Tells whether it rests on objects and lists alone: what logs or reviews would say, no change of an object tells. */
    boolean isImaginable() {
        try {
            return probe.look(reader.imagining()).status() == outcome.status();
        } catch (Exception e) {
            return false;
        }
    }
}
