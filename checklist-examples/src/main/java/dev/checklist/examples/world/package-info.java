/**
 * The embedded world of the examples: a Kubernetes API server, the Ticketer application and its database on loopback
 * sockets, all of it decided by a {@link dev.checklist.examples.world.WorldState}.
 *
 * <p>Nothing here knows the checklist library: the checks meet this world as they would meet a real one.
 */
@NullMarked
package dev.checklist.examples.world;

import org.jspecify.annotations.NullMarked;
