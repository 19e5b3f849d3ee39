package dev.checklist.k8s;

import dev.checklist.Checklists;
import dev.checklist.Section;
import java.util.List;

/** Has the checks of several ConfigMaps, one line for each. */
public final class ConfigMapsChecks {
    private final List<ConfigMapChecks> maps;

    ConfigMapsChecks(List<ConfigMapChecks> maps) {
        this.maps = maps;
    }

    /** Makes one line for each ConfigMap that passes when it is there, as {@link ConfigMapChecks#exists()} does. */
    public Section exist() {
        return Checklists.each(maps, ConfigMapChecks::exists);
    }

    /**
     * Makes one line for each ConfigMap that passes when none of its keys has a placeholder, as
     * {@link ConfigMapChecks#hasNoPlaceholders()} does.
     */
    public Section haveNoPlaceholders() {
        return Checklists.each(maps, ConfigMapChecks::hasNoPlaceholders);
    }
}
