package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is a list as it was at one moment.
 *
 * @param items everything on it
 * @param byName the same by name, for a list of one namespace
 * @param version the resourceVersion of the list, empty if the server named none
 */
record Listing<T extends HasMetadata>(List<T> items, Map<String, T> byName, String version) {

    static <T extends HasMetadata> Listing<T> of(List<T> items, @Nullable String version) {
        Map<String, T> byName = new HashMap<>();
        items.forEach(item -> byName.put(item.getMetadata().getName(), item));
        return new Listing<>(List.copyOf(items), Map.copyOf(byName), version == null ? "" : version);
    }
}
