/**
 * Says in words why pods do not run: pure rules over the states of containers, the events and the last lines of logs, in
 * the order in which a person would look. They explain a failure and never decide one.
 */
@NullMarked
package dev.checklist.k8s.diagnosis;

import org.jspecify.annotations.NullMarked;
