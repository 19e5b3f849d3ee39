package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Looks whether paths are public that should not be, one after another.
 *
 * <p>The page itself and a made-up path are asked before and after: what changes in between, or refuses both, is a
 * firewall and no evidence.
 */
record ExposureProbe(Asker asker, Call call, List<String> paths) implements Probe {
    static final int MOST_PATHS = 12;
    static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Duration GAP = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_REFUSALS = 3;

    ExposureProbe {
        if (!call.method().equals("GET")) {
            throw new IllegalArgumentException("method is " + call.method() + ": expected GET");
        }
        if (paths.isEmpty() || paths.size() > MOST_PATHS) {
            throw new IllegalArgumentException(
                    "there are " + paths.size() + " paths: expected between 1 and " + MOST_PATHS);
        }
        for (String path : new LinkedHashSet<>(paths)) {
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                throw new IllegalArgumentException("path is \"" + path + "\": expected one that starts with a slash");
            }
            Address unused = call.address().relative("path", path);
            if (!unused.sameOrigin(call.address())) {
                throw new IllegalArgumentException("path is \"" + path + "\": expected one of the same server");
            }
        }
        paths = List.copyOf(paths);
        call = call.with(call.reading().expectingRefusal());
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        Asking asking = new Asking(context);
        // Nothing that the server wrote is kept anywhere but in this probe, so no read is shared.
        return asker.judge(call, expected(), () -> look(asking).with("url", call.address()));
    }

    private Outcome look(Asking asking) throws Exception {
        Answer page = asking.send(call);
        Answer madeUp = asking.send(asker.stranger(call));
        if (isFirewall(page) || (isRefusal(page) && isRefusal(madeUp))) {
            return Outcome.error(but() + "could not look: this server answers " + page.status() + " to "
                    + page.call().address() + " itself, so a refusal of other paths says nothing");
        }
        List<Exposure> found = new ArrayList<>();
        int refusals = 0;
        for (String path : paths) {
            Answer answer = asking.send(call.to(call.address().relative("path", path)));
            refusals = answer.status() == 429 ? refusals + 1 : 0;
            if (refusals == MOST_REFUSALS) {
                return exposed(found, Outcome.error(but() + "a firewall is answering: three times 429"));
            }
            found.add(Exposure.of(path, answer, madeUp));
        }
        boolean isChanged = isOther(page, asking.send(call)) || isOther(madeUp, asking.send(asker.stranger(call)));
        if (isChanged) {
            return exposed(
                    found,
                    Outcome.error(but() + "a firewall is answering: pages that were answered before are answered"
                            + " in another way now"));
        }
        // Such as a wrong host, or plain requests to a port of TLS: all paths are refused, whatever is behind them.
        boolean isNothing = page.status() >= 400 && page.status() == madeUp.status();
        return exposed(
                found,
                isNothing
                        ? Outcome.error(but() + "could not look: this server answers " + page.status() + " to "
                                + page.call().address()
                                + " as to a made-up page: give the address of a page that is there")
                        : judge(found));
    }

    /** What was seen stays seen, whatever came after it. */
    private Outcome exposed(List<Exposure> found, Outcome otherwise) {
        String exposed = words(found, Exposure.Kind.EXPOSED);
        return exposed.isEmpty() ? otherwise : Outcome.failed(but() + "found " + exposed);
    }

    private Outcome judge(List<Exposure> found) {
        String unknown = words(found, Exposure.Kind.UNKNOWN);
        return unknown.isEmpty()
                ? Outcome.passed(paths.size() + " paths are not public")
                        .with("answers", words(found, Exposure.Kind.HIDDEN))
                : Outcome.error(but() + "could not judge all: " + unknown);
    }

    private static String words(List<Exposure> found, Exposure.Kind kind) {
        return found.stream()
                .filter(exposure -> exposure.kind() == kind)
                .map(Exposure::words)
                .collect(Collectors.joining("; "));
    }

    private static boolean isFirewall(Answer page) {
        return page.status() == 429 || page.status() >= 500;
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() == 401 || answer.status() == 403;
    }

    private static boolean isOther(Answer before, Answer after) {
        return before.status() != after.status()
                || !before.contentType().essence().equals(after.contentType().essence());
    }

    private String but() {
        return "expected " + expected() + " but ";
    }

    private String expected() {
        return "no answer of their own at " + paths.size() + " paths";
    }

    /** Sends one request after another, slowly. */
    private final class Asking {
        private final CheckContext context;
        private final Deadline deadline;
        private boolean hasAsked;

        private Asking(CheckContext context) {
            this.context = context;
            this.deadline = Deadline.within(context.remaining());
        }

        private Answer send(Call one) throws Exception {
            if (hasAsked) {
                context.pause(GAP);
            }
            hasAsked = true;
            return asker.fresh(context, one, deadline.orWithin(PATIENCE));
        }
    }
}
