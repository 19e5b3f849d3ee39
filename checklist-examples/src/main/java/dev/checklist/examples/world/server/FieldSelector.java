package dev.checklist.examples.world.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a list is narrowed to by the values of fields, such as {@code status.phase!=Failed,metadata.name=web}. */
record FieldSelector(List<Term> terms) {
    /** One comparison; a field that is absent is empty. */
    private record Term(String pointer, String value, boolean isEqual) {
        static Term of(String text) {
            boolean isEqual = !text.contains("!=");
            String[] parts = text.split(isEqual ? "==?" : "!=", 2);
            return new Term("/" + parts[0].replace('.', '/'), parts.length > 1 ? parts[1] : "", isEqual);
        }
    }

    /** Reads it from a request. */
    static FieldSelector of(String target) {
        List<Term> terms = new ArrayList<>();
        for (String parameter : parameters(target)) {
            if (parameter.startsWith("fieldSelector=")) {
                String text =
                        URLDecoder.decode(parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
                Stream.of(text.split(",", -1))
                        .filter(term -> !term.isEmpty())
                        .map(Term::of)
                        .forEach(terms::add);
            }
        }
        return new FieldSelector(terms);
    }

    /** Returns the request without it. */
    static String without(String target) {
        String query = parameters(target).stream()
                .filter(parameter -> !parameter.startsWith("fieldSelector="))
                .collect(Collectors.joining("&"));
        return URI.create(target).getRawPath() + (query.isEmpty() ? "" : "?" + query);
    }

    private static List<String> parameters(String target) {
        String query = URI.create(target).getRawQuery();
        return query == null ? List.of() : List.of(query.split("&", -1));
    }

    boolean matches(JsonNode item) {
        return terms.stream()
                .allMatch(term -> item.at(term.pointer()).asText("").equals(term.value()) == term.isEqual());
    }
}
