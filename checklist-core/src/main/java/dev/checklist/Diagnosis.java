package dev.checklist;

/**
 * Collects what helps a person to find the cause of a failed check.
 *
 * <p>Runs once, after the last failing attempt, for 10 seconds and 64 KiB of text at most. What it throws becomes a
 * note in the report and never changes the status.
 */
@FunctionalInterface
public interface Diagnosis {
    /** Describes the likely cause of the given outcome in words. */
    String diagnose(CheckContext context, Outcome outcome) throws Exception;
}
