package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule for the defaults of a LimitRange: a container that states nothing gets what it needs to be scheduled well. */
public final class LimitDefaultsHealth {

    private LimitDefaultsHealth() {}

    /**
     * Judges whether containers get default requests of cpu and memory and a default limit of memory.
     *
     * @param range the object as read
     * @param now the time of the observation
     * @return the verdict; failed for a range that contradicts itself, noted without a default limit of cpu
     */
    public static Health of(LimitRange range, Instant now) {
        Health health = LimitRangeHealth.of(range, now);
        if (!health.isHealthy()) {
            return health;
        }
        Facts facts = new Facts();
        List<String> missing = new ArrayList<>();
        List<LimitRangeItem> items = Absent.list(range.getSpec().getLimits()).stream()
                .filter(item -> "Container".equals(item.getType()))
                .toList();
        for (String resource : List.of("cpu", "memory")) {
            if (!isGiven(
                    facts,
                    "defaultRequest." + resource,
                    items.stream()
                            .map(item -> Absent.map(item.getDefaultRequest()))
                            .toList(),
                    resource)) {
                missing.add("defaultRequest." + resource);
            }
            boolean hasLimit = isGiven(
                    facts,
                    "default." + resource,
                    items.stream().map(item -> Absent.map(item.getDefault())).toList(),
                    resource);
            if (!hasLimit && resource.equals("memory")) {
                missing.add("default.memory");
            } else if (!hasLimit) {
                facts.note("no default limit of cpu");
            }
        }
        return missing.isEmpty()
                ? facts.healthy("containers get default requests and limits")
                : facts.failed("it gives containers no " + String.join(", no ", missing));
    }

    private static boolean isGiven(Facts facts, String path, List<Map<String, Quantity>> maps, String resource) {
        Optional<Quantity> given = maps.stream()
                .flatMap(map -> Optional.ofNullable(map.get(resource)).stream())
                .findFirst();
        facts.see("spec.limits[Container]." + path, given.orElse(null));
        return given.flatMap(Quantities::number).map(BigDecimal::signum).orElse(0) > 0;
    }
}
