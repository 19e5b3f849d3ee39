package dev.checklist.k8s;

import dev.checklist.Checklists;
import dev.checklist.Section;
import java.util.List;

/** Has the checks of several Services of a namespace, one line for each. */
public final class ServicesChecks {
    private final List<ServiceChecks> services;

    ServicesChecks(List<ServiceChecks> services) {
        this.services = services;
    }

    /** Makes a line for each Service that passes as {@link ServiceChecks#hasEndpoints} does. */
    public Section haveEndpoints() {
        return Checklists.each(services, ServiceChecks::hasEndpoints);
    }
}
