package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one page of a list out of a reply. */
@FunctionalInterface
interface ListType<T extends HasMetadata> {
    /** Returns the page, or null if the reply is no list of this kind. */
    @Nullable
    Page<T> page(Reply reply, KubernetesSerialization serialization);

    /**
     * Is one page of a list.
     *
     * @param items what is on it
     * @param next the token of the next page, empty on the last
     */
    record Page<T>(List<T> items, String next) {}

    static <T extends HasMetadata, L extends KubernetesResourceList<T>> ListType<T> of(
            Class<L> type, Function<L, String> kind) {
        return (reply, serialization) -> {
            L list = reply.as(type, serialization);
            if (list == null || !type.getSimpleName().equals(kind.apply(list)) || list.getMetadata() == null) {
                return null;
            }
            String next = list.getMetadata().getContinue();
            List<T> items = list.getItems();
            return new Page<>(items == null ? List.of() : items, next == null ? "" : next);
        };
    }
}
