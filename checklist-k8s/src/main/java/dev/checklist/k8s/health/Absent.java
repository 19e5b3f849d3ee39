package dev.checklist.k8s.health;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands for a list, map or text that is not in the answer: an empty one, which no rule takes for a good sign. */
final class Absent {

    private Absent() {}

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    static <V> Map<String, V> map(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
