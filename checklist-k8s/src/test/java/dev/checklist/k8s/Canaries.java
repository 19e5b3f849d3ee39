package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.checklist.report.JUnitXmlRenderer;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.MarkdownRenderer;
import dev.checklist.report.Renderer;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that must be nowhere, and every form in which they could be there. */
record Canaries(List<String> values) {
    /** Has what Base64, URLs, JSON and XML each write in another way. */
    static final String VALUE = "CANARY <of> a \"value\" & 7Hq/é\\+5Wd";

    private static final String ANNOTATION = "CANARY-of-an-annotation-3Zx";
    private static final int SHORTEST = 6;

    /** Plants a canary under one more key of every Secret, and one in the annotation that kubectl writes. */
    static FakeCluster planted(FakeCluster cluster) {
        FakeCluster planted = cluster;
        for (String path : secrets(cluster)) {
            planted = planted.with(path, "/data/canary", ConfigContract.base64(VALUE))
                    .with(
                            path,
                            "/metadata/annotations",
                            Map.of(
                                    "kubectl.kubernetes.io/last-applied-configuration",
                                    "{\"stringData\":\"" + ANNOTATION + "\"}"));
        }
        return planted;
    }

    /** Takes every value of every Secret of a cluster for a canary: those that keep a rule and those that break it. */
    static Canaries of(FakeCluster cluster) {
        Set<String> values = new LinkedHashSet<>(List.of(ANNOTATION));
        for (String path : secrets(cluster)) {
            for (JsonNode value : cluster.objects().get(path).path("data")) {
                String text =
                        new String(Base64.getMimeDecoder().decode(value.asText()), StandardCharsets.UTF_8).strip();
                text.lines().filter(line -> !line.startsWith("-----")).forEach(values::add);
                if (text.contains("://")) {
                    values.add(text.replaceFirst(".*://[^:]*:([^@]*)@.*", "$1"));
                }
            }
        }
        values.removeIf(value -> value.length() < SHORTEST);
        return new Canaries(List.copyOf(values));
    }

    /** These, too. */
    Canaries and(String... more) {
        List<String> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return new Canaries(all);
    }

    private static List<String> secrets(FakeCluster cluster) {
        return cluster.objects().keySet().stream()
                .filter(path -> path.contains("/secrets/"))
                .toList();
    }

    /** Every form of every value. */
    Set<String> forms() {
        Set<String> forms = new LinkedHashSet<>();
        for (String value : values) {
            forms.addAll(forms(value));
        }
        return forms;
    }

    static Set<String> forms(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>(List.of(
                value,
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"),
                json(value),
                json(value).replace("/", "\\/"),
                json(value).replace("<", "\\u003C"),
                json(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"),
                xml(value),
                xml(value).replace("&quot;", "\""),
                HexFormat.of().formatHex(bytes)));
        for (int offset = 0; offset < 3; offset++) {
            byte[] padded = ("x".repeat(offset) + value).getBytes(StandardCharsets.UTF_8);
            // what stands before and behind the value changes the first and the last characters only
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(padded);
            String inner = encoded.substring(offset == 0 ? 0 : 4, encoded.length() - encoded.length() % 4);
            forms.add(inner);
            forms.add(inner.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }

    private static String json(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String xml(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Tells the canaries that stand in a text. */
    List<String> in(String text) {
        return forms().stream().filter(text::contains).toList();
    }

    void assertNoneIn(String where, Iterable<String> texts) {
        for (String text : texts) {
            assertThat(in(text)).as("in " + where).isEmpty();
        }
    }

    /** A report in every format and as every text that it has. */
    static List<String> shown(Report report) {
        List<String> all =
                new ArrayList<>(List.of(report.toString(), report.causes().toString()));
        for (Result result : report.results()) {
            all.add(result.toString() + result.attempts() + result.evidence() + result.warnings());
        }
        renderers().values().forEach(renderer -> all.add(rendered(report, renderer)));
        return all;
    }

    static Map<String, Renderer> renderers() {
        return Map.of(
                "text", TextRenderer.create(),
                "Markdown", MarkdownRenderer.create(),
                "JSON", JsonRenderer.create(),
                "JUnit XML", JUnitXmlRenderer.create());
    }

    static String rendered(Report report, Renderer renderer) {
        try {
            StringBuilder out = new StringBuilder();
            renderer.render(report, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
