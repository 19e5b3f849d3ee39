package dev.checklist.report;

import java.time.Duration;

/**
 * Is one test case of a JUnit XML file, not yet made safe.
 *
 * @param group the class name: the sections around the line
 * @param name the line
 * @param time from the start of the first look to the end of the last
 * @param ending how a build server is to count it
 * @param type the word for the kind of failure or error; blank for others
 * @param message what was found; blank if it passed
 * @param output everything else that is known
 */
record JUnitCase(String group, String name, Duration time, Ending ending, String type, String message, String output) {
    enum Ending {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    static JUnitCase skipped(String group, String name, String message) {
        return new JUnitCase(group, name, Duration.ZERO, Ending.SKIPPED, "", message, "");
    }
}
