package dev.checklist.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masking runs over whatever a target answers, on the coordinator too: no text may make it take long. */
class HostileTextTest {
    private static final Duration FAR_MORE_THAN_NEEDED = Duration.ofSeconds(10);

    private final Redactor redactor = new Redactor(KnownSecrets.of(List.of("s3cr3t-canary")));

    /** Patterns that look back and forth need minutes for these; in one pass each takes a few milliseconds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "a-",
                "1-",
                "a.b_",
                "eyJ-",
                "eyJaaaaaaaaa.",
                "eyJaaaaaaaaa-",
                "xoxb-",
                "://a@",
                "://",
                "password ",
                "password",
                "token=",
                "secret\"",
                "Bearer ",
                "authorization:",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----",
                "glpat-",
                "ghp_",
                "AKIA",
                " \t=",
                "--token-",
                "--token ",
                "<a",
                "<secret>",
                "postgres://",
                "redis://a@",
                "password\\",
                "password=\"\\",
                "'secret='",
                "Basic a",
                "basic aaaaaaaaaaaaaaaaaaaaaaaaa ",
                "cookie: ",
                "sessid%3D",
                "hvs.",
                "AIza",
                "github_pat_",
                "x"
            })
    void half_a_megabyte_is_masked_in_one_pass(String unit) {
        String text = unit.repeat(500_000 / unit.length());

        assertTimeoutPreemptively(FAR_MORE_THAN_NEEDED, () -> redactor.mask(text));
        assertTimeoutPreemptively(FAR_MORE_THAN_NEEDED, () -> SecretPatterns.namesSecret(text));
    }

    @Test
    void a_token_is_masked_wherever_it_stands_in_its_word() {
        String token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

        assertThat(redactor.mask(token)).isEqualTo("***");
        assertThat(redactor.mask("got " + token + " back")).isEqualTo("got *** back");
        assertThat(redactor.mask("jwt-" + token)).isEqualTo("jwt-***");
        assertThat(redactor.mask("/api/" + token + "/x")).isEqualTo("/api/***/x");
        assertThat(redactor.mask("eyJ-eyJ-" + token)).doesNotContain("bGciOiJIUzI1NiJ9", "c2lnbmF0dXJl");
        assertThat(redactor.mask(token + ", " + token)).isEqualTo("***, ***");
    }

    @Test
    void a_word_that_only_starts_like_a_token_stays() {
        assertThat(redactor.mask("heyJude: eyJ and eyJaaaaaaaaaa, but no second part"))
                .isEqualTo("heyJude: eyJ and eyJaaaaaaaaaa, but no second part");
    }

    @Test
    void a_secret_name_is_known_behind_any_other_words() {
        assertThat(redactor.mask("my-db_password=hunter2")).isEqualTo("my-db_password=***");
        assertThat(redactor.mask("spring.datasource.password: hunter2")).isEqualTo("spring.datasource.password: ***");
        assertThat(redactor.mask("a-b-c-token=abcdef, x=1")).isEqualTo("a-b-c-token=***, x=1");
    }

    @Test
    void a_name_in_two_lines_is_known_too() {
        assertThat(SecretPatterns.namesSecret("database\npassword")).isTrue();
        assertThat(SecretPatterns.namesSecret("database\nname")).isFalse();
    }
}
