/**
 * The rules over pods and templates beside their health: how much they may use, as whom they run, how often they
 * restarted, whether they answer. Pure functions; what is absent is never taken for a good sign.
 */
@NullMarked
package dev.checklist.k8s.pod;

import org.jspecify.annotations.NullMarked;
