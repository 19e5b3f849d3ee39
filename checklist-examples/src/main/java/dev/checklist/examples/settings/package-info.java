/** What both lists know of the place that they look at: values from a properties file, taken by name and checked. */
@NullMarked
@CheckReturnValue
package dev.checklist.examples.settings;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
