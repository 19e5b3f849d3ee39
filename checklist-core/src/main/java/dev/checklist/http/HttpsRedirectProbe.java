package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether plain HTTP is answered by nothing but a redirect to the same page over HTTPS.
 *
 * @param hosts the hosts it may lead to
 * @param mayBeClosed whether nobody needs to listen at port 80, as long as HTTPS answers
 */
record HttpsRedirectProbe(Asker asker, Call call, Set<String> hosts, boolean mayBeClosed) implements Probe {
    private static final String EXPECTED = "a redirect (301 or 308) to the same page over https";

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        try {
            Answer answer = asker.read(context, call);
            return Quote.of(call, answer.seen(judge(answer)));
        } catch (NoAnswerException e) {
            boolean closed = e.kind() == NoAnswerException.Kind.CONNECTION_REFUSED;
            Outcome outcome = closed ? whenClosed(context, e) : e.outcome(EXPECTED);
            return Quote.of(call, outcome.with("url", call.address()));
        }
    }

    private Outcome judge(Answer answer) throws NoAnswerException {
        if (!answer.isRedirect()) {
            return Content.notRedirect(EXPECTED, answer);
        }
        String location = answer.values("location").size() == 1
                ? answer.values("location").get(0)
                : "";
        Address found = answer.location();
        String wrong = wrong(location, found);
        if (!wrong.isEmpty()) {
            return Outcome.failed("expected " + EXPECTED + " but found one to " + found + ": " + wrong);
        }
        Outcome passed = Outcome.passed("answered " + answer.status() + " with Location " + found)
                .with("location", found);
        return switch (answer.status()) {
            case 301, 308 -> passed;
            case 302, 307 ->
                passed.warning("the redirect is temporary (" + answer.status()
                        + "): browsers ask over http each time; answer 301 or 308");
            default -> Outcome.failed("expected " + EXPECTED + " but found " + answer.status());
        };
    }

    private String wrong(String location, Address found) {
        if (!found.isHttps()) {
            return "the first step must be https already";
        }
        if (!location.regionMatches(true, 0, "https://", 0, "https://".length())) {
            return "the Location must be absolute";
        }
        if (!hosts.contains(found.host())) {
            return "expected the host " + String.join(" or ", hosts);
        }
        if (call.address().hasDefaultPort() && !found.hasDefaultPort()) {
            return "expected port 443";
        }
        return found.samePage(call.address()) ? "" : "expected the same path and query";
    }

    /** A closed port says nothing by itself: the host may be down. */
    private Outcome whenClosed(CheckContext context, NoAnswerException refused) throws Exception {
        if (!mayBeClosed) {
            return refused.outcome(EXPECTED + " (say allowClosedPort80() if nobody is to listen there)");
        }
        if (asker.usesProxyFor(call.address())) {
            return refused.outcome(EXPECTED + " (a proxy is in use, so who refused is not known)");
        }
        Optional<String> doubt = asker.addresses().doubtClosed(call.address(), Deadline.within(context.remaining()));
        if (doubt.isPresent()) {
            return refused.outcome(EXPECTED + " (not every address of the host refuses: " + doubt.get() + ")");
        }
        // Another origin, so none of the request's headers go there.
        Call secure = Call.of("GET", call.address().secure());
        try {
            Answer answer = asker.read(context, secure);
            return Outcome.passed("port 80 is closed, and " + answer);
        } catch (NoAnswerException e) {
            return Outcome.error("port 80 is closed, but could not see that the host is up: " + e.getMessage());
        }
    }
}
