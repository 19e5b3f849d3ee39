package dev.checklist.http;

import dev.checklist.Check;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Is a Prometheus server, or one that answers like it, such as Thanos or Mimir.
 *
 * <p>An immutable value. An answer that is partial, malformed or no success is an ERROR; no data is FAILED.
 */
public final class PrometheusChecks {
    private final Asker asker;
    private final Call base;

    PrometheusChecks(Asker asker, Call base) {
        this.asker = asker;
        this.base = base;
    }

    /**
     * Adds a header, such as a credential or a tenant; the value is never shown.
     *
     * @throws IllegalArgumentException if the name is no token, the value is blank, or the caller's client follows
     *     redirects and would send it elsewhere
     */
    public PrometheusChecks header(String name, String value) {
        if (asker.followsRedirects()) {
            throw new IllegalArgumentException("client follows redirects and would send header " + name
                    + " to another origin: give one built with Redirect.NEVER");
        }
        return new PrometheusChecks(asker, base.with(Header.of(name, value)));
    }

    /**
     * Names what an instant query answers.
     *
     * @param promql such as {@code sum(rate(http_requests_total[5m]))}; shown in titles, so without secrets
     * @throws IllegalArgumentException if it is blank
     */
    public PrometheusQueryChecks query(String promql) {
        if (promql == null || promql.isBlank()) {
            throw new IllegalArgumentException("promql is " + (promql == null ? "null" : "blank") + ": give a query");
        }
        return new PrometheusQueryChecks(asker, asking(promql), base.address(), promql.strip());
    }

    /**
     * Names a group of rules, recording or alerting, by its name in the rule files.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public PrometheusRulesChecks rules(String group) {
        if (group == null || group.isBlank()) {
            throw new IllegalArgumentException(
                    "group is " + (group == null ? "null" : "blank") + ": give the name of a group of rules");
        }
        return new PrometheusRulesChecks(asker, to("rules?rule_group%5B%5D=" + encoded(group)), base.address(), group);
    }

    /**
     * Passes if the alert Watchdog is firing, which always fires and so proves that alerts are evaluated, and no other.
     */
    public Check hasNoFiringAlert() {
        return Check.of(
                "prometheus has no firing alert",
                base.address().toString(),
                "prometheus " + base.address() + " has no firing alert",
                new FiringAlertsProbe(asker, asking("ALERTS{alertstate=\"firing\"}")));
    }

    private Call asking(String promql) {
        return to("query?query=" + encoded(promql.strip()));
    }

    private Call to(String query) {
        String path = base.address().uri().getRawPath();
        String folder = path.endsWith("/") ? path : path + "/";
        return base.to(base.address().relative("query", folder + "api/v1/" + query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
