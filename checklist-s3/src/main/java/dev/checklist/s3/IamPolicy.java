package dev.checklist.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Prints rights as an IAM policy, with one statement for all resources of the same actions. */
final class IamPolicy {
    private IamPolicy() {}

    /** Prints the actions by resource; the region tells China and GovCloud, whose names begin otherwise. */
    static String of(String region, Map<String, ? extends Set<String>> actions) {
        String partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
        Map<String, List<String>> resources = new TreeMap<>();
        actions.forEach((resource, allowed) -> resources
                .computeIfAbsent(list(allowed), same -> new ArrayList<>())
                .add("arn:" + partition + ":s3:::" + resource));
        List<String> statements = new ArrayList<>();
        resources.forEach((allowed, arns) -> statements.add(
                "    {\"Effect\": \"Allow\", \"Action\": " + allowed + ", \"Resource\": " + list(arns) + "}"));
        return "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n" + String.join(",\n", statements)
                + "\n  ]\n}\n";
    }

    private static String list(Iterable<String> texts) {
        List<String> quoted = new ArrayList<>();
        texts.forEach(text -> quoted.add('"' + escaped(text) + '"'));
        return "[" + String.join(", ", quoted) + "]";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\');
            }
            escaped.append(c < 0x20 ? String.format("\\u%04x", c) : String.valueOf((char) c));
        });
        return escaped.toString();
    }
}
