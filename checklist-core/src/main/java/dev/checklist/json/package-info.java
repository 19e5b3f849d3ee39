/** Reads what servers answer in JSON, strictly; for the providers of this module, and not exported. */
@NullMarked
@CheckReturnValue
package dev.checklist.json;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
