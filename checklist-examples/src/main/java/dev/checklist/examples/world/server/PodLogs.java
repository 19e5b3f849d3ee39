package dev.checklist.examples.world.server;

import dev.checklist.examples.world.state.Template;
import io.fabric8.mockwebserver.http.MockResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The logs of containers, by namespace, pod and container; each line begins with its instant. */
record PodLogs(Map<String, List<String>> lines) {
    static final PodLogs NONE = new PodLogs(Map.of());

    /** Fills the placeholders of all lines. */
    static PodLogs of(Map<String, List<String>> logs, Template template) {
        Map<String, List<String>> filled = new HashMap<>();
        logs.forEach((log, lines) ->
                filled.put(log, lines.stream().map(template::fill).toList()));
        return new PodLogs(filled);
    }

    /** A request for one log. */
    record Asked(String namespace, String pod, Map<String, String> query) {
        private static final Pattern PATH = Pattern.compile("/api/v1/namespaces/([^/]+)/pods/([^/]+)/log");

        static Optional<Asked> of(String target) {
            URI uri = URI.create(target);
            Matcher path = PATH.matcher(uri.getPath());
            if (!path.matches()) {
                return Optional.empty();
            }
            Map<String, String> query = new HashMap<>();
            for (String parameter : String.valueOf(uri.getRawQuery()).split("&", -1)) {
                String[] pair = parameter.split("=", 2);
                query.put(pair[0], pair.length > 1 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "");
            }
            return Optional.of(new Asked(path.group(1), path.group(2), query));
        }

        private String log() {
            return namespace + "/" + pod + "/" + query.getOrDefault("container", "");
        }

        private Instant since() {
            return Optional.ofNullable(query.get("sinceTime"))
                    .map(Instant::parse)
                    .orElse(Instant.MIN);
        }
    }

    MockResponse answer(Asked asked) {
        if (asked.query().containsKey("previous")) {
            return ApiAnswers.badRequest("previous terminated container in pod \"" + asked.pod() + "\" not found");
        }
        return ApiAnswers.text(lines.getOrDefault(asked.log(), List.of()).stream()
                .filter(line ->
                        !Instant.parse(line.substring(0, line.indexOf(' '))).isBefore(asked.since()))
                .map(line -> line + "\n")
                .collect(Collectors.joining()));
    }
}
