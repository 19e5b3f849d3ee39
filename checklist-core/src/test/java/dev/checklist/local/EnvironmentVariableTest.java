package dev.checklist.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentVariableTest {
    @TempDir
    private Path root;

    private EnvironmentVariableChecks variable(String value) {
        return new Desk(root).with("REGISTRY", value).local().environmentVariable("REGISTRY");
    }

    private static List<Check> all(EnvironmentVariableChecks variable) {
        return List.of(variable.isSet(), variable.hasValue("wanted"), variable.isNoPlaceholder());
    }

    @Test
    void a_variable_with_the_value_that_was_expected_passes() {
        assertThat(all(variable("wanted")))
                .allSatisfy(check -> assertThat(Desk.run(check).status()).isEqualTo(Status.PASSED));
    }

    @Test
    void a_variable_that_is_not_set_or_blank_is_failed() {
        EnvironmentVariableChecks unset = new Desk(root).local().environmentVariable("REGISTRY");
        assertThat(all(unset))
                .allSatisfy(check -> assertThat(Desk.run(check).message()).contains("not set"));
        assertThat(all(variable(" "))).allSatisfy(check -> {
            assertThat(Desk.run(check).status()).isEqualTo(Status.FAILED);
            assertThat(Desk.run(check).message()).contains("set to nothing");
        });
    }

    @Test
    void neither_value_is_shown_unless_the_author_says_so() {
        Check secret = variable("sw0rdfish-a").hasValue("sw0rdfish-b");
        Result hidden = Desk.run(secret);
        assertThat(hidden.status()).isEqualTo(Status.FAILED);
        assertThat(hidden + " " + hidden.evidence() + secret + secret.probe()).doesNotContain("sw0rdfish");
        Check shown = variable("ghcr.io/a").showingValue().hasValue("ghcr.io/b");
        assertThat(Desk.run(shown).message()).isEqualTo("expected \"ghcr.io/b\" but found \"ghcr.io/a\"");
        assertThat(shown.title()).isEqualTo("environment variable REGISTRY is \"ghcr.io/b\"");
    }

    @Test
    void a_placeholder_is_failed() {
        Result result = Desk.run(variable("your-registry.example.com/x").isNoPlaceholder());
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("found \"your-registry\" in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A=B", "A B", "1A"})
    void what_is_no_name_of_a_variable_is_refused(String name) {
        assertThatThrownBy(() -> new Desk(root).local().environmentVariable(name))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
