/**
 * What earlier runs of a list found: an archive of their reports, and soak windows computed from it.
 *
 * <p>Nothing here starts a run: a cron job or a {@code ScheduledExecutorService} does, and archives each report.
 */
@NullMarked
@CheckReturnValue
package dev.checklist.history;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
