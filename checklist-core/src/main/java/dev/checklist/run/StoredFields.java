package dev.checklist.run;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an object of a stored report; what is missing or of the wrong type is refused, naming its place. */
final class StoredFields {
    private final String place;
    private final Map<?, ?> fields;

    StoredFields(String place, @Nullable Object value) {
        this.place = place;
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(place, "an object", value);
        }
        this.fields = map;
    }

    private static IllegalArgumentException wrong(String place, String wanted, @Nullable Object found) {
        String shown = found == null ? "nothing" : found.getClass().getSimpleName();
        return new IllegalArgumentException("not a stored report: expected " + wanted + " at " + place + ", but found "
                + shown + "; give what JsonRenderer wrote");
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> wrong(at(name), "a text", null));
    }

    Optional<String> optional(String name) {
        Object value = fields.get(name);
        if (value != null && !(value instanceof String)) {
            throw wrong(at(name), "a text", value);
        }
        return Optional.ofNullable((String) value);
    }

    @Nullable
    String orNull(String name) {
        return optional(name).orElse(null);
    }

    /** Reads a text by the format of its type, such as an instant or the name of a status. */
    <T> T as(String name, Function<String, T> format) {
        return parse(name, text(name), format);
    }

    <T> Optional<T> optionalAs(String name, Function<String, T> format) {
        return optional(name).map(text -> parse(name, text, format));
    }

    private <T> T parse(String name, String text, Function<String, T> format) {
        try {
            return format.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a stored report: " + at(name) + " is \"" + text + "\": "
                    + e.getMessage() + "; give what JsonRenderer wrote");
        }
    }

    int number(String name) {
        return optionalNumber(name).orElseThrow(() -> wrong(at(name), "a number", null));
    }

    Optional<Integer> optionalNumber(String name) {
        Object value = fields.get(name);
        if (value != null && !(value instanceof Number)) {
            throw wrong(at(name), "a number", value);
        }
        return Optional.ofNullable(value).map(number -> Math.toIntExact(((Number) number).longValue()));
    }

    boolean flag(String name) {
        if (fields.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(at(name), "true or false", fields.get(name));
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (Object value : list(name)) {
            if (!(value instanceof String text)) {
                throw wrong(at(name), "texts", value);
            }
            all.add(text);
        }
        return List.copyOf(all);
    }

    Map<String, String> map(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        if (fields.get(name) != null) {
            new StoredFields(at(name), fields.get(name)).fields.forEach((key, value) -> {
                if (!(key instanceof String text) || !(value instanceof String said)) {
                    throw wrong(at(name), "texts by name", value);
                }
                all.put(text, said);
            });
        }
        return all;
    }

    Optional<StoredFields> object(String name) {
        return Optional.ofNullable(fields.get(name)).map(value -> new StoredFields(at(name), value));
    }

    <T> List<T> objects(String name, Function<StoredFields, T> read) {
        List<T> all = new ArrayList<>();
        for (Object value : list(name)) {
            all.add(read.apply(new StoredFields(at(name) + "[" + all.size() + "]", value)));
        }
        return List.copyOf(all);
    }

    private List<?> list(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(at(name), "a list", value);
        }
        return list;
    }
}
