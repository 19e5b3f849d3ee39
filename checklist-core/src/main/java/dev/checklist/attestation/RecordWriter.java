package dev.checklist.attestation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.checklist.hash.Sha256;
import dev.checklist.report.Visible;
import dev.checklist.run.Attestation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a record as one line of JSON, closed by its signature and its hash. */
final class RecordWriter {
    static final String SIGNATURE = ",\"signature\":\"";
    static final String HASH = ",\"hash\":\"";
    static final String CLOSE = "\"}";

    private static final JsonFactory JSON = new JsonFactory();

    private RecordWriter() {}

    /** Returns the line, with its end. */
    static byte[] write(Attestation answer, int number, String previous, @Nullable SigningKey key) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(open(answer, number, previous));
        if (key != null) {
            line.writeBytes(utf8(SIGNATURE + key.sign(line.toByteArray()) + "\""));
        }
        line.writeBytes(utf8(HASH + Sha256.hex(line.toByteArray()) + CLOSE + "\n"));
        return line.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the object without its closing brace. */
    private static byte[] open(Attestation answer, int number, String previous) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.setCharacterEscapes(new Escapes());
            json.writeStartObject();
            json.writeNumberField("record", number);
            text(json, "when", answer.when());
            text(json, "who", answer.who());
            text(json, "role", answer.role());
            json.writeStringField("answer", answer.answer().name());
            if (answer.score().isPresent()) {
                json.writeNumberField("score", answer.score().getAsInt());
            }
            text(json, "id", answer.id());
            text(json, "statement", answer.statement());
            text(json, "comment", answer.comment());
            text(json, "evidence", answer.evidence());
            text(json, "validFor", answer.validity());
            json.writeObjectFieldStart("bound");
            for (Map.Entry<String, String> part : answer.bound().entrySet()) {
                text(json, whole("bound", part.getKey()), part.getValue());
            }
            json.writeEndObject();
            text(json, "binding", answer.binding());
            text(json, "previous", previous);
            json.flush();
            return out.toByteArray(); // close() ends the object, too late for this
        } catch (IOException e) {
            throw new IllegalArgumentException("the answer cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    private static void text(JsonGenerator json, String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            text(json, name, value.get().toString());
        }
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        json.writeStringField(name, whole(name, value));
    }

    /** Refuses halves of surrogate pairs, which no file in UTF-8 can keep. */
    private static String whole(String name, String value) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException(
                    name + " is \"" + Visible.line(value) + "\": expected no half of a surrogate pair");
        }
        return value;
    }
}
