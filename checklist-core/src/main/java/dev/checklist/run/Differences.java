package dev.checklist.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Words what differs between two sets of names and values. */
final class Differences {
    private Differences() {}

    static Map<String, String> of(Map<String, String> before, Map<String, String> now) {
        Map<String, String> all = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(before.keySet());
        for (String name : names) {
            String was = before.getOrDefault(name, "nothing");
            String is = now.getOrDefault(name, "nothing");
            if (!was.equals(is)) {
                all.put(name, was + " → " + is);
            }
        }
        return Collections.unmodifiableMap(all);
    }

    static Map<String, String> joined(Map<String, Set<String>> values) {
        Map<String, String> all = new LinkedHashMap<>();
        values.forEach((name, set) -> all.put(name, String.join(", ", set)));
        return all;
    }
}
