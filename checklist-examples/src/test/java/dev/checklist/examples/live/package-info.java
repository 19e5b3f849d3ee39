/** The pages against a real API server and a real object store: see docs/live.md. */
@NullMarked
package dev.checklist.examples.live;

import org.jspecify.annotations.NullMarked;
