package dev.checklist.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a JSON document to its end, one token at a time, and finds the value at a pointer. */
final class JsonDocument {
    static final int DEEPEST = 500;
    private static final int LONGEST_NUMBER = 1_000;

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private JsonDocument() {}

    /**
     * Finds the value at a pointer, if there is one.
     *
     * @throws MalformedException if the bytes are not exactly one document in UTF-8
     */
    static Optional<JsonValue> find(byte[] bytes, JsonPath pointer) throws MalformedException {
        try (JsonParser parser = STRICT.createParser(text(bytes))) {
            return find(parser, pointer);
        } catch (CharacterCodingException e) {
            throw new MalformedException("it is not UTF-8");
        } catch (JsonProcessingException e) {
            throw new MalformedException(why(e));
        } catch (IOException e) {
            throw new MalformedException(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<JsonValue> find(JsonParser parser, JsonPath pointer) throws IOException {
        @Nullable JsonValue found = null;
        int documents = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME || token.isStructEnd()) {
                continue;
            }
            JsonStreamContext here = parser.getParsingContext();
            JsonStreamContext place = token.isStructStart() ? here.getParent() : here;
            if (place.inRoot()) {
                documents++;
            }
            if (documents > 1) {
                throw new MalformedException("there is more behind the end of the document");
            }
            if (pointer.leadsTo(place)) {
                found = JsonValue.of(token, parser.getText());
            }
        }
        if (documents == 0) {
            throw new MalformedException("it is empty");
        }
        return Optional.ofNullable(found);
    }

    /** Leaves out the token that was not recognized: it is the beginning of who knows what. */
    private static String why(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        String said = message.startsWith("Unrecognized token") ? "Unrecognized token" : message;
        JsonLocation at = e.getLocation();
        return at == null ? said : said + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Says why bytes are no JSON document. */
    static final class MalformedException extends IOException {
        private static final long serialVersionUID = 1;

        MalformedException(String why) {
            super(why);
        }
    }
}
