/**
 * Checks of a Kubernetes cluster: one small subject per kind of resource, each predicate one line of a list.
 *
 * <p>Start with {@link dev.checklist.k8s.KubernetesChecks}. What counts as healthy is decided by the pure rules in {@code
 * dev.checklist.k8s.health}.
 */
@NullMarked
@CheckReturnValue
package dev.checklist.k8s;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
