package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The rule for the hosts of an Ingress: its rules name exactly the wanted ones. */
public final class IngressHostsHealth {

    private IngressHostsHealth() {}

    /**
     * Judges the hosts of all rules.
     *
     * @param ingress the object as read
     * @param wanted the hosts, in lower case
     * @param now the time of the observation
     * @return the verdict; failed for a missing host, another one, or a rule that takes every host
     */
    public static Health of(Ingress ingress, Set<String> wanted, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, ingress, now).orElseGet(() -> {
            List<IngressRule> rules = ingress.getSpec() == null
                    ? List.of()
                    : Absent.list(ingress.getSpec().getRules());
            Set<String> found = new TreeSet<>();
            rules.forEach(rule -> found.add(Absent.text(rule.getHost()).toLowerCase(Locale.ROOT)));
            facts.see("spec.rules[].host", found);
            if (found.contains("")) {
                return facts.failed("a rule without a host takes the requests of every host");
            }
            Set<String> missing = new TreeSet<>(wanted);
            missing.removeAll(found);
            Set<String> others = new TreeSet<>(found);
            others.removeAll(wanted);
            return missing.isEmpty() && others.isEmpty()
                    ? facts.healthy("hosts " + String.join(", ", found))
                    : facts.failed("it has the hosts " + String.join(", ", found)
                            + (missing.isEmpty() ? "" : ", missing " + String.join(", ", missing))
                            + (others.isEmpty() ? "" : ", not expected " + String.join(", ", others)));
        });
    }
}
