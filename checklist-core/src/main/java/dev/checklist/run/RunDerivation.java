package dev.checklist.run;

import dev.checklist.Derivation;

/** Is a derivation that also needs what lies outside this run, such as the archive of earlier ones. */
public interface RunDerivation extends Derivation {
    /**
     * Computes the line, on a worker thread, within the runner's timeout of an attempt.
     *
     * @throws Exception makes the line an ERROR
     */
    Finding derive(RunSoFar run) throws Exception;
}
