/** The kit for people who test their own checks: a virtual clock, scripted probes, and no test framework. */
@NullMarked
@CheckReturnValue
package dev.checklist.testing;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
