package dev.checklist.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
    @Test
    void controls_and_overrides_are_written_out() {
        assertThat(Visible.line("a\u001b[2Jb\u0000c\u0007d\u009be\u007f"))
                .isEqualTo("a\\u001b[2Jb\\u0000c\\u0007d\\u009be\\u007f");
        assertThat(Visible.line("\u202egpj.exe\u2066x\u200f\u200b\ufeff"))
                .isEqualTo("\\u202egpj.exe\\u2066x\\u200f\\u200b\\ufeff");
        assertThat(Visible.line("a\u2028b\u2029c")).isEqualTo("a\\u2028b\\u2029c");
        assertThat(Visible.line("a\ud83db")).isEqualTo("a\\ud83db");
        assertThat(Visible.line("a\udb40\udc41")).isEqualTo("a\\u{e0041}");
    }

    @Test
    void letters_of_every_script_marks_and_joined_emoji_stay() {
        String text = "Trackdéchets שלום 東京 Z\u0351 👩\u200d💻 50 % \u00a0\u200c";

        assertThat(Visible.line(text)).isEqualTo(text);
    }

    @Test
    void line_breaks_and_runs_of_spaces_are_folded_and_a_lone_carriage_return_is_shown() {
        assertThat(Visible.line("  a\n\n  b\t\tc\r\nd  ")).isEqualTo("a b c d");
        assertThat(Visible.line("fine\r OK")).isEqualTo("fine\\u000d OK");
        assertThat(Visible.line("fine\r")).isEqualTo("fine\\u000d");
        assertThat(Visible.line(" \n ")).isEmpty();
    }

    @Test
    void a_long_text_is_cut_between_characters_and_says_how_much_is_missing() {
        assertThat(Visible.line("x".repeat(1_000))).isEqualTo("x".repeat(1_000));
        assertThat(Visible.line("x".repeat(1_001))).isEqualTo("x".repeat(1_000) + "… (1 more characters)");
        assertThat(Visible.line("x".repeat(1_000) + "  \n")).isEqualTo("x".repeat(1_000));
        assertThat(Visible.line("😀".repeat(1_001))).startsWith("😀".repeat(1_000) + "…");
    }

    @Test
    void the_rows_of_a_text_keep_their_indentation() {
        assertThat(Visible.lines("\na\r\n  b\n\tc \u001b[31m\n\nd\n"))
                .containsExactly("a", "  b", "    c \\u001b[31m", "", "d");
        assertThat(Visible.lines("x".repeat(2_000))).containsExactly("x".repeat(1_000));
    }

    @Test
    void commands_of_build_servers_are_defused() {
        assertThat(Visible.line("##vso[task.complete]")).isEqualTo("##vso\\u005btask.complete]");
        assertThat(Visible.line("see ##[error]x ##teamcity[a]")).isEqualTo("see ##\\u005berror]x ##teamcity\\u005ba]");
        assertThat(Visible.lines("##[group]")).containsExactly("##\\u005bgroup]");
        assertThat(Visible.line("issue #1 [a]")).isEqualTo("issue #1 [a]");
    }

    @Test
    void ascii_spells_our_signs_by_look_alikes_and_all_else_as_escapes() {
        assertThat(Visible.ascii("✓ ✗ ⊘ – · … ! ? ~")).isEqualTo("+ x # - | ... ! ? ~");
        assertThat(Visible.ascii("é😀\u007f")).isEqualTo("\\u00e9\\u{1f600}\\u007f");
    }

    @Test
    void columns_are_those_of_a_terminal() {
        assertThat(Columns.of("abc")).isEqualTo(3);
        assertThat(Columns.of("東京")).isEqualTo(4);
        assertThat(Columns.of("한글")).isEqualTo(4);
        assertThat(Columns.of("e\u0301")).isEqualTo(1);
        assertThat(Columns.of("😀")).isEqualTo(2);
        assertThat(Columns.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Columns.cut("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(Columns.cut("東京東京", 6)).isEqualTo("東京…");
        assertThat(Columns.cut("東京東京", 5)).isEqualTo("東京…");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.9999S, 999 ms",
        "PT1S, 1 s",
        "PT59.9S, 59 s",
        "PT1M, 1 min 0 s",
        "PT59M59S, 59 min 59 s",
        "PT1H, 1 h 0 min",
        "PT49H5M, 49 h 5 min",
        "PT-5S, 0 ms"
    })
    void a_length_of_time_is_worded_with_its_two_largest_units(Duration length, String words) {
        assertThat(Times.words(length)).isEqualTo(words);
    }
}
