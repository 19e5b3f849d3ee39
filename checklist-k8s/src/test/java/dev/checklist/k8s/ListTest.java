package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list is read to its end, page by page, or not judged at all. */
class ListTest {
    private static final Wire GONE = Wire.status(410, "Expired", "The provided continue parameter is too old");

    private final List<String> tokens = new ArrayList<>();
    private ApiStub stub;
    private Clients client;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
        client = Clients.to(stub.url());
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    /** Runs the check of at least so many healthy pods, over pages by their token. */
    private Result pods(int least, Function<String, Wire> pages) {
        stub.become(request -> request.path().endsWith("/pods")
                ? pages.apply(token(request))
                : FakeCluster.healthy().answer(request));
        return CheckTester.create()
                .run(client.checks().inNamespace("shop").pods().areHealthy(least));
    }

    private String token(Request request) {
        String query = request.query();
        assertThat(query).startsWith("limit=1000");
        String token = query.contains("&continue=") ? query.substring(query.indexOf("&continue=") + 10) : "";
        tokens.add(token);
        return token;
    }

    private static Wire page(String next, String... pods) {
        List<String> items = new ArrayList<>();
        for (String pod : pods) {
            items.add(
                    "{\"metadata\":{\"name\":\"" + pod + "\",\"namespace\":\"shop\"},\"status\":{\"phase\":\"Running\","
                            + "\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}");
        }
        return list("\"kind\":\"PodList\",\"apiVersion\":\"v1\"", "{\"continue\":\"" + next + "\"}", items.toString());
    }

    private static Wire list(String kind, String metadata, String items) {
        return Wire.json(200, "{" + kind + ",\"metadata\":" + metadata + ",\"items\":" + items + "}");
    }

    @Test
    void every_page_is_read() {
        Result result = pods(3, token -> switch (token) {
            case "" -> page("a+/=", "p1");
            case "a%2B%2F%3D" -> page("b", "p2");
            default -> page("", "p3");
        });
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo("3 of 3 pods healthy");
        assertThat(tokens).containsExactly("", "a%2B%2F%3D", "b");
    }

    @Test
    void a_bad_pod_on_the_last_page_is_found() {
        Result result = pods(
                1,
                token -> token.isEmpty()
                        ? page("a", "p1")
                        : list(
                                "\"kind\":\"PodList\",\"apiVersion\":\"v1\"",
                                "{}",
                                "[{\"metadata\":{\"name\":\"p2\"},\"status\":{\"phase\":\"Unknown\"}}]"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("pod p2");
    }

    @Test
    void a_continuation_that_is_gone_begins_the_list_again_once() {
        AtomicInteger second = new AtomicInteger();
        Result result = pods(
                2, token -> token.isEmpty() ? page("a", "p1") : second.getAndIncrement() == 0 ? GONE : page("", "p2"));
        assertThat(result.message()).isEqualTo("2 of 2 pods healthy");
        assertThat(tokens).containsExactly("", "a", "", "a");
    }

    @Test
    void a_list_that_expires_twice_is_an_error() {
        Result result = pods(1, token -> token.isEmpty() ? page("a", "p1") : GONE);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("the list of pods in shop expired twice while it was read");
        assertThat(tokens).containsExactly("", "a", "", "a");
    }

    @Test
    void a_first_page_that_is_gone_is_an_error_and_not_asked_again() {
        Result result = pods(1, token -> GONE);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("410: The provided continue parameter is too old");
        assertThat(tokens).containsExactly("");
    }

    @Test
    void the_same_token_twice_is_an_error() {
        Result result = pods(1, token -> page("a", "p1"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("the list of pods in shop does not end: the server gave one page twice");
        assertThat(tokens).containsExactly("", "a");
    }

    @Test
    void a_list_without_end_is_an_error_after_100_pages() {
        AtomicInteger pages = new AtomicInteger();
        Result result = pods(1, token -> page("t" + pages.incrementAndGet(), "p" + pages.get()));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("more than 100000 entries", "narrow it by a label selector");
        assertThat(tokens).hasSize(100);
    }

    @Test
    void a_list_of_more_than_256_mebibytes_is_an_error() {
        AtomicInteger pages = new AtomicInteger();
        String padding = " ".repeat(60 << 20);
        Result result = pods(
                1,
                token -> Wire.json(
                        200,
                        "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"continue\":\""
                                + pages.incrementAndGet() + "\"},\"items\":[]}" + padding));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message())
                .isEqualTo("the list of pods in shop is longer than 256 MiB: narrow it by a label selector");
        assertThat(tokens).hasSize(5);
    }

    @Test
    void a_list_that_is_cut_off_is_never_judged() {
        Result result = pods(1, token -> token.isEmpty() ? page("a", "p1") : Wire.status(500, "x", "etcd"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("asked for list pods in shop, answered 500: etcd");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "kind":"PodList","apiVersion":"v1"        | {} | [null]
            "kind":"PodList","apiVersion":"v1"        | {} | [{}]
            "kind":"PodList","apiVersion":"v1"        | {} | [{"metadata":{}}]
            "kind":"PodList","apiVersion":"v1"        | {} | [{"metadata":{"name":"p","namespace":"other"}}]
            "kind":"PodList","apiVersion":"v1"        | {} | {}
            "kind":"PodList","apiVersion":"v1"        | {} | ["p"]
            "kind":"PodList","apiVersion":"v1"        | null | []
            "kind":"PodList","apiVersion":"v2"        | {} | []
            "kind":"PodList"                          | {} | []
            "kind":"List","apiVersion":"v1"           | {} | []
            "kind":"ReplicaSetList","apiVersion":"v1" | {} | []
            "apiVersion":"v1"                         | {} | []
            """)
    void what_is_no_list_of_named_pods_of_the_namespace_is_an_error(String kind, String metadata, String items) {
        Result result = pods(1, token -> list(kind, metadata, items));
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("expected the list of pods", "is it the API server, or a login page?");
    }

    @Test
    void an_empty_list_written_as_null_is_empty() {
        Result result = pods(1, token -> list("\"kind\":\"PodList\",\"apiVersion\":\"v1\"", "{}", "null"));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("found 0 pods");
    }
}
