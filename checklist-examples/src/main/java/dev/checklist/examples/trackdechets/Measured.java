package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.settingIs;

import dev.checklist.Check;
import dev.checklist.Precondition;
import dev.checklist.Section;
import dev.checklist.http.HttpChecks;
import dev.checklist.http.PrometheusChecks;
import dev.checklist.http.PrometheusQueryChecks;
import java.net.URI;
import java.util.Optional;

/** Asks Prometheus, where the setting names one: a line is never switched off by looking whether it is there. */
final class Measured {
    private static final URI NOWHERE = URI.create("http://none.invalid");
    private static final String NAMESPACE = "{namespace=\"trackdechets\"}";

    private final PrometheusChecks prometheus;
    private final Precondition isThere;

    Measured(HttpChecks http, Optional<URI> address) {
        this.prometheus = http.prometheus(address.orElse(NOWHERE).toString());
        this.isThere = settingIs("prometheus.url", address.isPresent() ? "an address" : "none", "an address");
    }

    /** Asks whether it sees our pods. */
    Check targets(int least) {
        return query("count(up" + NAMESPACE + " == 1)").isAtLeast(least).onlyIf(isThere);
    }

    /** Asks for the rules of our group, and whether each could be evaluated. */
    Section rules() {
        String group = "{rule_group=~\".*;trackdechets\"}";
        return section(
                        "Alert rules",
                        query("sum(prometheus_rule_group_rules" + group + ")").isAtLeast(1),
                        query("sum(increase(prometheus_rule_evaluation_failures_total" + group + "[1h]))")
                                .isAtMost(0))
                .onlyIf(isThere);
    }

    /** Asks whether as many jobs are done as come in, and whether any comes in at all. */
    Section queues() {
        return section(
                        "Queue rates",
                        query("sum(rate(bull_jobs_completed_total" + NAMESPACE + "[1h]))")
                                .isAtLeast(0.01),
                        query("max(bull_jobs_waiting" + NAMESPACE + ")").isAtMost(1000))
                .onlyIf(isThere);
    }

    Check databases() {
        return query("max(pg_stat_activity_max_tx_duration" + NAMESPACE + ")")
                .isAtMost(30)
                .onlyIf(isThere);
    }

    Check volumes(int percent) {
        return query("max(100 * kubelet_volume_stats_used_bytes" + NAMESPACE + " / kubelet_volume_stats_capacity_bytes"
                        + NAMESPACE + ")")
                .isAtMost(percent)
                .onlyIf(isThere);
    }

    Check alerts() {
        return prometheus.hasNoFiringAlert().onlyIf(isThere);
    }

    private PrometheusQueryChecks query(String promql) {
        return prometheus.query(promql);
    }
}
