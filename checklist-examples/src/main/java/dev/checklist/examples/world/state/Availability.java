package dev.checklist.examples.world.state;

/** How a server meets its callers. */
public enum Availability {
    /** Answers. */
    UP,
    /** Accepts connections and never says a word. */
    HANGS,
    /** Refuses connections. */
    GONE
}
