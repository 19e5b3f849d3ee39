/** Answers that last, and the ways to lose, forge or misread them. */
package dev.checklist.attestation;
