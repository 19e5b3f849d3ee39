package dev.checklist.k8s.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is strong when it keeps every rule; each rule alone can break it. */
class StrengthTest {
    private static final String GOOD = "kV3nWq8ZtRx5LmB2yHdP7sJc";

    private static List<String> flaws(String password, String... names) {
        return Strength.flaws(password, List.of(names));
    }

    @Test
    void a_good_password_keeps_every_rule() {
        assertThat(flaws(GOOD, "app", "shop")).isEmpty();
        assertThat(Strength.flaw(GOOD, List.of())).isEmpty();
    }

    @Test
    void fifteen_characters_are_too_few() {
        assertThat(flaws(GOOD.substring(0, 15))).contains("it has fewer than 16 characters");
        assertThat(flaws(GOOD.substring(0, 16))).doesNotContain("it has fewer than 16 characters");
    }

    @Test
    void characters_are_code_points_not_halves_of_them() {
        assertThat(flaws("😀😁😂😃😄😅😆😇😈"))
                .contains("it has fewer than 16 characters", "it has fewer than 10 different characters");
    }

    @Test
    void nine_different_characters_are_too_few() {
        assertThat(flaws("aZ3bY4cX5".repeat(4))).containsExactly("it has fewer than 10 different characters");
        assertThat(flaws("aZ3bY4cX5!".repeat(4))).isEmpty();
    }

    @Test
    void eighty_bits_are_the_least_by_the_smaller_estimate() {
        String low = "its estimated entropy is below 80 bits";
        assertThat(flaws("aZ3bY4cX5dW6eV7fU")).containsExactly(low);
        assertThat(flaws("aZ3bY4cX5dW6eV7fU8gT")).isEmpty();
        assertThat(flaws("49382716059384726150283")).contains(low);
    }

    @Test
    void a_placeholder_is_not_strong_however_long() {
        assertThat(flaws("changeme-" + GOOD)).containsExactly("it holds the words of a placeholder");
    }

    @Test
    void a_line_break_at_the_end_belongs_to_no_password() {
        assertThat(flaws(GOOD + "\n")).containsExactly("it ends with a line break");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "SHOP", "Zt8"})
    void the_name_of_user_database_or_application_is_found_in_any_case(String name) {
        assertThat(flaws(GOOD + name.toUpperCase(java.util.Locale.ROOT) + "x", name))
                .containsExactly("it contains the name of its user, its database or its application");
    }

    @Test
    void names_of_one_or_two_characters_stand_in_passwords_by_chance() {
        assertThat(flaws(GOOD, "k", "V3", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaa", "1111", "abcd", "dcba", "WXYZ", "1234", "7890", "9876", "qwer", "rewq", "ASDF", "hjkl", "zxcv",
                "azer", "qsdf", "wxcv", "qwertz", "yxcv", "AbCdE", "QwErTy"
            })
    void a_run_or_a_row_of_the_keyboard_breaks_it(String run) {
        assertThat(flaws(GOOD + run)).containsExactly("it contains a run of characters or a row of the keyboard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaa", "abc", "123", "qwe", "abce", "1235", "AbCd"})
    void three_neighbours_are_no_run(String none) {
        assertThat(flaws(GOOD + none)).isEmpty();
    }

    @Test
    void a_random_key_in_hexadecimal_digits_has_runs_of_four_by_chance() {
        assertThat(flaws("9f1c4aaaa07be3d528c61d04b7f39ae2")).isEmpty();
        assertThat(flaws("9f1c4aaaaaa7be3d528c61d04b7f39ae")).isNotEmpty();
        assertThat(flaws("9f1c4123456be3d528c61d04b7f39ae2")).isNotEmpty();
    }

    @Test
    void what_a_generator_makes_is_strong() {
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            refused += flaws(Base64.getEncoder().encodeToString(bytes)).isEmpty() ? 0 : 1;
            refused += flaws(HexFormat.of().formatHex(bytes)).isEmpty() ? 0 : 1;
        }
        assertThat(refused).as("of 10000, by chance runs").isLessThan(40);
    }

    @ParameterizedTest
    @CsvSource({"'',0", "aaaa,0", "ab,2", "abcd,8", "aabb,4"})
    void shannons_estimate_counts_how_often_each_character_occurs(String text, double bits) {
        assertThat(Entropy.shannonBits(text)).isEqualTo(bits, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0123, 10",
        "01ef, 16",
        "01EF, 16",
        "01eF, 62",
        "abxy, 26",
        "ABXY, 26",
        "abXY, 52",
        "ab!x, 59",
        "ab1!, 69",
        "aé12, 136"
    })
    void the_set_of_characters_is_that_of_its_classes(String text, int size) {
        assertThat(Entropy.charsetBits(text)).isEqualTo(4 * Math.log(size) / Math.log(2), within(1e-9));
    }

    @Test
    void no_broken_rule_quotes_the_password_or_says_how_long_it_is() {
        for (String password : List.of("", "x", "changeme", "qwerty", "app12345", "aaaaaaaaaaaaaaaaaaaaaaa")) {
            assertThat(flaws(password, "app"))
                    .isNotEmpty()
                    .noneMatch(flaw -> !password.isEmpty() && password.length() > 1 && flaw.contains(password))
                    .noneMatch(flaw -> flaw.contains(" " + password.length() + " "));
        }
    }
}
