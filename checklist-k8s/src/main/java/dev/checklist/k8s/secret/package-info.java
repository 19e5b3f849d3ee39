/**
 * The rules over the values of Secrets: pure functions that name the rule a value breaks and nothing of the value, not
 * its length, its beginning or a hash of it. No text of this package is made of a value.
 */
@NullMarked
package dev.checklist.k8s.secret;

import org.jspecify.annotations.NullMarked;
