/** The ways in which a world can be broken, as pure functions of its state. */
@NullMarked
package dev.checklist.examples.world.fault;

import org.jspecify.annotations.NullMarked;
