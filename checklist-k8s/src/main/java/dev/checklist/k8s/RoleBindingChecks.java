package dev.checklist.k8s;

import dev.checklist.Check;

/** Has the checks of one RoleBinding. */
public final class RoleBindingChecks {
    private final Place place;

    RoleBindingChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when the role in {@code roleRef} exists and grants something, and every ServiceAccount among {@code
     * subjects} exists: the server takes a binding to a missing role, which grants nothing. At least one subject has to
     * be there. Warnings: {@code cluster-admin}, the verb {@code *}, and users and groups, which are no objects.
     */
    public Check isValid() {
        return place.check(ResourceType.ROLE_BINDING, "is valid", "is valid", new RoleBindingIsValid(place));
    }
}
