/**
 * Runs pages from a command line: small enough to be copied into a tool of your own, where {@code Pages} and {@code
 * DemoWorld} are what you replace.
 */
@NullMarked
@CheckReturnValue
package dev.checklist.examples.launcher;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
