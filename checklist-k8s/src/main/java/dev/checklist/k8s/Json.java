package dev.checklist.k8s;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers more strictly than the client does: the whole of one UTF-8 document, each key once, each value of its
 * type. What is not exactly that did not come from an API server.
 */
final class Json {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private Json() {}

    static <T> @Nullable T read(InputStream body, Class<T> type) {
        return type.cast(read(body, STRICT.constructType(type)));
    }

    @SuppressWarnings("unchecked") // the type of the items is the one asked for
    static <T> @Nullable Page<T> readPage(InputStream body, Class<T> items) {
        return (Page<T>) read(body, STRICT.getTypeFactory().constructParametricType(Page.class, items));
    }

    /** Turns a part of a document into an object of that type; null if it is none. */
    static <T> @Nullable T convert(JsonNode part, Class<T> type) {
        try {
            return STRICT.treeToValue(part, type);
        } catch (JsonProcessingException e) {
            return null; // as above
        }
    }

    private static @Nullable Object read(InputStream body, JavaType type) {
        // A decoder of its own, since the parser would accept a byte order mark and other encodings.
        try (InputStreamReader text = new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder());
                JsonParser parser = STRICT.createParser(text)) {
            Object value = STRICT.readValue(parser, type);
            // Not FAIL_ON_TRAILING_TOKENS: the model's own deserializers read trees from the middle of the document.
            return parser.nextToken() == null ? value : null;
        } catch (IOException e) {
            return null; // the caller says what was expected; the message may quote the document, secrets and all
        }
    }
}
