package dev.checklist;

/**
 * Is a probe that says beforehand which read it could share, so that all who could are counted before the first asks:
 * one thing is read by itself, many of a kind are read together.
 *
 * <p>Counted are checks of a list, not alternatives, conditions or diagnoses.
 */
public interface SharingProbe extends Probe {
    /**
     * Returns a record that is equal for all probes that one read could serve. Called on the runner's own thread, so it
     * must not wait; what it throws is as if the probe shared nothing.
     */
    Record shares();
}
