package dev.checklist.examples.page;

import dev.checklist.Checklist;
import dev.checklist.history.RunArchive;
import java.util.Map;

/** Is a page of paper as checklists, one for each phase; to be closed when they have run. */
public interface Page extends AutoCloseable {
    /** Names the page as a command line does, as in {@code ticketer}. */
    String name();

    /**
     * Returns its phases that have lines, in the order of time. All are about the same release, place and cluster.
     *
     * @throws IllegalArgumentException if a setting is no name of its kind
     */
    Map<Phase, Checklist> phases();

    /** Returns where the reports of its phases are kept: whoever runs a phase adds its report, since later lines read them. */
    RunArchive archive();

    /** Returns the values that no report may show. */
    String[] secrets();

    @Override
    void close();
}
