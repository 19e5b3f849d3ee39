package dev.checklist.report;

import dev.checklist.run.Result;
import java.io.IOException;
import java.util.List;

/** Sets the list itself: every section and line with its status, what was seen and when. */
final class TextTree {
    private static final int STEP = 2;
    private static final int LABEL = 8;

    private final TextPage page;
    private final TextStyle style;
    private final Times times;

    TextTree(TextPage page, TextStyle style, Times times) {
        this.page = page;
        this.style = style;
        this.times = times;
    }

    void write(List<Result> results) throws IOException {
        boolean inSection = false;
        for (Result result : results) {
            boolean isTop = result.line().depth() == 0;
            boolean isLine = result.line().kind().isLine();
            if (isTop && (inSection || !isLine) && result != results.get(0)) {
                page.blank();
            }
            inSection = !isTop || !isLine;
            if (isLine) {
                line(result);
            } else {
                page.words(lead(result, ""), Wording.section(result));
            }
        }
    }

    private void line(Result result) throws IOException {
        String message = Wording.message(result);
        String attempts = Wording.attempts(result);
        page.words(
                lead(result, times.seen(result)),
                Wording.title(result)
                        + (message.isBlank() ? "" : ": " + message)
                        + (attempts.isEmpty() ? "" : " (" + attempts + ")"));
        String before = " ".repeat(statusWidth() + times.width() + STEP + indent(result) + STEP);
        for (Detail detail : LineDetails.of(result)) {
            page.detail(before + TextStyle.padded(detail.label(), LABEL), detail);
        }
    }

    private String lead(Result result, String time) {
        int used =
                Symbol.of(result.status()).length() + 1 + result.status().name().length();
        return style.status(result.status())
                + " ".repeat(statusWidth() - used)
                + TextStyle.padded(time, times.width() + STEP)
                + " ".repeat(indent(result));
    }

    private static int statusWidth() {
        return 1 + 1 + Symbol.WORD + STEP;
    }

    private static int indent(Result result) {
        return result.line().depth() * STEP;
    }
}
