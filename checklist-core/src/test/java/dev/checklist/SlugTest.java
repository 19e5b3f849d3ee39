package dev.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rolled out                  | rolled-out",
                "  3 of 3 -- ready!          | 3-of-3-ready",
                "payments-api_v1.2           | payments-api-v1-2",
                "Übergröße geprüft           | übergröße-geprüft",
                "ΑΘΗΝΑ είναι έτοιμη          | αθηνα-είναι-έτοιμη",
                "Резервная копия             | резервная-копия",
                "数据库备份已验证                  | 数据库备份已验证",
                "データベース 準備完了              | データベース-準備完了",
                "النسخة الاحتياطية           | النسخة-الاحتياطية",
                "बैकअप तैयार है                | बैकअप-तैयार-है",
                "데이터베이스 준비                 | 데이터베이스-준비",
                "גיבוי ٣ ready               | גיבוי-٣-ready",
                "𝔘𐐀 letters beyond the BMP   | 𝔘𐐨-letters-beyond-the-bmp",
                "<script>alert(1)</script>   | script-alert-1-script"
            })
    void slugs_keep_letters_marks_and_digits_of_every_script(String text, String slug) {
        assertThat(Slug.of(text)).isEqualTo(slug);
    }

    @Test
    void equal_texts_in_composed_and_decomposed_form_have_the_same_slug() {
        for (String text : new String[] {"Größe é", "Größe é".repeat(40)}) {
            String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
            assertThat(decomposed).isNotEqualTo(text);
            assertThat(Slug.of(decomposed)).isEqualTo(Slug.of(text));
        }
    }

    @Test
    void a_slug_of_up_to_80_characters_stays_whole() {
        assertThat(Slug.of("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Slug.of("!".repeat(500) + "x".repeat(80))).isEqualTo("x".repeat(80));
    }

    @Test
    void a_longer_slug_is_cut_and_ends_in_a_short_hash_of_the_whole_text() {
        String slug = Slug.of("x".repeat(81));
        assertThat(slug).hasSize(80).matches("x{71}-[0-9a-f]{8}");
        assertThat(Slug.of("x".repeat(82))).isNotEqualTo(slug).hasSize(80);
        assertThat(Slug.of("X".repeat(81)))
                .as("case does not count, as in short ones")
                .isEqualTo(slug);
        assertThat(Slug.of("x".repeat(131_072))).hasSize(80);
    }

    @Test
    void a_cut_never_halves_a_character_beyond_the_bmp() {
        String slug = Slug.of("x" + "𐐨".repeat(60));
        assertThat(slug).hasSize(80).matches("x(𐐨){35}-[0-9a-f]{8}");
        assertThat(Slug.of("𐐨".repeat(60))).hasSize(79).matches("(𐐨){35}-[0-9a-f]{8}");
        assertThat(Slug.of("x".repeat(70) + "𐐨" + "y".repeat(9))).matches("x{70}-[0-9a-f]{8}");
        assertThat(Slug.of("x".repeat(72) + "𐐨".repeat(9))).matches("x{71}-[0-9a-f]{8}");
    }

    @Test
    void a_text_without_letters_and_digits_is_a_hash() {
        assertThat(Slug.of("✅ → 🚀")).matches("[0-9a-f]{8}").isNotEqualTo(Slug.of("❌ → 🚀"));
        assertThat(Slug.of("\uD800")).as("a lone surrogate").matches("[0-9a-f]{8}");
    }
}
