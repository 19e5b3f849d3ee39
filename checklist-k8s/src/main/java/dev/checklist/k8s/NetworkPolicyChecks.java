package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.NetworkPolicyHealth;
import dev.checklist.k8s.health.NetworkPolicyHealth.Direction;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Locale;

/**
 * Has the checks of the NetworkPolicies of a namespace. They say what is declared: whether the network enforces it is
 * not in the API.
 */
public final class NetworkPolicyChecks {
    private final ApiServer server;
    private final String namespace;

    NetworkPolicyChecks(ApiServer server, String namespace) {
        this.server = server;
        this.namespace = namespace;
    }

    /**
     * Passes when every pod of the selector is selected by at least one NetworkPolicy. At least one pod has to be there.
     *
     * @param labelSelector as kubectl takes it, such as {@code app=payments-api}
     */
    public Check coverPods(String labelSelector) {
        String selector = Selectors.checked(labelSelector);
        return Check.of(
                "network policies " + selector + " cover pods",
                namespace,
                "network policies are declared for the pods " + selector + " in " + namespace,
                new CoverPods(server, namespace, selector));
    }

    /**
     * Passes when a NetworkPolicy selects every pod of the namespace and allows no traffic in this direction, and no
     * other one allows all of it again.
     */
    public Check denyByDefault(Direction direction) {
        if (direction == null) {
            throw new IllegalArgumentException("the direction is null: expected INGRESS or EGRESS");
        }
        String word = direction.name().toLowerCase(Locale.ROOT);
        return Check.of(
                "network policies deny " + word,
                namespace,
                word + " in " + namespace + " is declared to be denied by default",
                new DenyByDefault(server, namespace, direction));
    }

    record CoverPods(ApiServer server, String namespace, String selector) implements ClusterProbe {
        @Override
        public Rights needs() {
            return Rights.list(ResourceType.POD, namespace)
                    .and(Rights.list(ResourceType.NETWORK_POLICY, namespace))
                    .and(EmptyLists.needs(namespace));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            List<Pod> pods = reader.list(ResourceType.POD, namespace, selector);
            List<NetworkPolicy> policies = reader.list(ResourceType.NETWORK_POLICY, namespace, "");
            Outcome outcome =
                    Outcomes.of("policies for all pods", NetworkPolicyHealth.selecting(policies, pods, reader.now()));
            return EmptyLists.explained(reader, namespace, pods, "pods with policies", outcome);
        }
    }

    record DenyByDefault(ApiServer server, String namespace, Direction direction) implements ClusterProbe {
        @Override
        public Rights needs() {
            return Rights.list(ResourceType.NETWORK_POLICY, namespace).and(EmptyLists.needs(namespace));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            List<NetworkPolicy> policies = reader.list(ResourceType.NETWORK_POLICY, namespace, "");
            Outcome outcome = Outcomes.of(
                    "a policy that denies by default",
                    NetworkPolicyHealth.defaultDeny(policies, direction, reader.now()));
            return EmptyLists.explained(reader, namespace, policies, "policies", outcome);
        }
    }
}
