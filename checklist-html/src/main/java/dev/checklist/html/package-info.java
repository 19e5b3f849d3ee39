/** Reports as one HTML page: no network, no script but its own, readable on paper, in the dark and by ear. */
@NullMarked
@CheckReturnValue
package dev.checklist.html;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
