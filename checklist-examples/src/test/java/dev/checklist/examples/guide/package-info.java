/** Compiles the snippets of docs/guide.md. */
@NullMarked
package dev.checklist.examples.guide;

import org.jspecify.annotations.NullMarked;
