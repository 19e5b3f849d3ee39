package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.RoleHealth;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Follows a binding to both of its ends. */
record RoleBindingIsValid(Place place) implements ObjectProbe {
    private static final String RBAC = "rbac.authorization.k8s.io";

    @Override
    public Rights needs() {
        return Rights.get(ResourceType.ROLE_BINDING, place)
                .and(Rights.get(ResourceType.ROLE, place.namespace(), ""))
                .and(Rights.get(ResourceType.CLUSTER_ROLE, "", ""))
                .and(Rights.get(ResourceType.SERVICE_ACCOUNT, "", ""));
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        RoleBinding binding = reader.getLasting(ResourceType.ROLE_BINDING, place);
        RoleRef ref = binding.getRoleRef();
        if (ref == null || ref.getName() == null || !RBAC.equals(ref.getApiGroup())) {
            return Outcome.error("expected the role binding " + place.name() + " with a role but found it without");
        }
        Health role = role(reader, ref);
        if (!role.isHealthy()) {
            return Outcomes.of("a role that grants something", role);
        }
        List<String> seen = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        for (Subject subject : Objects.requireNonNullElse(binding.getSubjects(), List.<Subject>of())) {
            (isSeen(reader, subject) ? seen : unseen).add(subject.getKind() + " " + subject.getName());
        }
        if (seen.isEmpty() && unseen.isEmpty()) {
            return Outcome.failed("expected somebody bound to " + ref.getKind() + " " + ref.getName()
                    + " but the binding has no subject");
        }
        Outcome outcome = Outcomes.of("a role that grants something", role)
                .with("roleRef", ref.getKind() + " " + ref.getName())
                .with("subjects that exist", seen);
        outcome = "cluster-admin".equals(ref.getName())
                ? outcome.warning("it binds cluster-admin, which may do everything")
                : outcome;
        return unseen.isEmpty()
                ? outcome
                : outcome.warning("users and groups are no objects, so whether they exist cannot be seen: "
                        + String.join(", ", unseen));
    }

    private Health role(Reader reader, RoleRef ref) throws Exception {
        switch (Objects.requireNonNullElse(ref.getKind(), "")) {
            case "Role" -> {
                Role role = reader.get(ResourceType.ROLE, place.namespace(), AccessNames.role(ref.getName()));
                return RoleHealth.of(role, role.getRules(), reader.now());
            }
            case "ClusterRole" -> {
                ClusterRole role = reader.get(ResourceType.CLUSTER_ROLE, "", AccessNames.role(ref.getName()));
                return RoleHealth.of(role, role.getRules(), reader.now());
            }
            default ->
                throw Refusal.error("the role binding " + place.name() + " binds a " + ref.getKind()
                        + ", which is no kind of role");
        }
    }

    /** Looks for a ServiceAccount; of users and groups there is nothing to be seen. */
    private boolean isSeen(Reader reader, Subject subject) throws Exception {
        if ("User".equals(subject.getKind()) || "Group".equals(subject.getKind())) {
            return false;
        }
        if (!"ServiceAccount".equals(subject.getKind())) {
            throw Refusal.error("the role binding " + place.name() + " binds a " + subject.getKind()
                    + ", which is no kind of subject");
        }
        String namespace = Objects.requireNonNullElse(subject.getNamespace(), place.namespace());
        Place account = new Place(place.server(), namespace, AccessNames.role(subject.getName()));
        ServiceAccount found = reader.getLasting(ResourceType.SERVICE_ACCOUNT, account);
        return found.getMetadata().getName().equals(subject.getName());
    }
}
