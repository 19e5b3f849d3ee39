package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules for NetworkPolicies, which have no status. Healthy means declared: whether the network plugin enforces a
 * policy is not in the API, and every verdict notes it.
 */
public final class NetworkPolicyHealth {

    /** The directions of traffic. */
    public enum Direction {
        /** Traffic to the pods. */
        INGRESS,
        /** Traffic from the pods. */
        EGRESS
    }

    private NetworkPolicyHealth() {}

    /**
     * Judges one NetworkPolicy as an object: it exists and selects pods.
     *
     * @param policy the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(NetworkPolicy policy, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, policy, now).orElseGet(() -> {
            boolean selects = spec(policy).getPodSelector() != null;
            facts.see("spec.podSelector", selects ? "present" : null);
            return selects ? declared(facts, "it selects pods") : facts.unknown("no pod selector");
        });
    }

    /**
     * Judges whether every one of a workload's pods is selected by at least one policy.
     *
     * @param policies all NetworkPolicies of the namespace
     * @param pods the workload's pods
     * @param now the time of the observation
     * @return the verdict; no pods at all are progressing
     */
    public static Health selecting(Collection<NetworkPolicy> policies, Collection<Pod> pods, Instant now) {
        Facts facts = new Facts();
        List<NetworkPolicy> live = live(policies, now);
        facts.see("policies", live.stream().map(NetworkPolicyHealth::name).toList());
        live.stream()
                .filter(policy -> pods.stream().noneMatch(pod -> selects(policy, pod)))
                .forEach(policy -> facts.note("policy " + name(policy) + " selects none of these pods"));
        List<String> open = pods.stream()
                .filter(pod -> live.stream().noneMatch(policy -> selects(policy, pod)))
                .map(pod -> String.valueOf(Universal.metadata(pod).getName()))
                .toList();
        if (pods.isEmpty()) {
            return facts.progressing("no pods to protect: is it the right namespace and selector?");
        }
        return open.isEmpty()
                ? declared(facts, pods.size() + " of " + pods.size() + " pods are selected by a policy")
                : facts.failed("no policy selects " + String.join(", ", open));
    }

    /**
     * Judges whether traffic in a direction is denied by default: a policy selects every pod and lists no rule, and no
     * other one that selects every pod allows everything again.
     *
     * @param policies all NetworkPolicies of one namespace
     * @param direction the direction that has to be closed
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health defaultDeny(Collection<NetworkPolicy> policies, Direction direction, Instant now) {
        Facts facts = new Facts();
        List<NetworkPolicy> general = live(policies, now).stream()
                .filter(policy -> LabelSelectors.isEmpty(spec(policy).getPodSelector()))
                .filter(policy -> covers(policy, direction))
                .toList();
        facts.see(
                "policies for all pods",
                general.stream().map(NetworkPolicyHealth::name).toList());
        List<String> denying = general.stream()
                .filter(policy -> rules(policy, direction).isEmpty())
                .map(NetworkPolicyHealth::name)
                .toList();
        if (denying.isEmpty()) {
            return facts.failed("no policy denies " + direction + " to all pods");
        }
        return general.stream()
                .filter(policy -> rules(policy, direction).stream().anyMatch(NetworkPolicyHealth::allowsAll))
                .findFirst()
                .map(policy -> facts.failed("policy " + name(policy) + " allows all " + direction + " again"))
                .orElseGet(() -> declared(facts, direction + " is denied by " + String.join(", ", denying)));
    }

    private static Health declared(Facts facts, String what) {
        facts.note("declared: the API does not tell whether the network enforces it");
        return facts.healthy(what);
    }

    private static List<NetworkPolicy> live(Collection<NetworkPolicy> policies, Instant now) {
        return policies.stream().filter(policy -> of(policy, now).isHealthy()).toList();
    }

    private static boolean selects(NetworkPolicy policy, Pod pod) {
        return Objects.equals(
                        Universal.metadata(policy).getNamespace(),
                        Universal.metadata(pod).getNamespace())
                && LabelSelectors.matches(spec(policy).getPodSelector(), pod);
    }

    private static boolean covers(NetworkPolicy policy, Direction direction) {
        List<String> types = Absent.list(spec(policy).getPolicyTypes());
        if (types.isEmpty()) {
            return direction == Direction.INGRESS || !rules(policy, direction).isEmpty();
        }
        return types.contains(direction == Direction.INGRESS ? "Ingress" : "Egress");
    }

    private static List<?> rules(NetworkPolicy policy, Direction direction) {
        List<?> rules = direction == Direction.INGRESS
                ? spec(policy).getIngress()
                : spec(policy).getEgress();
        return Objects.requireNonNullElse(rules, List.of());
    }

    // An empty rule names nobody, and so everybody.
    private static boolean allowsAll(@Nullable Object rule) {
        if (rule instanceof NetworkPolicyIngressRule ingress) {
            return Absent.list(ingress.getFrom()).isEmpty()
                    && Absent.list(ingress.getPorts()).isEmpty();
        }
        if (rule instanceof NetworkPolicyEgressRule egress) {
            return Absent.list(egress.getTo()).isEmpty()
                    && Absent.list(egress.getPorts()).isEmpty();
        }
        return true;
    }

    private static NetworkPolicySpec spec(NetworkPolicy policy) {
        return Objects.requireNonNullElseGet(policy.getSpec(), NetworkPolicySpec::new);
    }

    private static String name(NetworkPolicy policy) {
        return String.valueOf(Universal.metadata(policy).getName());
    }
}
