/** The launcher of the examples: small enough to copy into a tool of one's own. */
@NullMarked
package dev.checklist.examples;

import org.jspecify.annotations.NullMarked;
