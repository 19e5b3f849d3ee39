package dev.checklist.k8s.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One change of one place in an object, by name. */
record Mutation(String pointer, String name, Tree result) {

    private static final Pattern QUANTITY = Pattern.compile("\\d+(m|Ki|Mi|Gi)?");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*Z");
    private static final Duration YEAR = Duration.ofDays(365);

    static List<Mutation> ofLeaf(Tree object, String pointer) {
        List<Mutation> mutations = new ArrayList<>();
        mutations.add(new Mutation(pointer, "removed", object.without(pointer)));
        alterations(object.at(pointer))
                .forEach((name, value) -> mutations.add(new Mutation(pointer, name, object.with(pointer, value))));
        return mutations;
    }

    static List<Mutation> ofBranch(Tree object, String pointer) {
        return List.of(
                new Mutation(pointer, "removed", object.without(pointer)),
                new Mutation(pointer, "null", object.with(pointer, null)));
    }

    private static Map<String, Object> alterations(Object value) {
        if (value instanceof Integer n) {
            return n == 0 ? Map.of("more", 1) : ordered("zero", 0, "less", n - 1, "more", n + 1);
        }
        if (value instanceof Boolean flag) {
            return Map.of("flipped", !flag);
        }
        if (!(value instanceof String text)) {
            return Map.of();
        }
        if (text.equals("True") || text.equals("False")) {
            return ordered("flipped", text.equals("True") ? "False" : "True", "Unknown", "Unknown", "altered", "maybe");
        }
        if (TIME.matcher(text).matches()) {
            Instant time = Instant.parse(text);
            return ordered("earlier", "" + time.minus(YEAR), "later", "" + time.plus(YEAR), "altered", "soon");
        }
        return QUANTITY.matcher(text).matches()
                ? ordered("zero", "0", "more", "9" + text, "altered", "some")
                : Map.of("altered", "altered");
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Override
    public String toString() {
        return pointer + " " + name;
    }
}
