/** The state of a world as immutable data, and how it is read from files. */
@NullMarked
package dev.checklist.examples.world.state;

import org.jspecify.annotations.NullMarked;
