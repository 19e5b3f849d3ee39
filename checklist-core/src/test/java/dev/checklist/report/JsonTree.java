package dev.checklist.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.ObjectMapper;
import wiremock.com.networknt.schema.JsonSchema;
import wiremock.com.networknt.schema.JsonSchemaFactory;
import wiremock.com.networknt.schema.SpecVersion;
import wiremock.com.networknt.schema.ValidationMessage;

/** Reads JSON, and judges it by the published schema, with what WireMock's jar brings along. */
final class JsonTree {
    private static final JsonNode SCHEMA = schema();
    private static final JsonSchema RULES =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

    private final JsonNode root;

    private JsonTree(JsonNode root) {
        this.root = root;
    }

    static JsonTree of(String json) {
        try {
            return new JsonTree(new ObjectMapper().readTree(json));
        } catch (IOException problem) {
            throw new AssertionError("not JSON: " + problem.getMessage(), problem);
        }
    }

    static JsonTree ofSchema() {
        return new JsonTree(SCHEMA);
    }

    private static JsonNode schema() {
        try (InputStream in = JsonRenderer.class.getResourceAsStream("report-schema-1.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Returns what the schema has against this document. */
    List<String> errors() {
        return RULES.validate(root).stream().map(ValidationMessage::getMessage).toList();
    }

    String at(String pointer) {
        return root.at(pointer).asText();
    }

    int size(String pointer) {
        return root.at(pointer).size();
    }

    List<JsonTree> all(String pointer) {
        List<JsonTree> all = new ArrayList<>();
        root.at(pointer).forEach(node -> all.add(new JsonTree(node)));
        return all;
    }

    boolean has(String pointer) {
        return !root.at(pointer).isMissingNode();
    }

    /** Returns the texts that every field called so has. */
    List<String> texts(String field) {
        return root.findValuesAsText(field);
    }

    /** Returns names of fields and values, as read. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        collect(root, texts);
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.fieldNames().forEachRemaining(texts::add);
        node.forEach(child -> collect(child, texts));
    }

    /** Returns the names of the fields at this place, in order. */
    List<String> names(String pointer) {
        List<String> names = new ArrayList<>();
        root.at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns the names under every object called so, wherever it is. */
    Set<String> namesUnder(String field) {
        Set<String> names = new LinkedHashSet<>();
        root.findValues(field).forEach(node -> node.fieldNames().forEachRemaining(names::add));
        return names;
    }
}
