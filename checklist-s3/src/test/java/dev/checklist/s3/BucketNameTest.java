package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "payments-backups", "logs.example.com", "2024", "a--b", "1.2.3", "1.2.3.4.5", "xn-a"})
    void a_name_within_the_rules_is_accepted(String name) {
        assertThat(BucketName.valid(name)).isEqualTo(name);
    }

    @Test
    void the_longest_name_has_63_characters() {
        assertThat(BucketName.valid("a".repeat(63))).hasSize(63);
        assertThatIllegalArgumentException().isThrownBy(() -> BucketName.valid("a".repeat(64)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 3 to 63",
        "ab, 3 to 63",
        "UPPER, lowercase",
        "under_score, lowercase",
        "-abc, at both ends",
        "abc., at both ends",
        "a/b, lowercase",
        "../../etc, lowercase",
        "'a b', lowercase",
        "dümps, lowercase",
        "arn:aws:s3:::dumps, lowercase",
        "a..b, no two dots",
        "192.168.5.4, no IP address",
        "xn--dumps, xn--",
        "sthree-dumps, sthree-",
        "amzn-s3-demo-dumps, amzn-s3-demo-",
        "dumps-s3alias, -s3alias",
        "dumps--ol-s3, --ol-s3",
        "dumps.mrap, .mrap",
        "dumps--x-s3, --x-s3",
        "dumps--table-s3, --table-s3"
    })
    void a_name_outside_the_rules_is_refused_with_the_rule(String name, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BucketName.valid(name))
                .withMessageStartingWith("bucket name is \"" + name + "\": expected ")
                .withMessageContaining(rule);
    }
}
