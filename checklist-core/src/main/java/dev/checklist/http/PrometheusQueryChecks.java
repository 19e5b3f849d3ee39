package dev.checklist.http;

import dev.checklist.Check;

/** Is an instant query; every series that it gives must keep the bound, and the newest must be at most 5 minutes old. */
public final class PrometheusQueryChecks {
    private final Asker asker;
    private final Call call;
    private final Address server;
    private final String promql;

    PrometheusQueryChecks(Asker asker, Call call, Address server, String promql) {
        this.asker = asker;
        this.call = call;
        this.server = server;
        this.promql = promql;
    }

    /** Passes if there is at least one series and the value of each is this or more; NaN is not. */
    public Check isAtLeast(Number limit) {
        return check(Bound.atLeast(limit));
    }

    /** Passes if there is at least one series and the value of each is this or less; NaN is not. */
    public Check isAtMost(Number limit) {
        return check(Bound.atMost(limit));
    }

    private Check check(Bound bound) {
        String query = "prometheus " + server + " " + Quote.cut(promql);
        return Check.of(
                "prometheus " + promql + " is " + bound.key(),
                server.toString(),
                query + " is " + bound,
                new PrometheusProbe(asker, call, bound));
    }
}
