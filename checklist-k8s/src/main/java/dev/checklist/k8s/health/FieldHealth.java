package dev.checklist.k8s.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.checklist.k8s.health.Conditions.Condition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rules for custom resources whose author of the list says what counts: a condition, or a value at a place. */
public final class FieldHealth {

    private FieldHealth() {}

    /**
     * Judges by one condition.
     *
     * @param object the object as read
     * @param type the exact type
     * @param status the wanted status
     * @param now the time of the observation
     * @return healthy if every condition of the type has the status, for this generation
     */
    public static Health condition(ResourceView object, String type, String status, Instant now) {
        return object.terminating(now).or(() -> object.stale(type)).orElseGet(() -> {
            Facts facts = object.facts();
            List<Condition> found = object.conditions().all(type);
            if (found.isEmpty()) {
                return facts.progressing("it has no condition " + type);
            }
            return found.stream()
                    .filter(condition -> !condition.status().equals(status))
                    .findFirst()
                    .map(other -> facts.progressing(other.quoted()))
                    .orElseGet(() -> facts.healthy(found.get(0).quoted()));
        });
    }

    /**
     * Judges by one value, typed: the number 1 is not the text 1, and null is not absent.
     *
     * @param object the object as read
     * @param pointer where the value stands, a JSON pointer
     * @param expected a String, a Boolean, or a number as a BigDecimal
     * @param now the time of the observation
     * @return healthy if the value is there and equal; one below {@code /status} only for this generation
     */
    public static Health value(ResourceView object, String pointer, Object expected, Instant now) {
        return object.terminating(now)
                .or(() -> pointer.startsWith("/status/") ? object.stale("") : Optional.empty())
                .orElseGet(() -> {
                    Facts facts = object.facts();
                    JsonNode found = object.see(pointer);
                    String words =
                            pointer + " is " + (found.isMissingNode() ? "absent" : Conditions.cut(found.toString()));
                    return isEqual(found, expected) ? facts.healthy(words) : facts.progressing(words);
                });
    }

    private static boolean isEqual(JsonNode found, Object expected) {
        return expected instanceof BigDecimal number
                ? found.isNumber() && found.decimalValue().compareTo(number) == 0
                : found.isTextual() && expected.equals(found.textValue())
                        || found.isBoolean() && expected.equals(found.booleanValue());
    }
}
