/**
 * Reports as text, Markdown, JSON and JUnit XML, blank lists, and live progress.
 *
 * <p>Every form writes to an {@link java.lang.Appendable} and never guesses what is behind it: colour, width and zone are
 * the caller's to decide. Whatever a title, a message or a server's answer contains stays text in every form.
 */
@NullMarked
@CheckReturnValue
package dev.checklist.report;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
