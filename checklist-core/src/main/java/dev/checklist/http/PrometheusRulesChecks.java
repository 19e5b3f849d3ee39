package dev.checklist.http;

import dev.checklist.Check;

/**
 * Is a group of rules, recording or alerting, as the server has loaded it.
 *
 * <p>The name of a group need not be unique: all groups of that name count together.
 */
public final class PrometheusRulesChecks {
    private final Asker asker;
    private final Call call;
    private final Address server;
    private final String group;

    PrometheusRulesChecks(Asker asker, Call call, Address server, String group) {
        this.asker = asker;
        this.call = call;
        this.server = server;
        this.group = group;
    }

    /** Passes if the group has a rule and {@link #areHealthy(int)}. */
    public Check areHealthy() {
        return areHealthy(1);
    }

    /**
     * Passes if the group is loaded with so many rules at least, the health of each is "ok", and each was evaluated within
     * the last two intervals of its group, or the last 5 minutes where those are shorter.
     *
     * @param atLeast how many rules; 1 or more
     * @throws IllegalArgumentException if it is less than 1
     */
    public Check areHealthy(int atLeast) {
        if (atLeast < 1) {
            throw new IllegalArgumentException("atLeast is " + atLeast + ": expected 1 or more");
        }
        String title = "prometheus " + server + " rules of group ";
        return Check.of(
                title + group + " are healthy",
                title + Quote.cut(group) + " are healthy",
                new RulesProbe(asker, call, group, atLeast));
    }
}
