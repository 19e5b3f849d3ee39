package dev.checklist.report;

import dev.checklist.Checklist;
import dev.checklist.run.Report;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes a report, or the blank list before a run, in one format.
 *
 * <p>Renderers are immutable and safe to share. The same report gives the same text on every machine, whatever its
 * locale, time zone and line separator. What is written is Unicode: encode it as UTF-8.
 */
public interface Renderer {
    /**
     * Writes a report.
     *
     * @throws IOException if {@code out} throws it
     */
    void render(Report report, Appendable out) throws IOException;

    /**
     * Writes the blank list: what would be asked, without any result.
     *
     * @throws IOException if {@code out} throws it
     */
    void render(Checklist list, Appendable out) throws IOException;

    /** Returns a report as a string. */
    default String render(Report report) {
        StringBuilder text = new StringBuilder();
        try {
            render(report, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a StringBuilder does not fail", impossible);
        }
        return text.toString();
    }

    /** Returns the blank list as a string. */
    default String render(Checklist list) {
        StringBuilder text = new StringBuilder();
        try {
            render(list, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a StringBuilder does not fail", impossible);
        }
        return text.toString();
    }
}
