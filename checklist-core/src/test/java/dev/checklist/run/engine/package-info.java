/** Tests of the engine from outside: faults with good neighbours, time, threads and what they share. */
@NullMarked
package dev.checklist.run.engine;

import org.jspecify.annotations.NullMarked;
