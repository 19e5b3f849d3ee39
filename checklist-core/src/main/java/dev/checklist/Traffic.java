package dev.checklist;

/**
 * Says at the end of a run what it asked of one target. Keep one under {@link CheckContext#perRun}: the report shows it
 * at its head.
 */
public interface Traffic {
    /** Returns which target, such as an address without user info. */
    String target();

    /** Returns what was asked of it in words, such as "14 requests, 3 pages, 1.2 MB"; blank if nothing. */
    String inWords();
}
