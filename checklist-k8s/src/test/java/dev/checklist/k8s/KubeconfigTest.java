package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Status;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kubeconfig is used as it says, whole, or refused by name; nothing comes from anywhere else. */
class KubeconfigTest {
    private static final String TOKEN = "CANARY-of-the-file";
    private static final Wire REFUSED = Wire.status(401, "Unauthorized", "Unauthorized");

    @TempDir
    Path folder;

    private ApiStub stub;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private Path file(String from, String to) throws IOException {
        String text = """
                apiVersion: v1
                kind: Config
                current-context: other
                clusters:
                  - {name: here, cluster: {server: "SERVER"}}
                users:
                  - {name: me, user: {token: TOKEN}}
                contexts:
                  - {name: prod, context: {cluster: here, user: me}}
                  - {name: other, context: {cluster: here, user: me}}
                """;
        assertThat(text).contains(from);
        return Files.writeString(
                folder.resolve("kubeconfig"),
                text.replace(from, to).replace("SERVER", stub.url()).replace("TOKEN", TOKEN));
    }

    private static Result reached(KubernetesChecks checks) {
        return CheckTester.create().run(checks.cluster().isReachable());
    }

    private List<String> sentTokens() {
        return stub.requests().stream()
                .map(request -> request.headers().get("authorization"))
                .distinct()
                .toList();
    }

    @Test
    void a_context_is_used_with_its_token_and_named_in_the_report() throws IOException {
        try (KubernetesChecks checks = KubernetesChecks.connecting(file("TOKEN", "TOKEN"), "prod")) {
            Result result = reached(checks);
            assertThat(result.status()).isEqualTo(Status.PASSED);
            assertThat(result.evidence()).containsEntry("context", "prod").containsEntry("server", stub.url() + "/");
            assertThat(result.toString() + result.evidence()).doesNotContain(TOKEN);
        }
        assertThat(sentTokens()).containsExactly("Bearer " + TOKEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: prod                | name: production      | has no "prod" among its contexts: production, other
            cluster: here, user: me}} | cluster: gone}}       | has no "gone" among its clusters: here
            user: me}}                | user: gone}}          | has no "gone" among its users: me
            server: "SERVER"          | x: y                  | is null: expected a URL
            SERVER                    | api.example:6443      | is without a host: expected a URL
            SERVER                    | //api.example         | expected a URL
            SERVER                    | http://api.example    | is http://api.example: over http anybody on the way reads the token
            SERVER                    | https://u:CANARY@a.b  | is https://a.b: leave out user and password
            "SERVER"                  | "https://a.example", insecure-skip-tls-verify: true | skips the verification of the server's certificate
            "SERVER"                  | "https://a.example", certificate-authority: gone.pem | gone.pem of the context "prod"
            "SERVER"                  | "https://a.example", certificate-authority-data: Q0FOQVJZ | certificate-authority-data of the context "prod"
            "SERVER"                  | "https://a.example", certificate-authority-data: "*" | holds no certificate
            token: TOKEN              | client-certificate-data: Q0FOQVJZ, client-key-data: Q0FOQVJZ | are its certificates, keys and proxy in order
            token: TOKEN              | tokenFile: gone       | gone of the context "prod"
            token: TOKEN              | exec: {apiVersion: v1, command: ./no-plugin} | the exec plugin "./no-plugin" of the context "prod"
            contexts:                 | contexts: CANARY      | is not one
            apiVersion: v1            | "CANARY: {{           | is not one
            """)
    void a_file_that_cannot_be_used_as_it_stands_is_refused_with_its_path_and_the_reason(
            String from, String to, String reason) throws IOException {
        Path file = file(from, to);
        assertThatThrownBy(() -> KubernetesChecks.connecting(file, "prod"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason)
                .satisfies(refused -> assertThat(trace(refused)).doesNotContain("CANARY"));
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_with_its_path() throws IOException {
        Path missing = folder.resolve("missing");
        Path empty = Files.writeString(folder.resolve("empty"), "");
        for (Path file : new Path[] {missing, folder, empty}) {
            assertThatThrownBy(() -> KubernetesChecks.connecting(file, "prod"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the kubeconfig " + file);
        }
        assertThatThrownBy(() -> KubernetesChecks.connecting(null, "prod"))
                .hasMessageContaining("the kubeconfig is null");
        assertThatThrownBy(() -> KubernetesChecks.connecting(missing, " "))
                .hasMessageContaining("the context is blank");
        assertThatThrownBy(() -> KubernetesChecks.connecting(missing, null))
                .hasMessageContaining("the context is null");
    }

    @Test
    void a_token_file_is_read_anew_when_the_server_refuses_the_token() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "old\n");
        AtomicReference<String> valid = new AtomicReference<>("Bearer old");
        stub.become(request -> valid.get().equals(request.headers().get("authorization"))
                ? FakeCluster.healthy().answer(request)
                : REFUSED);
        try (KubernetesChecks checks = KubernetesChecks.connecting(file("token: TOKEN", "tokenFile: token"), "prod")) {
            assertThat(reached(checks).status()).isEqualTo(Status.PASSED);
            valid.set("Bearer new");
            assertThat(reached(checks).status()).isEqualTo(Status.ERROR);
            assertThat(Files.writeString(token, "new")).isEqualTo(token);
            assertThat(reached(checks).status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void a_token_of_another_server_is_never_taken_when_the_file_has_changed() throws IOException {
        stub.become(request -> REFUSED);
        Path file = file("TOKEN", "TOKEN");
        try (KubernetesChecks checks = KubernetesChecks.connecting(file, "prod")) {
            String changed = Files.readString(file)
                    .replace(stub.url(), "https://another.example")
                    .replace(TOKEN, "ANOTHER");
            assertThat(Files.writeString(file, changed)).isEqualTo(file);
            assertThat(reached(checks).status()).isEqualTo(Status.ERROR);
        }
        assertThat(sentTokens()).containsExactly("Bearer " + TOKEN);
    }

    @Test
    void an_exec_entry_is_run_for_its_token() throws IOException {
        Path script = Files.writeString(folder.resolve("login.sh"), """
                #!/bin/sh
                echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"of-exec"}}'
                """);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Path plugin = file("token: TOKEN", "exec: {apiVersion: client.authentication.k8s.io/v1, command: ./login.sh}");
        try (KubernetesChecks checks = KubernetesChecks.connecting(plugin, "prod")) {
            assertThat(reached(checks).status()).isEqualTo(Status.PASSED);
        }
        assertThat(sentTokens()).containsExactly("Bearer of-exec");
    }

    @Test
    void whom_to_act_as_is_kept() throws IOException {
        Path file = file("token: TOKEN", "token: TOKEN, as: deployer, as-groups: [release]");
        try (KubernetesChecks checks = KubernetesChecks.connecting(file, "prod")) {
            assertThat(reached(checks).status()).isEqualTo(Status.PASSED);
        }
        assertThat(stub.requests())
                .extracting(Request::headers)
                .allSatisfy(headers -> assertThat(headers)
                        .containsEntry("impersonate-user", "deployer")
                        .containsEntry("impersonate-group", "release"));
    }
}
