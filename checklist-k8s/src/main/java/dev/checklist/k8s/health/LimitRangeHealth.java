package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.LimitRangeSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rule for LimitRanges, which have no status: they limit something, and do not contradict themselves. */
public final class LimitRangeHealth {

    private LimitRangeHealth() {}

    /**
     * Judges the LimitRange: min, default request, default and max must not descend.
     *
     * @param range the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(LimitRange range, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, range, now).orElseGet(() -> {
            LimitRangeSpec spec = Objects.requireNonNullElseGet(range.getSpec(), LimitRangeSpec::new);
            List<LimitRangeItem> limits = Absent.list(spec.getLimits());
            if (limits.stream().noneMatch(LimitRangeHealth::isLimiting)) {
                return facts.failed("it limits nothing");
            }
            return limits.stream()
                    .flatMap(limit -> contradiction(facts, limit).stream())
                    .findFirst()
                    .map(facts::failed)
                    .orElseGet(() -> facts.healthy(limits.size() + " limits declared"));
        });
    }

    private static boolean isLimiting(LimitRangeItem limit) {
        return Stream.concat(maps(limit), Stream.of(Absent.map(limit.getMaxLimitRequestRatio())))
                .anyMatch(amounts -> !amounts.isEmpty());
    }

    private static Optional<String> contradiction(Facts facts, LimitRangeItem limit) {
        TreeSet<String> resources = new TreeSet<>();
        maps(limit).map(Map::keySet).forEach(resources::addAll);
        return resources.stream()
                .flatMap(resource -> descent(facts, limit, resource).stream())
                .findFirst();
    }

    private static Optional<String> descent(Facts facts, LimitRangeItem limit, String resource) {
        String path = "spec.limits[" + limit.getType() + "].";
        List<Bound> bounds = Stream.of(
                        new Bound("min", Absent.map(limit.getMin()).get(resource)),
                        new Bound(
                                "defaultRequest",
                                Absent.map(limit.getDefaultRequest()).get(resource)),
                        new Bound("default", Absent.map(limit.getDefault()).get(resource)),
                        new Bound("max", Absent.map(limit.getMax()).get(resource)))
                .filter(bound -> bound.amount != null)
                .toList();
        Bound lower = null;
        for (Bound bound : bounds) {
            facts.see(path + bound.name + "." + resource, bound.amount);
            if (bound.number().isEmpty()) {
                return Optional.of(bound.name + " " + bound.amount + " of " + resource + " is not a quantity");
            }
            if (lower != null && lower.number().get().compareTo(bound.number().get()) > 0) {
                return Optional.of(resource + ": " + lower.name + " " + lower.amount + " is above " + bound.name + " "
                        + bound.amount);
            }
            lower = bound;
        }
        return Optional.empty();
    }

    private static Stream<Map<String, Quantity>> maps(LimitRangeItem limit) {
        return Stream.of(
                Absent.map(limit.getMin()),
                Absent.map(limit.getDefaultRequest()),
                Absent.map(limit.getDefault()),
                Absent.map(limit.getMax()));
    }

    private record Bound(String name, @Nullable Quantity amount) {

        Optional<BigDecimal> number() {
            return Quantities.number(amount);
        }
    }
}
