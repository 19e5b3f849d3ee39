package dev.checklist.k8s;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints rights as Role and ClusterRole objects, one document each. */
final class RightsYaml {
    /** As refusals are worded: "not permitted: list replicasets in shop". */
    private static final Pattern REFUSED = Pattern.compile("not permitted: \\w+ ([a-z]+)\\b");

    static final String NAME = "checklist-reader";

    private RightsYaml() {}

    /** Prints what one server is asked for; nothing but a comment if only what it grants to everybody. */
    static String of(List<String> titles, String server, List<Right> rights) {
        Map<String, List<Right>> byNamespace =
                rights.stream().collect(Collectors.groupingBy(Right::namespace, TreeMap::new, Collectors.toList()));
        StringBuilder yaml = new StringBuilder(
                "# What the " + (titles.size() == 1 ? "list " : "lists ") + plain(String.join(", ", titles))
                        + (titles.size() == 1 ? " reads of " : " read of ") + plain(server) + "\n"
                        + "# Besides, as every stock cluster grants to all accounts: get /version and what is served, and reviews of oneself.\n");
        byNamespace.forEach((namespace, some) -> yaml.append(role(namespace, some)));
        return yaml.toString();
    }

    private static String role(String namespace, List<Right> rights) {
        boolean isCluster = namespace.isEmpty();
        StringBuilder yaml = new StringBuilder("---\n");
        if (rights.stream().anyMatch(Right::readsEveryPodSpec)) {
            yaml.append("# This ClusterRole reads every pod spec of the cluster, environments included.\n");
        }
        yaml.append("apiVersion: rbac.authorization.k8s.io/v1\nkind: ")
                .append(isCluster ? "ClusterRole" : "Role")
                .append("\nmetadata:\n  name: ")
                .append(NAME)
                .append('\n')
                .append(isCluster ? "" : "  namespace: " + quoted(namespace) + "\n")
                .append("rules:\n");
        rules(rights)
                .forEach(rule -> yaml.append("  - apiGroups: ")
                        .append(quoted(List.of(rule.group())))
                        .append("\n    resources: ")
                        .append(quoted(rule.resources()))
                        .append(rule.names().isEmpty() ? "" : "\n    resourceNames: " + quoted(rule.names()))
                        .append("\n    verbs: ")
                        .append(quoted(rule.verbs()))
                        .append('\n'));
        return yaml.toString();
    }

    /**
     * Prints, in one row, the rule that a refusal says is missing; where it does not say, all rules of the role in the
     * first place that these rights are about.
     */
    static String grant(Rights rights, String refusal) {
        Matcher refused = REFUSED.matcher(refusal);
        String resource = refused.lookingAt() ? refused.group(1) : "";
        List<Right> missing = rights.all().stream()
                .filter(right -> right.resource().equals(resource))
                .toList();
        List<Right> all = missing.isEmpty() ? rights.all() : missing;
        String namespace = all.get(0).namespace();
        String rules = rules(all.stream()
                        .filter(right -> right.namespace().equals(namespace))
                        .toList())
                .stream()
                .map(rule -> "{apiGroups: " + quoted(List.of(rule.group())) + ", resources: "
                        + quoted(rule.resources())
                        + (rule.names().isEmpty() ? "" : ", resourceNames: " + quoted(rule.names()))
                        + ", verbs: "
                        + quoted(rule.verbs()) + "}")
                .collect(Collectors.joining(", ", "rules: [", "]"));
        return rules + (namespace.isEmpty() ? " # ClusterRole" : " # Role in " + namespace);
    }

    private record Rule(String group, Set<String> resources, Set<String> names, Set<String> verbs) {}

    /** Merges rights that differ in verb or name only, then those to different resources that are else the same. */
    private static Collection<Rule> rules(List<Right> rights) {
        Map<List<?>, Rule> byResource = new LinkedHashMap<>();
        for (Right right : rights) {
            boolean isNamed = !right.name().isEmpty();
            Rule rule = byResource.computeIfAbsent(
                    List.of(right.group(), right.resource(), isNamed),
                    key -> new Rule(right.group(), Set.of(right.resource()), new TreeSet<>(), new TreeSet<>()));
            rule.verbs().add(right.verb());
            if (isNamed) {
                rule.names().add(right.name());
            }
        }
        Map<List<?>, Rule> merged = new LinkedHashMap<>();
        for (Rule rule : byResource.values()) {
            List<?> key = List.of(
                    rule.group(), rule.verbs(), rule.names().isEmpty() ? Set.of() : rule.resources(), rule.names());
            Rule all = merged.computeIfAbsent(
                    key, unused -> new Rule(rule.group(), new TreeSet<>(), rule.names(), rule.verbs()));
            all.resources().addAll(rule.resources());
        }
        return merged.values();
    }

    private static String quoted(Collection<String> words) {
        return words.stream().map(RightsYaml::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Quotes as JSON does, which YAML reads; these are names without control characters. */
    private static String quoted(String word) {
        return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}|[\\u0085\\u2028\\u2029]", " ");
    }
}
