/** The runner, what it reports, and what it can be given: clock, listeners, attestors, waivers. */
@NullMarked
@CheckReturnValue
package dev.checklist.run;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
