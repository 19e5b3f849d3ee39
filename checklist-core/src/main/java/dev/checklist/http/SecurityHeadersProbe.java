package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.List;
import java.util.stream.Stream;

/** Looks at the security headers of a page, and of an error page beside it, where servers often leave them out. */
record SecurityHeadersProbe(Asker asker, Call call) implements Probe {
    private static final String EXPECTED = "security headers";

    SecurityHeadersProbe {
        if (!call.isSafe()) {
            throw new IllegalArgumentException("method is " + call.method() + ": expected GET or HEAD");
        }
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        return asker.judge(call, EXPECTED, () -> {
            Answer page = asker.read(context, call);
            return page.seen(page.isSuccess() ? judge(context, page) : Content.notSuccess(EXPECTED, page));
        });
    }

    private Outcome judge(CheckContext context, Answer page) throws Exception {
        HeaderFindings here = findings(page);
        Answer other;
        try {
            other = asker.read(context, asker.stranger(call));
        } catch (NoAnswerException e) {
            return here.problems().isEmpty()
                    ? Outcome.error("expected " + EXPECTED + " but could not see an error page: " + e.getMessage())
                    : failed(here.problems());
        }
        if (other.status() == 429 || other.status() >= 500) {
            return here.problems().isEmpty()
                    ? Outcome.error(
                            "expected " + EXPECTED + " but a page that does not exist was answered " + other.status())
                    : failed(here.problems());
        }
        return judge(here, findings(other), other);
    }

    private static Outcome judge(HeaderFindings page, HeaderFindings error, Answer other) {
        boolean isErrorPage = other.status() >= 400;
        List<String> there = isErrorPage
                ? error.problems().stream()
                        .filter(problem -> !page.problems().contains(problem))
                        .map(problem -> "the error page (" + other.status() + "): " + problem)
                        .toList()
                : List.of();
        List<String> all =
                Stream.concat(page.problems().stream(), there.stream()).toList();
        Outcome outcome = all.isEmpty()
                ? Outcome.passed("found the security headers on the page"
                        + (isErrorPage ? " and on an error page (" + other.status() + ")" : ""))
                : failed(all);
        for (String warning : page.warnings()) {
            outcome = outcome.warning(warning);
        }
        return isErrorPage
                ? outcome
                : outcome.warning("no error page was seen: a made-up page was answered " + other.status());
    }

    private static HeaderFindings findings(Answer answer) {
        return SecurityHeaders.judge(answer.headers(), answer.call().address().isHttps());
    }

    private static Outcome failed(List<String> problems) {
        return Outcome.failed("expected " + EXPECTED + " but found " + String.join("; ", problems));
    }
}
