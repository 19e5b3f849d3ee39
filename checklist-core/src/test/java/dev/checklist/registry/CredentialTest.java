package dev.checklist.registry;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.registry.RegistryStub.Kind;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks where credentials come from, where they go, how often, and that nobody reads them. */
class CredentialTest {
    private static final SampleImage IMAGE = SampleImage.builtFrom("linux/amd64", PublicCheck.COMMIT);

    @TempDir
    private Path folder;

    private RegistryStub stub;

    @BeforeEach
    void start() throws IOException {
        stub = new RegistryStub().holding("shop:1.0", IMAGE);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private static Result run(Check check) {
        return ContractTest.run(check);
    }

    private RegistryChecks configured(String json) throws IOException {
        return stub.anonymous().withDockerConfig(Files.writeString(folder.resolve("config.json"), json));
    }

    private static String auth() {
        return Base64.getEncoder().encodeToString(SampleImage.bytes(RegistryStub.USER + ":" + RegistryStub.PASSWORD));
    }

    @Test
    void a_docker_configuration_gives_user_and_password_by_host() throws IOException {
        for (String key : List.of(stub.host(), "https://" + stub.host(), "https://" + stub.host() + "/v1/")) {
            String entry = "{\"auths\":{\"other.example\":{\"auth\":\"bm86bm8=\"},\"" + key + "\":{\"auth\":\"" + auth()
                    + "\"}},\"credsStore\":\"desktop\"}";
            assertThat(run(configured(entry).hasImage("shop", "1.0")).status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void a_pull_secret_gives_user_and_password_too() {
        byte[] json = SampleImage.bytes("{\"auths\":{\"" + stub.host() + "\":{\"username\":\"" + RegistryStub.USER
                + "\",\"password\":\"" + RegistryStub.PASSWORD + "\"}}}");
        assertThat(run(stub.anonymous().withPullSecret(() -> json).hasImage("shop", "1.0"))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"credsStore\":\"desktop\"} | credential helper",
                "{\"credHelpers\":{\"HOST\":\"ecr-login\"}} | credential helper",
                "{\"auths\":{\"HOST\":{}},\"credsStore\":\"desktop\"} | credential helper",
                "{\"auths\":{\"other.example\":{\"auth\":\"YTpi\"}}} | has no credentials for",
                "{\"auths\":{\"HOST\":{\"auth\":\"%%%\"}}} | no Base64",
                "{\"auths\":{\"HOST\":{\"auth\":\"YWJj\"}}} | without a user and a password",
                "{\"auths\":{\"HOST\":{\"identitytoken\":\"t\"}}} | an identity token",
                "not json | is unreadable",
                "[] | has no credentials for",
            })
    void a_configuration_without_a_usable_credential_is_an_error_that_says_why(String json, String why)
            throws IOException {
        Result result = run(configured(json.replace("HOST", stub.host())).hasImage("shop", "1.0"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains(why);
        assertThat(stub.kinds()).doesNotContain(Kind.TOKEN);
    }

    @Test
    void a_missing_file_and_a_supplier_that_throws_are_errors_without_their_words() {
        Result file =
                run(stub.anonymous().withDockerConfig(folder.resolve("none")).hasImage("shop", "1.0"));
        assertThat(file.message()).contains("could not be read (NoSuchFileException)");
        Result thrown = run(stub.anonymous()
                .as("deployer", () -> {
                    throw new IllegalStateException("canary");
                })
                .hasImage("shop", "1.0"));
        assertThat(thrown.status()).isEqualTo(Status.ERROR);
        assertThat(thrown.message()).contains("threw IllegalStateException").doesNotContain("canary");
        assertThat(run(stub.anonymous().as("deployer", () -> "").hasImage("shop", "1.0"))
                        .message())
                .contains("the password is empty");
    }

    @Test
    void nobody_in_particular_may_not_look_where_a_credential_is_wanted() {
        Result result = run(stub.anonymous().hasImage("shop", "1.0"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("may not look");
        assertThat(stub.requests())
                .allSatisfy(request -> assertThat(request.authorization()).isEmpty());
    }

    @Test
    void a_refused_credential_is_sent_once_in_a_run_however_many_lines_and_retries_there_are() {
        RegistryChecks wrong = stub.anonymous().as(RegistryStub.USER, () -> "wrong-canary-4711");
        List<Check> lines = Stream.of("1.0", "2.0", "3.0")
                .map(tag -> wrong.hasImage("shop", tag).retry(attempts(5).every(ofSeconds(1))))
                .toList();
        Report report = ChecklistRunner.create().run(checklist("refused", lines));
        assertThat(report.count(Status.ERROR)).isEqualTo(3);
        assertThat(stub.requests().stream()
                        .filter(request -> request.authorization().startsWith("Basic")))
                .hasSize(1);
        assertThat(TextRenderer.create().render(report) + JsonRenderer.create().render(report))
                .contains("is not sent again")
                .doesNotContain("canary");
    }

    @Test
    void a_registry_without_tokens_gets_user_and_password_itself() {
        stub.challenging("Basic realm=\"stub\"");
        assertThat(run(stub.registry().hasImage("shop", "1.0")).status()).isEqualTo(Status.PASSED);
        Result wrong = run(stub.anonymous().as("someone", () -> "else").hasImage("shop", "1.0"));
        assertThat(wrong.message()).contains("credential was refused");
        assertThat(wrong.status()).isEqualTo(Status.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer realm=\"https://evil.example/token\"",
                "Bearer realm=\"https://127.0.0.2/token\"",
                "Bearer realm=\"http://evil.example/token\"",
                "Bearer realm=\"https://user:pass@127.0.0.1/token\"",
                "Bearer realm=\"file:///etc/passwd\"",
                "Bearer realm=\"/token\"",
                "Bearer realm=\"%%%\"",
                "Bearer",
                "Bearer realm=",
                "Negotiate",
                "Digest realm=\"x\"",
                "",
            })
    void a_challenge_that_leads_elsewhere_or_nowhere_gets_no_credential(String header) {
        stub.challenging(header);
        Result result = run(stub.registry().hasImage("shop", "1.0"));
        assertThat(result.status()).as(result.message()).isEqualTo(Status.ERROR);
        assertThat(stub.requests())
                .allSatisfy(request -> assertThat(request.authorization()).isEmpty());
        assertThat(result.toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example, https://registry.example/token, true",
        "registry.example, https://auth.registry.example/token, true",
        "registry.shop.example, https://auth.shop.example/token, true",
        "registry.shop.example, https://shop.example/token, true",
        "registry.shop.example, https://auth.shop.example.evil.test/token, false",
        "registry.shop.example, http://auth.shop.example/token, false",
        "registry.shop.co.uk, https://auth.shop.co.uk/token, true",
        "registry.shop.co.uk, https://evil.co.uk/token, false",
        "localhost, https://evil.localhost/token, false",
        "10.0.0.1, https://10.0.0.2/token, false",
        "docker.io, https://auth.docker.io/token, true",
        "registry.example, https://auth.docker.io/token, false",
    })
    void credentials_go_to_the_registry_and_to_token_servers_of_its_domain_only(String host, URI realm, boolean may) {
        assertThat(Realm.mayHaveCredentials(realm, RegistryHost.of(host, false), Set.of()))
                .isEqualTo(may);
    }

    @Test
    void a_token_server_that_was_allowed_by_name_may_have_them() {
        assertThat(Realm.mayHaveCredentials(
                        URI.create("https://sso.elsewhere.test/t"),
                        RegistryHost.of("registry.example", false),
                        Set.of("sso.elsewhere.test")))
                .isTrue();
    }

    @Test
    void no_report_and_no_log_shows_a_password_a_token_or_the_state_of_an_upload() {
        Report report = CheckTester.startingAt(Instant.now())
                .with(ChecklistRunner::withWrites)
                .run(checklist(
                        "secrecy",
                        PublicCheck.all().stream()
                                .filter(check -> !check.name().equals("ImageChecks.exists"))
                                .map(check -> check.on(stub, "1.0"))
                                .toList()));
        assertThat(report.count(Status.PASSED)).isGreaterThan(3);
        assertThat(TextRenderer.create().render(report) + JsonRenderer.create().render(report) + report)
                .contains("sha256:")
                .doesNotContain("canary")
                .doesNotContain(auth());
    }

    @Test
    void a_client_that_would_carry_credentials_elsewhere_is_refused() {
        assertThatThrownBy(() -> RegistryChecks.of("registry.example")
                        .using(HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.NORMAL)
                                .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Redirect.NEVER");
    }
}
