package dev.checklist.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes fields of a JSON object; what is absent or empty is left out. */
final class JsonFields {
    /** Readers limit names: Jackson's refuses a document with a longer one than 50 000 characters. */
    private static final int LONGEST_NAME = 1_000;

    private final JsonGenerator json;

    JsonFields(JsonGenerator json) {
        this.json = json;
    }

    /** Returns a layout with the same line ends on every machine. */
    static PrettyPrinter lines() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withArrayIndenter(indenter).withObjectIndenter(indenter);
    }

    /** Writes the inside of an object or an element. */
    @FunctionalInterface
    interface Content<T> {
        void write(T value) throws IOException;
    }

    void text(String name, String value) throws IOException {
        json.writeStringField(name, JsonEscapes.whole(value));
    }

    void text(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get().toString());
        }
    }

    void number(String name, int value) throws IOException {
        json.writeNumberField(name, value);
    }

    void flag(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    void texts(String name, Collection<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(JsonEscapes.whole(value));
            }
            json.writeEndArray();
        }
    }

    /** Writes names and values in their order. */
    void map(String name, Map<String, String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeObjectFieldStart(name);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text(name(value.getKey()), value.getValue());
            }
            json.writeEndObject();
        }
    }

    /** Returns a name from outside, fit for a field. */
    static String name(String text) {
        String name = JsonEscapes.whole(text);
        return name.length() <= LONGEST_NAME ? name : JsonEscapes.whole(name.substring(0, LONGEST_NAME)) + "…";
    }

    <T> void object(String name, Optional<T> value, Content<T> content) throws IOException {
        if (value.isPresent()) {
            json.writeObjectFieldStart(name);
            content.write(value.get());
            json.writeEndObject();
        }
    }

    <T> void objects(String name, Collection<T> values, Content<T> content) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (T value : values) {
                root(value, content);
            }
            json.writeEndArray();
        }
    }

    <T> void root(T value, Content<T> content) throws IOException {
        json.writeStartObject();
        content.write(value);
        json.writeEndObject();
    }
}
