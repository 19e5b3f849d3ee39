package dev.checklist;

/**
 * Removes what a writing check left behind.
 *
 * <p>Runs after all items that require the check, also when the check timed out or the run was cancelled, for 10
 * seconds at most. What it throws turns the check into FAILED, so name there what was left.
 */
@FunctionalInterface
public interface Cleanup {
    /** Removes what the check made; the outcome tells what that was, as far as it is known. */
    void cleanUp(CheckContext context, Outcome outcome) throws Exception;
}
