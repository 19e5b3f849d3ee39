@org.jspecify.annotations.NullMarked
package dev.checklist.history;
