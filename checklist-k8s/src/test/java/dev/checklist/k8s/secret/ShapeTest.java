package dev.checklist.k8s.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of a value: characters are counted as people count them, and what echo added is named. */
class ShapeTest {
    private static final String ECHO = "the last is a line break (echo writes one, printf does not)";

    private static SecretValue bytes(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return SecretValue.decoded(Base64.getEncoder().encodeToString(all)).orElseThrow();
    }

    @Test
    void a_length_is_exact() {
        assertThat(Shape.length(SecretValue.of("a".repeat(32)), 32)).isEmpty();
        assertThat(Shape.length(SecretValue.of("a".repeat(31)), 32)).contains("it has 31");
        assertThat(Shape.length(SecretValue.of("a".repeat(33)), 32)).contains("it has 33");
        assertThat(Shape.length(SecretValue.of(""), 1)).contains("it has 0");
    }

    @Test
    void a_length_counts_code_points_not_bytes() {
        assertThat(Shape.length(SecretValue.of("é€😀"), 3)).isEmpty();
    }

    @Test
    void a_trailing_newline_makes_33_and_is_named() {
        assertThat(Shape.length(SecretValue.of("a".repeat(32) + "\n"), 32)).contains("of its 33 characters " + ECHO);
    }

    @Test
    void a_line_break_does_not_count_for_a_character_that_is_missing() {
        assertThat(Shape.length(SecretValue.of("a".repeat(31) + "\n"), 32)).contains("of its 32 characters " + ECHO);
    }

    @Test
    void bytes_that_are_no_text_have_no_length_in_characters() {
        assertThat(Shape.length(bytes(0xFF, 0xFE), 2)).contains("its bytes are no text in UTF-8");
    }

    @Test
    void blanks_are_empty_and_bytes_are_not() {
        assertThat(Shape.empty(SecretValue.of(""))).contains("it is empty");
        assertThat(Shape.empty(SecretValue.of(" \n\t"))).contains("it is empty");
        assertThat(Shape.empty(SecretValue.of("x"))).isEmpty();
        assertThat(Shape.empty(bytes(0xFF))).isEmpty();
    }

    @Test
    void an_empty_value_has_no_last_character_that_could_be_no_line_break() {
        assertThat(Shape.lineBreak(SecretValue.of(""))).contains("it is empty");
        assertThat(Shape.lineBreak(SecretValue.of("x"))).isEmpty();
        assertThat(Shape.lineBreak(SecretValue.of("x\n"))).contains("it does");
        assertThat(Shape.lineBreak(SecretValue.of("x\r"))).contains("it does");
        assertThat(Shape.lineBreak(SecretValue.of("x\ny"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AAECAwQFBgcICQoLDA0ODw==, 16, ''",
        "AAECAwQFBgcICQoLDA0ODw, 16, ''",
        "-_-_, 3, ''",
        "+/+/, 3, ''",
        "+_+_, 3, it is no Base64",
        "AAECAwQFBgcICQoLDA0ODw==, 32, it is Base64 of 16",
        "'', 16, it is Base64 of 0",
        "not base64!, 8, it is no Base64",
        "'AAEC AwQF', 6, it is no Base64"
    })
    void base64_is_of_exactly_so_many_bytes(String text, int bytes, String flaw) {
        assertThat(Shape.decodedLength(text, bytes).orElse("")).isEqualTo(flaw);
    }

    @Test
    void base64_with_a_line_break_behind_it_is_what_a_program_would_refuse() {
        assertThat(Shape.decodedLength("AAEC\n", 3))
                .contains("its last character is a line break (echo writes one, printf does not)");
    }

    @Test
    void an_entropy_is_judged_without_the_blanks_around() {
        assertThat(Shape.entropy("abcdefgh", 24)).isEmpty();
        assertThat(Shape.entropy("abcdefgh", 25)).contains("the estimate is lower");
        assertThat(Shape.entropy("aaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", 1)).contains("the estimate is lower");
    }

    @Test
    void values_are_the_same_also_with_a_line_break_behind_one() {
        SecretValue value = SecretValue.of("Zr5");
        assertThat(value.isSameAs(SecretValue.of("Zr5\r\n"))).isTrue();
        assertThat(value.isSameAs(SecretValue.of("Zr6"))).isFalse();
        assertThat(value.isSameAs(SecretValue.of("Zr"))).isFalse();
    }

    @Test
    void a_value_never_shows_itself() {
        assertThat(SecretValue.of("Zr5")).hasToString("***");
        assertThat(SecretValue.decoded("*Zr5")).isEmpty();
    }
}
