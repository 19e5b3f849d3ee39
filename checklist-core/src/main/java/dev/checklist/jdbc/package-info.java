/**
 * Checks of a database by way of a {@link javax.sql.DataSource}; the driver is the caller's.
 *
 * <p>Start with {@link dev.checklist.jdbc.JdbcChecks}.
 */
@NullMarked
@CheckReturnValue
package dev.checklist.jdbc;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
