package dev.checklist.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest extends WebTest {
    private static final String KEY = "k3y-of-the-run";

    private final FakeRun run = new FakeRun();

    private EndpointChecks withKey(String path) {
        return http.get(url(path)).header("Authorization", "Bearer " + KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_refused_credential_is_a_conclusive_error(int status) throws Exception {
        page("/account", status(status));
        Outcome outcome = run.ask(withKey("/account").respondsWith(200));
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.isConclusive()).isTrue();
        assertThat(outcome.message())
                .isEqualTo("expected status 200 but found that GET " + url("/account") + " answered " + status
                        + " to its credential; it is not sent again in this run, since accounts lock");
    }

    @Test
    void a_second_attempt_says_the_same_and_sends_nothing() throws Exception {
        page("/account", status(401));
        Check check = withKey("/account").respondsWith(200);
        Outcome first = run.ask(check, 1);
        Outcome second = run.ask(check, 2);
        assertThat(second.agreesWith(first)).isTrue();
        assertThat(second.isConclusive()).isTrue();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void no_other_line_sends_a_refused_credential() throws Exception {
        page("/account", status(401));
        page("/orders", json("[]"));
        assertThat(run.ask(withKey("/account").respondsWith(200)).status()).isEqualTo(Status.ERROR);
        Outcome other = run.ask(withKey("/orders").hasJsonAt("/0", 1));
        assertThat(other.status()).isEqualTo(Status.ERROR);
        assertThat(other.isConclusive()).isTrue();
        assertThat(other.message())
                .isEqualTo("expected 1 at /0 but GET " + url("/orders") + " was not sent: GET " + url("/account")
                        + " answered 401 to its credential, and a refused one is sent once, since accounts lock");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void another_client_does_not_send_it_either() throws Exception {
        page("/account", status(401));
        page("/orders", json("[1]"));
        assertThat(run.ask(withKey("/account").respondsWith(200)).status()).isEqualTo(Status.ERROR);
        Check other = HttpChecks.create()
                .get(url("/orders"))
                .header("authorization", "Bearer " + KEY)
                .hasJsonAt("/0", 1);
        assertThat(run.ask(other).status()).isEqualTo(Status.ERROR);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void another_run_sends_it_again() throws Exception {
        page("/account", status(401));
        Check check = withKey("/account").hasBodyContaining("x");
        assertThat(run.ask(check).status()).isEqualTo(Status.ERROR);
        page("/account", html("x"));
        assertThat(new FakeRun().ask(check).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void another_credential_and_none_are_still_sent() throws Exception {
        page("/account", status(401));
        page("/orders", json("[1]"));
        assertThat(run.ask(withKey("/account").respondsWith(200)).status()).isEqualTo(Status.ERROR);
        assertThat(run.ask(http.get(url("/orders"))
                                .header("Authorization", "Bearer other")
                                .hasJsonAt("/0", 1))
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(run.ask(http.get(url("/orders"))
                                .header("Accept", "application/json")
                                .hasJsonAt("/0", 1))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void a_refusal_without_credentials_is_retried() throws Exception {
        page("/account", status(401));
        Check check = http.get(url("/account")).respondsWith(200);
        Outcome outcome = run.ask(check);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.isConclusive()).isFalse();
        assertThat(run.ask(check, 2).message()).isEqualTo("expected status 200 but found 401");
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void a_refusal_that_the_line_expects_says_nothing_about_the_credential() throws Exception {
        page("/admin", status(403));
        page("/orders", json("[1]"));
        assertThat(run.ask(withKey("/admin").respondsWith(401, 403)).status()).isEqualTo(Status.PASSED);
        assertThat(run.ask(withKey("/orders").hasJsonAt("/0", 1)).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_refusal_of_the_made_up_page_says_nothing_about_the_credential() throws Exception {
        page("/account", html("welcome"));
        everyPage(status(403));
        assertThat(run.ask(withKey("/account").respondsWith(200)).status()).isEqualTo(Status.PASSED);
        assertThat(run.ask(withKey("/account").hasBodyContaining("welcome")).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void a_token_request_answered_invalid_grant_is_conclusive() throws Exception {
        server.stubFor(
                any(anyUrl()).willReturn(json("{\"error\":\"invalid_grant\"}").withStatus(400)));
        Check check = http.request("POST", url("/token"))
                .body("application/x-www-form-urlencoded", "grant_type=password&username=u&password=" + KEY)
                .hasJsonAt("/token_type", "bearer");
        Outcome outcome = run.ask(check);
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.isConclusive()).isTrue();
        assertThat(run.ask(check, 2).agreesWith(outcome)).isTrue();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void another_bad_request_is_no_refusal() throws Exception {
        server.stubFor(
                any(anyUrl()).willReturn(json("{\"error\":\"invalid_request\"}").withStatus(400)));
        Check check =
                http.request("POST", url("/token")).body("text/plain", KEY).respondsWith(200);
        assertThat(run.ask(check).status()).isEqualTo(Status.FAILED);
        assertThat(run.ask(check, 2).isConclusive()).isFalse();
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void a_secret_query_value_is_a_credential_and_a_plain_one_is_not() throws Exception {
        everyPage(status(403));
        assertThat(run.ask(http.get(url("/a?api_key=" + KEY)).respondsWith(200)).isConclusive())
                .isTrue();
        assertThat(run.ask(http.get(url("/b?page=2")).respondsWith(200)).isConclusive())
                .isFalse();
    }

    @Test
    void a_latency_is_not_measured_with_a_refused_credential() throws Exception {
        page("/account", status(401));
        Outcome outcome = run.ask(withKey("/account").respondsWithin(Duration.ofSeconds(1)));
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.isConclusive()).isTrue();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void the_authenticator_of_a_client_is_a_credential() throws Exception {
        everyPage(status(403));
        HttpClient client = HttpClient.newBuilder()
                .authenticator(new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication("u", KEY.toCharArray());
                    }
                })
                .build();
        assertThat(run.ask(HttpChecks.using(client).get(url("/a")).respondsWith(200))
                        .isConclusive())
                .isTrue();
        assertThat(run.ask(HttpChecks.using(client).get(url("/b")).respondsWith(200))
                        .isConclusive())
                .isTrue();
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void lines_that_start_together_send_a_wrong_credential_once() throws Exception {
        everyPage(status(401));
        int lines = 8;
        CyclicBarrier together = new CyclicBarrier(lines);
        ExecutorService threads = Executors.newFixedThreadPool(lines);
        try {
            List<Future<Outcome>> pending = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                Check check = withKey("/" + i).respondsWith(200);
                pending.add(threads.submit(() -> {
                    together.await();
                    return run.ask(check);
                }));
            }
            for (Future<Outcome> outcome : pending) {
                assertThat(outcome.get().status()).isEqualTo(Status.ERROR);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void lines_that_start_together_all_send_a_right_credential() throws Exception {
        everyPage(html("fine"));
        int lines = 8;
        ExecutorService threads = Executors.newFixedThreadPool(lines);
        try {
            List<Future<Outcome>> pending = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                Check check = withKey("/" + i).header("X-Other", "b").hasBodyContaining("fine");
                pending.add(threads.submit(() -> run.ask(check)));
            }
            for (Future<Outcome> outcome : pending) {
                assertThat(outcome.get().status()).isEqualTo(Status.PASSED);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(requests()).isEqualTo(lines);
    }
}
