package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether an answer, a success or a redirect, has a header.
 *
 * @param value the only value that the header may have; null if any will do
 */
record HeaderProbe(
        Asker asker, Call call, String name, @Nullable String value) implements Probe {
    private static final Pattern SECRET =
            Pattern.compile("cookie|auth|token|key|secret|session|signature|password", Pattern.CASE_INSENSITIVE);

    HeaderProbe {
        name = Header.named(name);
        if (value != null && value.isBlank()) {
            throw new IllegalArgumentException("the value of header " + name + " is blank: use hasHeader(name)");
        }
        value = value == null ? null : value.strip();
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        String expected = "header " + wanted();
        return asker.judge(context, call, expected, answer -> judge(expected, answer));
    }

    private Outcome judge(String expected, Answer answer) {
        if (answer.status() >= 400) {
            return Content.notSuccess(expected, answer);
        }
        List<String> values = answer.values(name);
        if (values.isEmpty()) {
            return Outcome.failed("expected " + expected + " but found no such header");
        }
        String found = values.stream().map(v -> Quote.of(call, shown(name, v))).collect(Collectors.joining(" and "));
        if (value == null) {
            return Outcome.passed("found " + name + ": " + found).with("header", found);
        }
        if (values.size() > 1) {
            return Outcome.failed("expected " + expected + " once but found different values: " + found);
        }
        if (!values.get(0).equals(value)) {
            return Outcome.failed("expected " + expected + " but found " + found);
        }
        Outcome passed = Outcome.passed("found " + name + ": " + found).with("header", found);
        int times = answer.headers().allValues(name).size();
        return times == 1 ? passed : passed.warning("the header is there " + times + " times, with equal values");
    }

    String wanted() {
        return name + (value == null ? "" : ": " + shown(name, value));
    }

    @Override
    public String toString() {
        return call + " has header " + wanted();
    }

    /** Shows a value unless its name says that it is a secret, as a session's cookie is. */
    private static String shown(String name, String value) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find() ? "*** (not shown)" : Quote.cut(value);
    }
}
