/** The deployment checklist of Trackdéchets, a page of 159 boxes, as plain Java. */
@NullMarked
@CheckReturnValue
package dev.checklist.examples.trackdechets;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
