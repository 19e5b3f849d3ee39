/** Changes the embedded world one thing at a time, to see whether the list notices. */
@NullMarked
package dev.checklist.examples.mutation;

import org.jspecify.annotations.NullMarked;
