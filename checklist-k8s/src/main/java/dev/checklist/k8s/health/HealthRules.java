package dev.checklist.k8s.health;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows which rule judges which kind of custom resource, in every version of its group; kinds without one are judged by
 * {@link CustomResourceHealth}. Immutable.
 */
public final class HealthRules {

    private static final HealthRules KNOWN = new HealthRules(Map.of(
            new Kind("cert-manager.io", "Certificate"), CertificateHealth::of,
            new Kind("cert-manager.io", "Issuer"), IssuerHealth::of,
            new Kind("cert-manager.io", "ClusterIssuer"), IssuerHealth::of,
            new Kind("postgresql.cnpg.io", "Cluster"), CnpgClusterHealth::of,
            new Kind("elasticsearch.k8s.elastic.co", "Elasticsearch"), ElasticsearchHealth::of,
            new Kind("psmdb.percona.com", "PerconaServerMongoDB"), PsmdbHealth::of));

    private final Map<Kind, HealthRule> rules;

    private HealthRules(Map<Kind, HealthRule> rules) {
        this.rules = Collections.unmodifiableMap(rules);
    }

    /** A kind, whatever its version. */
    private record Kind(String group, String kind) {}

    /**
     * Returns the rules of this library.
     *
     * @return those of cert-manager, CloudNativePG, ECK's Elasticsearch and Percona's MongoDB
     */
    public static HealthRules known() {
        return KNOWN;
    }

    /**
     * Adds a rule, or replaces that of the kind.
     *
     * @param group the API group, such as {@code example.com}
     * @param kind the kind as objects state it
     * @param rule how to judge one
     * @return rules that have this one too
     */
    public HealthRules with(String group, String kind, HealthRule rule) {
        Map<Kind, HealthRule> all = new HashMap<>(rules);
        all.put(new Kind(group, kind), rule);
        return new HealthRules(all);
    }

    /**
     * Judges an object by the rule of its kind. A rule that throws or returns null did not judge, so that the verdict is
     * unknown and names it.
     *
     * @param group the API group of the object
     * @param kind its kind
     * @param object the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public Health judge(String group, String kind, ResourceView object, Instant now) {
        HealthRule rule = rules.getOrDefault(new Kind(group, kind), CustomResourceHealth::of);
        String name = "the rule of " + kind + "." + group;
        try {
            Health health = rule.judge(object, now);
            // an author's rule is not held by our null checks
            return isMissing(health) ? object.facts().unknown(name + " returned null") : object.judgedBy(health);
        } catch (RuntimeException | AssertionError failure) {
            return object.facts().unknown(name + " threw " + failure);
        }
    }

    private static boolean isMissing(@Nullable Health health) {
        return health == null;
    }
}
