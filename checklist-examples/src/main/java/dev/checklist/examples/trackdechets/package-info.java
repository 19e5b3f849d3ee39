/** The Trackdéchets checklist of two pages, as code. */
@NullMarked
package dev.checklist.examples.trackdechets;

import org.jspecify.annotations.NullMarked;
