package dev.checklist.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is a value of a JSON document. Asked for what it is not, it answers nothing, so that no absent field turns into a
 * value.
 */
public final class Json {
    static final Json NOTHING = new Json(null);

    private final @Nullable Object value;

    Json(@Nullable Object value) {
        this.value = value;
    }

    /** Returns the member of an object; nothing if there is none. */
    public Json at(String name) {
        return value instanceof Map<?, ?> map && map.get(name) instanceof Json member ? member : NOTHING;
    }

    /** Returns the elements of an array; empty if this is none. */
    public List<Json> elements() {
        return value instanceof List<?> list
                ? list.stream().map(Json.class::cast).toList()
                : List.of();
    }

    /** Returns the names of an object's members, in their order; empty if this is none. */
    public List<String> names() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String.class::cast).toList()
                : List.of();
    }

    /** Tells whether this is an array, be it empty. */
    public boolean isArray() {
        return value instanceof List;
    }

    /** Tells whether this is an object, be it empty. */
    public boolean isObject() {
        return value instanceof Map;
    }

    /** Returns a text that is not empty. */
    public Optional<String> text() {
        return value instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** Returns a number; a text is none. */
    public Optional<BigDecimal> number() {
        return value instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }
}
