package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Matches labels as the API server does; an absent selector or an unknown operator matches nothing. */
final class LabelSelectors {

    private LabelSelectors() {}

    static boolean isEmpty(@Nullable LabelSelector selector) {
        return selector != null
                && labels(selector).isEmpty()
                && expressions(selector).isEmpty();
    }

    static boolean matches(@Nullable LabelSelector selector, HasMetadata object) {
        Map<String, String> labels = labels(object);
        return selector != null
                && contains(labels, labels(selector))
                && expressions(selector).stream().allMatch(expression -> matches(expression, labels));
    }

    static boolean contains(Map<String, String> labels, Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .allMatch(entry -> Objects.equals(labels.get(entry.getKey()), entry.getValue()));
    }

    static Map<String, String> labels(HasMetadata object) {
        return Absent.map(Universal.metadata(object).getLabels());
    }

    private static boolean matches(LabelSelectorRequirement expression, Map<String, String> labels) {
        String value = labels.get(expression.getKey());
        List<String> values = Absent.list(expression.getValues());
        return switch (Absent.text(expression.getOperator())) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }

    private static Map<String, String> labels(LabelSelector selector) {
        return Absent.map(selector.getMatchLabels());
    }

    private static List<LabelSelectorRequirement> expressions(LabelSelector selector) {
        return Absent.list(selector.getMatchExpressions());
    }
}
