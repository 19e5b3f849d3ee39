package dev.checklist.run.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds every text that hangs on an object of ours, by reflection over all fields. */
final class Strings {
    private final Map<Object, Boolean> seen = new IdentityHashMap<>();
    private final List<String> found = new ArrayList<>();

    private Strings() {}

    static List<String> in(Object root) {
        Strings strings = new Strings();
        strings.walk(root);
        return strings.found;
    }

    private void walk(Object object) {
        if (object == null || seen.put(object, true) != null) {
            return;
        }
        if (object instanceof CharSequence text) {
            found.add(text.toString());
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                walk(key);
                walk(value);
            });
        } else if (object instanceof Collection<?> all) {
            all.forEach(this::walk);
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(this::walk);
        } else if (object.getClass().getName().startsWith("dev.checklist.")) {
            found.add(object.toString());
            walkFields(object);
        } else {
            found.add(object.toString()); // a time, a number, an enum
        }
    }

    private void walkFields(Object object) {
        for (Class<?> type = object.getClass(); type != Object.class && type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && type.getName().startsWith("dev.checklist.")) {
                    field.setAccessible(true);
                    try {
                        walk(field.get(object));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        }
    }
}
