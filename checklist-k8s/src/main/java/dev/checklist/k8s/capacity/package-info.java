/**
 * What the nodes of a cluster have, what its pods ask for and use, and what is left: pure functions of objects that were
 * read. What cannot be read as a quantity is never taken for zero.
 */
@NullMarked
package dev.checklist.k8s.capacity;

import org.jspecify.annotations.NullMarked;
