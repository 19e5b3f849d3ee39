/**
 * Checks of the machine that runs the list: tools, files, manifests, git history, scan reports and environment
 * variables.
 *
 * <p>Start with {@link dev.checklist.local.LocalChecks}.
 */
@NullMarked
@CheckReturnValue
package dev.checklist.local;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
