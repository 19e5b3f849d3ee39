package dev.checklist.k8s.diagnosis;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Passes over what is not in the answer: the list, or an entry of it. */
final class Present {
    private Present() {}

    static <T> Stream<T> in(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }
}
