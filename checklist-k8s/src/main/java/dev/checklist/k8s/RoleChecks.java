package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.RoleHealth;
import io.fabric8.kubernetes.api.model.rbac.Role;

/** Has the checks of one Role. */
public final class RoleChecks {
    private final Place place;

    RoleChecks(Place place) {
        this.place = place;
    }

    /** Passes when the Role is there and grants something; the verb or resource {@code *} is a warning. */
    public Check isValid() {
        return place.check(ResourceType.ROLE, "is valid", "is valid", new IsValid(place));
    }

    record IsValid(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.ROLE, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Role role = reader.get(ResourceType.ROLE, place);
            return Outcomes.of("a role that grants something", RoleHealth.of(role, role.getRules(), reader.now()));
        }
    }
}
