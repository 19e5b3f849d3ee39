package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaSpec;
import io.fabric8.kubernetes.api.model.ResourceQuotaStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rule for ResourceQuotas: the controller enforces what the spec says, and something is left of everything. */
public final class ResourceQuotaHealth {

    private static final BigDecimal NEARLY_FULL = new BigDecimal("0.9");

    private ResourceQuotaHealth() {}

    /**
     * Judges the ResourceQuota. A used-up resource fails, because the next pod is refused; 90 % used is a note.
     *
     * @param quota the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(ResourceQuota quota, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, quota, now).orElseGet(() -> amounts(facts, quota));
    }

    private static Health amounts(Facts facts, ResourceQuota quota) {
        ResourceQuotaSpec spec = Objects.requireNonNullElseGet(quota.getSpec(), ResourceQuotaSpec::new);
        ResourceQuotaStatus status = Objects.requireNonNullElseGet(quota.getStatus(), ResourceQuotaStatus::new);
        Map<String, Quantity> wanted = Absent.map(spec.getHard());
        Map<String, Quantity> hard = Absent.map(status.getHard());
        Map<String, Quantity> used = Absent.map(status.getUsed());
        if (wanted.isEmpty()) {
            return facts.failed("it limits nothing");
        }
        for (String resource : new TreeMap<>(wanted).keySet()) {
            Optional<Health> brake =
                    judge(facts, resource, wanted.get(resource), hard.get(resource), used.get(resource));
            if (brake.isPresent()) {
                return brake.get();
            }
        }
        return facts.healthy(wanted.size() + " resources limited, none used up");
    }

    private static Optional<Health> judge(
            Facts facts, String resource, @Nullable Quantity wanted, @Nullable Quantity hard, @Nullable Quantity used) {
        facts.see("spec.hard." + resource, wanted);
        facts.see("status.hard." + resource, hard);
        facts.see("status.used." + resource, used);
        Optional<BigDecimal> want = Quantities.number(wanted);
        Optional<BigDecimal> limit = Quantities.number(hard);
        Optional<BigDecimal> use = Quantities.number(used);
        if (want.isEmpty()) {
            return Optional.of(facts.unknown("the limit of " + resource + " cannot be read"));
        }
        if (limit.isEmpty() || use.isEmpty() || limit.get().compareTo(want.get()) != 0) {
            return Optional.of(facts.progressing("the limit of " + resource + " is not in force yet"));
        }
        String found = resource + ": " + used + " of " + hard + " used";
        if (limit.get().signum() == 0 && isForbidden(resource) && use.get().signum() == 0) {
            facts.note(resource + " is forbidden");
            return Optional.empty();
        }
        if (use.get().compareTo(limit.get()) >= 0) {
            return Optional.of(facts.failed(found));
        }
        if (use.get().compareTo(limit.get().multiply(NEARLY_FULL)) >= 0) {
            facts.note(found);
        }
        return Optional.empty();
    }

    // Zero of these is a ban that no pod runs into; zero of anything that a pod needs refuses every pod.
    private static boolean isForbidden(String resource) {
        return resource.startsWith("services.") || (resource.startsWith("count/") && !resource.equals("count/pods"));
    }
}
