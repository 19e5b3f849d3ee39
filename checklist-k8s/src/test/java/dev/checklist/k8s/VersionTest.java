package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions are two numbers; what distributions add to them is shown and not compared. */
class VersionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.25   | 1   | 25    | v1.25.0           | PASSED
            1.25   | 1   | 25+   | v1.25.3-gke.1     | PASSED
            v1.25+ | 1   | 25+   | v1.25.3-eks-a5565 | PASSED
            v1.25  | 1   | 26    | v1.26.1+k3s1      | PASSED
            1.9    | 1   | 10    | v1.10.0           | PASSED
            1.25   | 2   | 0     | v2.0.0            | PASSED
            1.25   | 1   | 24+   | v1.24.99-gke.1    | FAILED
            1.10   | 1   | 9     | v1.9.9            | FAILED
            2.0    | 1   | 99    | v1.99.0           | FAILED
            1.25   | 1   |       | v1.25.0           | ERROR
            1.25   |     | 25    | v1.25.0           | ERROR
            1.25   | one | two   | v1.25.0           | ERROR
            1.25   | 1   | +25   | v1.25.0           | ERROR
            1.25   | 1   | 99999 | v1.25.0           | ERROR
            """)
    void a_version_is_compared_by_its_two_numbers(
            String wanted, String major, String minor, String shown, Status expected) {
        String body = "{\"major\":\"%s\",\"minor\":\"%s\",\"gitVersion\":\"%s\"}"
                .formatted(major == null ? "" : major, minor == null ? "" : minor, shown);
        Result result = ask(wanted, body);
        assertThat(result.status()).as(result.toString()).isEqualTo(expected);
        if (expected != Status.ERROR) {
            assertThat(result.evidence()).containsEntry("version", shown);
            assertThat(result.message()).contains(shown, "at least " + wanted.replaceAll("[v+]", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"major\":1,\"minor\":36}",
                "{\"major\":\"1\"}",
                "{\"gitVersion\":\"v1.36.0\"}",
                "{\"kind\":\"Status\"}"
            })
    void an_answer_without_a_version_is_an_error(String body) {
        Result result = ask("1.25", body);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("expected the version", "is it the API server");
    }

    @Test
    void a_server_that_gives_no_numbers_is_an_error_that_says_what_it_calls_itself() {
        Result result = ask("1.20", "{\"major\":\"\",\"minor\":\"\",\"gitVersion\":\"v0.0.0-master+faecb19\"}");
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message())
                .startsWith("expected a version to compare but the server http://")
                .endsWith(" calls itself v0.0.0-master+faecb19 and gives no numbers (major and minor of /version)");
    }

    private static Result ask(String wanted, String body) {
        try (ApiStub stub = ApiStub.answering(request -> Wire.json(200, body));
                Clients client = Clients.to(stub.url())) {
            return CheckTester.create().run(client.checks().cluster().isVersionAtLeast(wanted));
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1", "1.x", "latest", "1.25.3", "1.25.3-gke.1", "v1.25.3", " 1.25", "-1.2", "1.99999"})
    void a_version_that_cannot_be_compared_is_refused_when_the_list_is_built(String wanted) {
        try (Clients client = Clients.toNobody()) {
            assertThatThrownBy(() -> client.checks().cluster().isVersionAtLeast(wanted))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wanted == null ? "the version is null" : "the version is \"" + wanted + "\"")
                    .hasMessageContaining("such as 1.25");
        }
    }
}
