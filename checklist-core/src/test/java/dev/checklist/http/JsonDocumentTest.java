package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
    private static final String RFC = """
            {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\\\j": 5, "k\\"l": 6, " ": 7, "m~n": 8}
            """;

    private static Optional<JsonValue> find(String document, String pointer) throws Exception {
        return JsonDocument.find(document.getBytes(StandardCharsets.UTF_8), JsonPath.of(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/foo/0,\"bar\"",
                "/foo/1,\"baz\"",
                "/,0",
                "/a~1b,1",
                "/c%d,2",
                "/e^f,3",
                "/g|h,4",
                "/i\\j,5",
                "/k\"l,6",
                "`/ `,7",
                "/m~0n,8",
                "/foo,an array",
                "``,an object"
            })
    void the_examples_of_rfc_6901_are_found(String pointer, String value) throws Exception {
        assertThat(find(RFC, pointer)).map(JsonValue::toString).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/foo/2",
                "/foo/00",
                "/foo/-",
                "/foo/-1",
                "/foo/0/0",
                "/foo/bar",
                "/fo",
                "/foo/",
                "/a/b",
                "/m~01n"
            })
    void what_is_not_there_is_not_found(String pointer) throws Exception {
        assertThat(find(RFC, pointer)).isEmpty();
    }

    @Test
    void a_value_deep_within_arrays_and_objects_is_found() throws Exception {
        assertThat(find("[[], {\"a\": [1, {\"b\": [[], \"x\"]}]}, 2]", "/1/a/1/b/1"))
                .map(JsonValue::toString)
                .contains("\"x\"");
    }

    @Test
    void a_scalar_is_a_document() throws Exception {
        assertThat(find(" true ", "")).contains(JsonValue.of(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} x",
                "{\"a\":1}{\"a\":1}",
                "{\"a\":1}\n2",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1 /* x */}",
                "{\"a\":\"\u0001\"}",
                "pass",
                "[1 2]"
            })
    void what_is_not_one_document_is_malformed(String document) {
        assertThatThrownBy(() -> find(document, "/a")).isInstanceOf(JsonDocument.MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"status\":\"pass\",\"status\":\"fail\"}",
                "{\"x\":{\"a\":1,\"b\":2,\"a\":3}}",
                "{\"a\":1,\"\\u0061\":1}"
            })
    void a_duplicate_key_is_malformed(String document) {
        assertThatThrownBy(() -> find(document, "/a"))
                .isInstanceOf(JsonDocument.MalformedException.class)
                .hasMessageContaining("Duplicate field");
    }

    @Test
    void ten_thousand_levels_are_malformed_and_no_stack_overflow() {
        assertThatThrownBy(() -> find("[".repeat(10_000) + "]".repeat(10_000), "/0/0"))
                .isInstanceOf(JsonDocument.MalformedException.class)
                .hasMessageContaining("nesting depth");
        assertThatThrownBy(() -> find("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), "/a"))
                .isInstanceOf(JsonDocument.MalformedException.class);
    }

    @Test
    void the_deepest_level_that_is_read_is_read() throws Exception {
        String document = "[".repeat(JsonDocument.DEEPEST) + "1" + "]".repeat(JsonDocument.DEEPEST);
        assertThat(find(document, "/0".repeat(JsonDocument.DEEPEST))).contains(JsonValue.of(1));
    }

    @Test
    void a_number_of_a_thousand_digits_is_read_and_a_longer_one_is_malformed() throws Exception {
        assertThat(find("1".repeat(1_000), "")).isPresent();
        assertThatThrownBy(() -> find("1".repeat(1_001), "")).isInstanceOf(JsonDocument.MalformedException.class);
    }

    @Test
    void a_byte_order_mark_is_skipped_once() throws Exception {
        assertThat(find("\uFEFF{\"a\":1}", "/a")).contains(JsonValue.of(1));
        assertThatThrownBy(() -> find("\uFEFF\uFEFF{\"a\":1}", "/a"))
                .isInstanceOf(JsonDocument.MalformedException.class);
    }

    @Test
    void bytes_that_are_not_utf_8_are_malformed() {
        byte[] latin = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> JsonDocument.find(latin, JsonPath.of("/a")))
                .isInstanceOf(JsonDocument.MalformedException.class)
                .hasMessage("it is not UTF-8");
        byte[] wide = "{\"a\":1}".getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> JsonDocument.find(wide, JsonPath.of("/a")))
                .isInstanceOf(JsonDocument.MalformedException.class);
    }

    @Test
    void a_pointer_of_any_length_is_read() throws Exception {
        assertThat(find("{\"a\":1}", "/" + "x".repeat(100_000))).isEmpty();
        assertThat(find("[]", "/0".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "/~", "/~2", "/a/~", "$.status", " /a"})
    void a_pointer_that_is_none_is_refused(String pointer) {
        assertThatThrownBy(() -> JsonPath.of(pointer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pointer is \"" + pointer + "\": expected a JSON Pointer");
    }
}
