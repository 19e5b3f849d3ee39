/**
 * The language of checklists: every word that a list needs, as immutable values.
 *
 * <p>Start with {@link dev.checklist.Checklists}, the one static import, and run the result with {@code
 * dev.checklist.run.ChecklistRunner}.
 */
@NullMarked
@CheckReturnValue
package dev.checklist;

import org.jspecify.annotations.NullMarked;
