package dev.checklist.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows that no secret becomes an argument of a program. */
class SecretsTest {
    private final ToolChecks tool = LocalChecks.in(Path.of("/"))
            .withSecrets("sw0rdfish", "correct horse")
            .tool("t");

    static List<List<String>> secret() {
        return List.of(
                List.of("sw0rdfish"),
                List.of("login", "--value=xsw0rdfishx"),
                List.of("a correct horse"),
                List.of("--password", "other"),
                List.of("--db-password=other"),
                List.of("-token", "other"),
                List.of("https://user:other@host/"),
                List.of("AKIA" + "Q".repeat(16)),
                List.of("x ghp_" + "a".repeat(36)));
    }

    @ParameterizedTest
    @MethodSource("secret")
    void an_argument_that_holds_a_secret_is_refused_when_the_list_is_built(List<String> arguments) {
        String[] given = arguments.toArray(String[]::new);
        assertThatThrownBy(() -> tool.runs(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds a secret")
                .hasMessageNotContaining(given[given.length - 1]);
        assertThatThrownBy(() -> tool.exitsWith(1, given)).hasMessageContaining("holds a secret");
        assertThatThrownBy(() -> tool.prints("x", given)).hasMessageContaining("holds a secret");
        assertThatThrownBy(() -> tool.printsTextWith("x", given)).hasMessageContaining("holds a secret");
        assertThatThrownBy(() -> tool.printsJson("/x", "x", given)).hasMessageContaining("holds a secret");
        assertThatThrownBy(() -> tool.isVersionAtLeast("1", given)).hasMessageContaining("holds a secret");
    }

    @Test
    void other_arguments_are_none() {
        assertThat(tool.runs("config", "--password-file", "/run/x", "--token-ttl=1h", "https://host/a@b", "sword"))
                .isNotNull();
    }

    @Test
    void a_secret_that_is_found_everywhere_is_refused() {
        LocalChecks local = LocalChecks.create();
        assertThatThrownBy(() -> local.withSecrets("abc")).hasMessageContaining("fewer than 4 characters");
    }

    @Test
    void a_printed_probe_shows_no_secret() {
        assertThat(tool.runs("a").probe().toString()).contains("2 secrets").doesNotContain("sw0rdfish");
    }
}
