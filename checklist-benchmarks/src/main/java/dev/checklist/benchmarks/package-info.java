/** Benchmarks through the public API with its defaults; {@code docs/benchmarks.md} has their figures. */
@NullMarked
package dev.checklist.benchmarks;

import org.jspecify.annotations.NullMarked;
