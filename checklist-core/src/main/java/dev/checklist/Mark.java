package dev.checklist;

/** Tells apart the reasons for an {@link Status#ERROR}: broken, or merely out of sight. */
public enum Mark {
    /** Something went wrong: a time-out, an exception, an answer that cannot be read. */
    PLAIN,
    /** This store or cluster has no such API, or evidence cannot exist yet. */
    UNSUPPORTED,
    /** The account in use has no right to look. */
    NOT_PERMITTED;

    /** Tells whether a person may be asked instead, see {@link Check#orAsk}. */
    public boolean couldNotLook() {
        return this != PLAIN;
    }
}
