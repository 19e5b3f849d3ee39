package dev.checklist.k8s;

import dev.checklist.Checklists;
import dev.checklist.Section;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has the checks of Deployments that are named, one line for each. */
public final class DeploymentsChecks {
    private final NamespacedChecks namespace;
    private final Set<String> names;

    DeploymentsChecks(NamespacedChecks namespace, Collection<String> names) {
        if (names == null || names.isEmpty()) {
            throw new IllegalArgumentException(
                    "the names of the deployments are " + names + ": give at least one, or ask allDeployments(least)");
        }
        this.namespace = namespace;
        this.names = new LinkedHashSet<>();
        for (String name : names) {
            this.names.add(Names.subdomain("name of the deployment", name));
        }
    }

    /** Asks each whether it is rolled out. */
    public Section areRolledOut() {
        return Checklists.each(names, name -> namespace.deployment(name).isRolledOut());
    }

    /**
     * Asks each whether it runs its image.
     *
     * @param images the reference by the name of the deployment, with an entry for each and no other
     */
    public Section runImages(Map<String, String> images) {
        Map<String, String> wanted = images == null ? Map.of() : new LinkedHashMap<>(images);
        if (!wanted.keySet().equals(names)) {
            throw new IllegalArgumentException("the images are of the deployments " + List.copyOf(wanted.keySet())
                    + ": expected one for each of " + List.copyOf(names));
        }
        return Checklists.each(names, name -> namespace.deployment(name).runsImage(String.valueOf(wanted.get(name))));
    }
}
