package dev.checklist.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Is a Content-Security-Policy (CSP Level 3): sources by directive; of a directive that is there twice the first counts. */
record ContentPolicy(Map<String, List<String>> directives) {
    private static final Set<String> EVERYBODY = Set.of("*", "http:", "https:", "http://*", "https://*");

    static ContentPolicy parse(String value) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        // A comma ends a policy as a second header would; what follows only forbids more.
        for (String part : value.split("[;,]")) {
            List<String> words = Arrays.stream(
                            part.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty()) {
                directives.putIfAbsent(words.get(0), words.subList(1, words.size()));
            }
        }
        return new ContentPolicy(directives);
    }

    boolean limitsFrames() {
        return directives.containsKey("frame-ancestors");
    }

    boolean limitsFramesWell() {
        return directives.getOrDefault("frame-ancestors", List.of("*")).stream().noneMatch(EVERYBODY::contains);
    }

    void judge(HeaderFindings findings) {
        boolean isPolicy = directives.keySet().stream()
                .anyMatch(name -> name.endsWith("-src") || name.startsWith("frame-") || name.equals("sandbox"));
        if (!isPolicy) {
            findings.problem("Content-Security-Policy restricts nothing");
            return;
        }
        List<String> scripts =
                directives.getOrDefault("script-src", directives.getOrDefault("default-src", List.of("*")));
        boolean isTied = scripts.stream().anyMatch(s -> s.startsWith("'nonce-") || s.startsWith("'sha"));
        if (scripts.stream().anyMatch(EVERYBODY::contains)) {
            findings.warning("Content-Security-Policy lets scripts come from everywhere");
        } else if (scripts.contains("'unsafe-inline'") && !isTied) {
            findings.warning("Content-Security-Policy allows 'unsafe-inline' scripts without nonce or hash");
        }
    }
}
