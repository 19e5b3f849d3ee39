/** What a launcher knows of a list: its phases, which are checklists of their own. */
@NullMarked
@CheckReturnValue
package dev.checklist.examples.page;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
