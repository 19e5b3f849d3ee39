package dev.checklist;

/** Says in which order the parts of a list or section start. */
public enum Flow {
    /** Sections keep the order of the page; plain items next to each other run together. */
    PAGE,
    /** Each item is a gate for the next. */
    STEPS,
    /** All parts start together. */
    CONCURRENT
}
