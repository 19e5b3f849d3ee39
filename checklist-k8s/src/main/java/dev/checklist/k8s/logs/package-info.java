/**
 * Decides what a log proves: pure rules over what was read, no client in sight. A log that was not read to its end, or
 * that may have been rotated, never proves that a line is missing.
 */
@NullMarked
package dev.checklist.k8s.logs;

import org.jspecify.annotations.NullMarked;
