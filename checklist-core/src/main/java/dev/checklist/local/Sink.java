package dev.checklist.local;

import java.io.IOException;

/** Takes what a program writes, as it comes. */
@FunctionalInterface
interface Sink {
    /** Takes the first bytes of a buffer that is used again afterwards; what it throws ends the program. */
    void take(byte[] buffer, int length) throws IOException;
}
