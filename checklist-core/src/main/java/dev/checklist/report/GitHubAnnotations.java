package dev.checklist.report;

import dev.checklist.Checklist;
import dev.checklist.run.Report;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Writes the causes of a report as workflow commands, which GitHub Actions shows beside the run: causes as errors,
 * findings as warnings, open questions as notices. Write it to the standard output of a step.
 *
 * <p>GitHub shows ten of each level for a step; the last of them says how many more there are. A blank list has none.
 */
public final class GitHubAnnotations implements Renderer {
    private static final int MOST = 10;

    private GitHubAnnotations() {}

    /** Makes a renderer. */
    public static GitHubAnnotations create() {
        return new GitHubAnnotations();
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        List<Annotation> all = Annotation.of(report);
        for (Annotation.Level level : Annotation.Level.values()) {
            List<Annotation> some =
                    all.stream().filter(one -> one.level() == level).toList();
            int shown = some.size() > MOST ? MOST - 1 : some.size();
            for (Annotation annotation : some.subList(0, shown)) {
                write(level, annotation.title(), annotation.message(), out);
            }
            if (some.size() > shown) {
                write(level, report.title(), "and " + (some.size() - shown) + " more, which the report has", out);
            }
        }
    }

    private static void write(Annotation.Level level, String title, String message, Appendable out) throws IOException {
        out.append("::")
                .append(level.name().toLowerCase(Locale.ROOT))
                .append(" title=")
                .append(data(title).replace(":", "%3A").replace(",", "%2C"))
                .append("::")
                .append(data(message))
                .append('\n');
    }

    private static String data(String text) {
        return Visible.line(text).replace("%", "%25");
    }

    @Override
    public void render(Checklist list, Appendable out) {
        // nothing is wrong with a list that was not run
    }
}
