/** The rules of meaning: each test is a sentence of the specification. */
package dev.checklist.rules;
