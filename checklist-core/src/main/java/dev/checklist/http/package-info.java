/**
 * Checks of HTTP endpoints over {@code java.net.http}: status, latency, body, JSON values, headers and redirects.
 *
 * <p>Start with {@link dev.checklist.http.HttpChecks}. An endpoint is a subject, each of its predicates makes one line.
 */
@NullMarked
@CheckReturnValue
package dev.checklist.http;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
