package dev.checklist.examples.ticketer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TicketerSettingsTest {
    private static final Set<String> OPTIONAL = Set.of(
            "app.domain",
            "dns.servers",
            "registry.password",
            "registry.user",
            "registry.variable",
            "rollout.patience",
            "tools.path",
            "trust");

    @TempDir
    private Path folder;

    private Map<String, String> given;

    @BeforeEach
    void settings() throws IOException {
        given = GivenSettings.in(folder);
    }

    static Stream<String> required() {
        return TicketerSettings.NAMES.stream().filter(name -> !OPTIONAL.contains(name));
    }

    @ParameterizedTest
    @MethodSource("required")
    void a_setting_that_is_missing_or_blank_is_named(String name) {
        given.remove(name);
        assertRefused("the setting " + name + " is missing: give it a value");
        given.put(name, "  ");
        assertRefused("the setting " + name + " is missing: give it a value");
    }

    @Test
    void an_optional_setting_has_a_default() {
        assertThat(TicketerSettings.of(given).release().patience()).isEqualTo(Duration.ofMinutes(5));
        assertThat(TicketerSettings.of(given).network().trust()).isEmpty();
    }

    @Test
    void an_unknown_setting_is_refused_with_the_names_to_choose_from() {
        given.put("app.uri", "https://ticketer.example");
        assertRefused("unknown settings [app.uri]: expected [app.domain, app.httpUrl, app.session, app.url");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            app.url | ticketer.example | expected https://host
            app.url | http://ticketer.example | expected https://host
            app.url | https:// | expected https://host
            app.url | https://ticketer example | expected https://host
            app.url | https://ticketer.example/?a=b | without account, query and fragment
            app.url | https://ticketer.example/#top | without account, query and fragment
            app.httpUrl | https://ticketer.example | expected http://host
            candidate.url | ftp://ticketer.example | expected https://host
            jdbc.url | mysql://db.example/ticketer | expected a JDBC URL such as jdbc:mysql://host/name
            kubernetes.kubeconfig | no/such/file | expected a readable file
            kubernetes.kubeconfig | . | expected a readable file
            trust | no/such/file.pem | expected a readable file
            release.image | ticketer:1.4.0 | expected registry, repository and tag
            release.image | registry.example/ticketer | expected registry, repository and tag
            prometheus.url | https://prometheus.example | expected http://host
            dns.servers | 192.0.2.53:many | expected addresses such as 192.0.2.53
            repository | no/such/folder | expected a folder
            rollout.patience | 5m | expected an ISO duration such as PT5M
            rollout.patience | PT0S | more than zero and at most PT24H
            rollout.patience | -PT5M | more than zero and at most PT24H
            rollout.patience | PT25H | more than zero and at most PT24H
            """)
    void a_malformed_setting_is_refused_with_its_name_its_value_and_the_fix(String name, String value, String fix) {
        given.put(name, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TicketerSettings.of(given))
                .withMessageStartingWith("the setting " + name + " is " + value + ": ")
                .withMessageContaining(fix);
    }

    @ParameterizedTest
    @CsvSource({
        "app.url, https://me:pass4321@ticketer.example",
        "app.httpUrl, http://me:pass4321@ticketer.example",
        "jdbc.url, jdbc:mysql://me:pass4321@db.example/ticketer",
        "jdbc.url, jdbc:mysql://db.example/ticketer?Password=pass4321"
    })
    void an_account_in_an_address_is_refused_without_showing_it(String name, String value) {
        given.put(name, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TicketerSettings.of(given))
                .withMessageStartingWith("the setting " + name + " names an account (not shown): ")
                .withMessageNotContaining("pass4321");
    }

    @ParameterizedTest
    @CsvSource({"app.session", "jdbc.password"})
    void a_secret_too_short_to_be_masked_is_refused_without_showing_it(String name) {
        given.put(name, "xyz");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TicketerSettings.of(given))
                .withMessage("the setting " + name + " has 3 characters: expected at least 4,"
                        + " so that it can be masked in reports");
    }

    @Test
    void a_path_that_no_file_system_takes_is_refused() {
        given.put("trust", "a\0b");
        assertRefused("the setting trust is no path");
    }

    @Test
    void a_kubeconfig_without_the_context_is_refused_with_both_settings_and_the_fix() {
        given.put("kubernetes.context", "staging");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TicketerChecklist(TicketerSettings.of(given)).close())
                .withMessageContaining("kubernetes.kubeconfig and kubernetes.context")
                .withMessageContaining("\"staging\"")
                .withMessageContaining("kubectl config get-contexts");
    }

    @Test
    void a_kubeconfig_that_is_none_is_refused() throws IOException {
        Files.writeString(folder.resolve("kubeconfig"), "not: [a kubeconfig");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TicketerChecklist(TicketerSettings.of(given)).close())
                .withMessageContaining("kubernetes.kubeconfig and kubernetes.context")
                .withMessageContaining(folder.resolve("kubeconfig").toString());
    }

    @ParameterizedTest
    @CsvSource({"''", "no certificate"})
    void a_file_to_trust_without_certificates_is_refused(String content) throws IOException {
        given.put("trust", Files.writeString(folder.resolve("ca.pem"), content).toString());
        try (TicketerChecklist ticketer = new TicketerChecklist(TicketerSettings.of(given))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(ticketer.page()).isNull())
                    .withMessageContaining("the setting trust is " + folder.resolve("ca.pem"))
                    .withMessageContaining("expected a file of PEM certificates");
        }
    }

    @Test
    void a_value_is_taken_without_the_spaces_around_it_and_an_address_without_its_last_slash() throws IOException {
        Path file = Files.writeString(folder.resolve("settings"), "");
        given.put("app.url", "https://ticketer.example/base/");
        StringBuilder text = new StringBuilder();
        given.forEach(
                (name, value) -> text.append(name).append(" = ").append(value).append(" \t\n"));
        Files.writeString(file, text);
        TicketerSettings read = TicketerSettings.read(file);
        assertThat(read.site().https()).hasToString("https://ticketer.example/base");
        assertThat(read.cluster().context()).isEqualTo("production");
    }

    @Test
    void the_secrets_are_the_session_with_and_without_its_name_and_the_password() {
        assertThat(TicketerSettings.of(given).secrets())
                .containsExactlyInAnyOrder("ticketer_session=0123456789", "0123456789", "correct horse");
        assertThat(TicketerSettings.of(given).toString()).doesNotContain("0123456789", "correct horse");
    }

    private void assertRefused(String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TicketerSettings.of(given))
                .withMessageContaining(message);
    }
}
