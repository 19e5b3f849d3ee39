/** A second, single-threaded formulation of the rules of meaning, and random lists to hold against the runner. */
package dev.checklist.model;
