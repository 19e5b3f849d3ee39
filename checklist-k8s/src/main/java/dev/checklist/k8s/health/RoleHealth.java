package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rule for Roles and ClusterRoles: they grant something, and, with a note, not everything. */
public final class RoleHealth {

    private RoleHealth() {}

    /**
     * Judges a Role or ClusterRole.
     *
     * @param role the object as read
     * @param rules its rules
     * @param now the time of the observation
     * @return the verdict; failed without a rule, noted for the verb {@code *} and the role {@code cluster-admin}
     */
    public static Health of(HasMetadata role, @Nullable List<PolicyRule> rules, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, role, now).orElseGet(() -> {
            List<PolicyRule> granting =
                    Absent.list(rules).stream().filter(RoleHealth::grants).toList();
            String name = String.valueOf(Universal.metadata(role).getName());
            facts.see("rules", granting.size());
            if (granting.isEmpty()) {
                return facts.failed("the role " + name + " grants nothing");
            }
            if (granting.stream().anyMatch(rule -> rule.getVerbs().contains("*"))) {
                facts.note("the role " + name + " grants every verb (*)");
            }
            if (granting.stream()
                    .anyMatch(rule -> Absent.list(rule.getResources()).contains("*"))) {
                facts.note("the role " + name + " is about every resource (*)");
            }
            return facts.healthy("the role " + name + " has " + granting.size() + " rules");
        });
    }

    /** A rule without verbs is about nothing, and so is one without resources of a group, and without paths. */
    private static boolean grants(PolicyRule rule) {
        boolean isOfResources = !Absent.list(rule.getResources()).isEmpty()
                && !Absent.list(rule.getApiGroups()).isEmpty();
        return !Absent.list(rule.getVerbs()).isEmpty()
                && (isOfResources || !Absent.list(rule.getNonResourceURLs()).isEmpty());
    }
}
