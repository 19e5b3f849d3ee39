/**
 * The verdict rules of Kubernetes objects: pure functions from what the API server answered to a {@link
 * dev.checklist.k8s.health.Health}. No rule reads the clock, the network or anything but its arguments, and none says
 * healthy for want of evidence: absent counters are zero, other absent fields are never taken for a good sign.
 */
@NullMarked
package dev.checklist.k8s.health;

import org.jspecify.annotations.NullMarked;
