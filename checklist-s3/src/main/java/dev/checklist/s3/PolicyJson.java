package dev.checklist.s3;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a policy into maps, lists and strings; a key that stands twice makes it unreadable. */
final class PolicyJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PolicyJson() {}

    /** Returns the value, or null if the text is no JSON. */
    static @Nullable Object read(@Nullable String text) {
        try (JsonParser parser = JSON.createParser(text == null ? "" : text)) {
            Object value = parser.nextToken() == null ? null : value(parser);
            return parser.nextToken() == null ? value : null;
        } catch (IOException e) {
            return null; // whatever is wrong with it, it is no policy
        }
    }

    // Jackson ends a nesting of more than 1 000 levels, so this recursion ends too.
    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, value(parser));
            }
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : parser.currentToken();
    }
}
