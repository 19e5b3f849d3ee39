package dev.checklist.examples.launcher;

import java.io.IOException;
import java.util.Map;

/** Knows where pages are run: in a world of our own, or where settings files say. */
interface Places extends AutoCloseable {
    /**
     * Returns the settings of a page, by name.
     *
     * @throws IllegalArgumentException if there are none, or they cannot be read
     */
    Map<String, String> settings(String page);

    @Override
    default void close() throws IOException {
        // files stay where they are
    }
}
