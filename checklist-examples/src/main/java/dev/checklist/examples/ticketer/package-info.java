/** The deployment checklist of Ticketer, a page of 84 boxes, as plain Java. */
@NullMarked
@CheckReturnValue
package dev.checklist.examples.ticketer;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
