package dev.checklist.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Walks through a JSON document to its end, one value at a time; a duplicate key is malformed. */
final class Json {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNumberLength(1_000)
                    .build())
            .build();

    private Json() {}

    /** Reads all values of a document. */
    static List<Leaf> leaves(String text) throws Obstacle {
        List<Leaf> leaves = new ArrayList<>();
        walk(text, leaves::add);
        return leaves;
    }

    /** Hands over each value, from the beginning to the end. */
    static void walk(String text, Consumer<Leaf> visitor) throws Obstacle {
        if (text.isBlank()) {
            throw Obstacle.unseen("it is empty, and no JSON document");
        }
        try (JsonParser parser = STRICT.createParser(text)) {
            int documents = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME || token.isStructEnd()) {
                    continue;
                }
                JsonStreamContext here = parser.getParsingContext();
                JsonStreamContext place = token.isStructStart() ? here.getParent() : here;
                documents += place.inRoot() ? 1 : 0;
                if (documents > 1) {
                    throw Obstacle.unseen("there is more behind the end of its JSON document");
                }
                visitor.accept(new Leaf(path(place), value(token, parser.getText())));
            }
        } catch (JsonProcessingException e) {
            // Without the text itself, which may be anything.
            JsonLocation at = e.getLocation();
            throw Obstacle.unseen("it is no JSON document"
                    + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")"));
        } catch (Obstacle e) {
            throw e;
        } catch (IOException e) {
            throw Obstacle.unseen("it could not be read: " + e.getMessage());
        }
    }

    private static List<String> path(JsonStreamContext place) {
        List<String> path = new ArrayList<>();
        for (JsonStreamContext at = place; at != null && !at.inRoot(); at = at.getParent()) {
            path.add(at.inArray() ? String.valueOf(at.getCurrentIndex()) : String.valueOf(at.getCurrentName()));
        }
        Collections.reverse(path);
        return path;
    }

    private static Scalar value(JsonToken token, String text) {
        return switch (token) {
            case VALUE_STRING -> new Scalar(Scalar.Kind.TEXT, text);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(Scalar.Kind.NUMBER, text);
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(Scalar.Kind.BOOLEAN, text);
            case START_OBJECT -> Scalar.MAP;
            case START_ARRAY -> Scalar.LIST;
            default -> new Scalar(Scalar.Kind.NULL, "");
        };
    }
}
