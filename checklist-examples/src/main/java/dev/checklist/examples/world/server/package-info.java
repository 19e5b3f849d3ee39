/** The servers of a world: real sockets on the loopback address that answer what the state says. */
@NullMarked
package dev.checklist.examples.world.server;

import org.jspecify.annotations.NullMarked;
