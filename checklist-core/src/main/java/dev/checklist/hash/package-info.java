/** Hashes, for this module only. */
@NullMarked
package dev.checklist.hash;

import org.jspecify.annotations.NullMarked;
