/** Bodies of HTTP answers, for this module only. */
@NullMarked
package dev.checklist.intake;

import org.jspecify.annotations.NullMarked;
