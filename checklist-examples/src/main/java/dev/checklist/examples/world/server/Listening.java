package dev.checklist.examples.world.server;

import java.io.Closeable;

/** A part of the world that has taken a loopback port and gives it back when it is closed. */
public interface Listening extends Closeable {
    /** Names the port. */
    int port();
}
