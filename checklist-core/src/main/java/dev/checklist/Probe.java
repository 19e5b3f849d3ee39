package dev.checklist;

/**
 * Looks once and says what it saw: the one extension point of the language.
 *
 * <p>Write probes as records, so that a list can be walked and its requests known. A probe runs on a worker thread, is
 * interrupted at its timeout, and must not keep its context.
 */
@FunctionalInterface
public interface Probe {
    /**
     * Looks once.
     *
     * @return what was seen; null becomes an ERROR
     * @throws AssertionError becomes FAILED
     * @throws Exception becomes ERROR
     */
    Outcome evaluate(CheckContext context) throws Exception;
}
