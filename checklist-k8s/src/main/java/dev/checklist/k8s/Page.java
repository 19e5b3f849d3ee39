package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.ListMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is one page of a list as it stands in the answer, where anything may be missing.
 *
 * @param kind the kind of the list, such as PodList
 * @param apiVersion its group and version
 * @param metadata has the token of the next page
 * @param items what is on it
 */
record Page<T>(
        @Nullable String kind,
        @Nullable String apiVersion,
        @Nullable ListMeta metadata,
        @Nullable List<@Nullable T> items) {}
