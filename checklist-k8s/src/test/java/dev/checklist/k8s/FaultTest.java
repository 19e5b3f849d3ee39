package dev.checklist.k8s;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Status;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.run.Attempt;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of the network and the server, by the real runner and a client that would retry ten times. */
class FaultTest {
    private static final int LINES = 200;

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

    private static Checklist manyLines(KubernetesChecks checks, int timeoutMillis) {
        return checklist(
                "many",
                IntStream.range(0, LINES)
                        .mapToObj(i -> checks.inNamespace("shop")
                                .secret("secret-" + i)
                                .hasKeys("password")
                                .timeout(ofMillis(timeoutMillis)))
                        .toList());
    }

    @Test
    void a_server_that_hangs_is_one_cause_of_all_lines_and_costs_one_connection() {
        stub.become(request -> Wire.hang());
        Report report = ChecklistRunner.create().run(manyLines(client.checks(), 400));
        assertThat(report.count(Status.ERROR)).isEqualTo(LINES);
        assertThat(report.causes()).hasSize(1);
        assertThat(report.causes().get(0).message())
                .isEqualTo("the API server " + stub.url() + "/ did not answer version within 0.4 s");
        assertThat(stub.connections()).isEqualTo(1);
        assertThat(stub.asked()).isEmpty();
    }

    @Test
    void a_server_that_is_gone_is_one_cause_of_all_lines() {
        try (Clients nobody = Clients.toNobody()) {
            Report report = ChecklistRunner.create().run(manyLines(nobody.checks(), 20_000));
            assertThat(report.count(Status.ERROR)).isEqualTo(LINES);
            assertThat(report.causes()).hasSize(1);
            assertThat(report.causes().get(0).lines()).hasSize(LINES);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 500, 503, 302})
    void a_server_that_answers_everybody_so_is_one_cause_and_asked_once(int code) {
        stub.become(request -> Wire.bytes(code, "text/plain", new byte[0], "Retry-After: 1\r\n"));
        Report report = ChecklistRunner.create().run(manyLines(client.checks(), 20_000));
        assertThat(report.causes()).hasSize(1);
        assertThat(report.causes().get(0).message()).contains(String.valueOf(code));
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void a_login_page_in_the_place_of_the_server_is_one_cause() {
        stub.become(request -> Wire.text(200, "text/html", "<form>Sign in</form>"));
        Report report = ChecklistRunner.create().run(manyLines(client.checks(), 20_000));
        assertThat(report.causes()).hasSize(1);
        assertThat(report.causes().get(0).message()).contains("is it the API server, or a login page?");
    }

    @Test
    void a_caller_s_ten_retries_are_not_made() {
        stub.become(request -> request.isVersion()
                ? FakeCluster.healthy().answer(request)
                : Wire.bytes(503, "text/plain", new byte[0], "Retry-After: 1\r\n"));
        Report report = ChecklistRunner.create()
                .run(checklist("one", client.checks().namespace("shop").exists()));
        assertThat(report.count(Status.ERROR)).isOne();
        assertThat(stub.asked()).containsExactly("GET /api/v1/namespaces/shop");
    }

    record Fault(String name, Function<CountDownLatch, Wire> wire, String words) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        String start = Wire.head(200, Wire.JSON) + "Content-Length: 100000\r\n\r\n{\"kind\":";
        String slow = " within 0.8 s";
        return Stream.of(
                new Fault("silence", released -> released(Wire.hang(), released), slow),
                new Fault("half a status line", released -> released(Wire.stallAfter("HTTP/1."), released), slow),
                new Fault("headers then nothing", released -> released(Wire.stallAfter(start), released), slow),
                new Fault("a byte now and then", released -> released(Wire.trickle(), released), slow),
                new Fault("reset at once", released -> Wire.reset(""), "gave no whole answer: "),
                new Fault("reset in the body", released -> Wire.reset(start), "gave no whole answer: "),
                new Fault("an end in the body", released -> Wire.cutShort("{\"kind\":"), "gave no whole answer: "),
                new Fault("no HTTP", released -> Wire.reset("SSH-2.0-OpenSSH_9.2\r\n"), "gave no whole answer: "),
                new Fault("HTTP 0.9", released -> Wire.reset("<html>hello</html>\r\n\r\n"), "gave no whole answer: "),
                new Fault("an endless body", released -> Wire.endless(" "), " with more than 8 MiB"),
                new Fault("an endless string", released -> Wire.endless("{\"kind\":\""), " with more than 8 MiB"),
                new Fault("a bomb", released -> Wire.gzipBomb(64), " with more than 8 MiB"),
                new Fault(
                        "9 GB to come",
                        released -> released(
                                Wire.stallAfter(Wire.head(200, Wire.JSON) + "Content-Length: 9000000000\r\n\r\n{"),
                                released),
                        slow),
                new Fault(
                        "100 000 headers",
                        released -> Wire.bytes(200, Wire.JSON, new byte[0], "X-A: b\r\n".repeat(100_000)),
                        "gave no whole answer: "),
                new Fault(
                        "10 000 brackets",
                        released -> Wire.json(200, "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
                        "is it the API server, or a login page?"),
                new Fault(
                        "a number of 64 bits and more",
                        released -> Wire.json(200, numbered("99999999999999999999")),
                        "is it the API server, or a login page?"),
                new Fault(
                        "a text where a number belongs",
                        released -> Wire.json(200, numbered("\"2\"")),
                        "is it the API server, or a login page?"));
    }

    private static String numbered(String generation) {
        return FakeCluster.healthy()
                .object("deployments/api")
                .toString()
                .replace("\"generation\":2", "\"generation\":" + generation);
    }

    private static Wire released(Wire wire, CountDownLatch released) {
        return connection -> {
            try {
                return wire.write(connection);
            } finally {
                released.countDown();
            }
        };
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_an_error_of_its_line_and_its_neighbours_have_their_full_result(Fault fault) throws Exception {
        CountDownLatch released = new CountDownLatch(fault.words().startsWith(" within") ? 1 : 0);
        Wire wire = fault.wire().apply(released);
        stub.become(request -> request.path().endsWith("/deployments/api")
                ? wire
                : FakeCluster.healthy().answer(request));
        NamespacedChecks shop = client.checks().inNamespace("shop");
        Check before = shop.secret("api").hasKeys("password");
        Check struck = shop.deployment("api").isRolledOut().timeout(ofSeconds(1));
        Check beside = shop.configMap("api").exists();
        Check behind = shop.pods().areHealthy(1);
        Report report = ChecklistRunner.create().run(checklist("neighbours", before, struck, beside, behind));
        Result result = report.result(struck);
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains(fault.words(), stub.url());
        assertThat(report.result(before).message()).isEqualTo("all of password present and not empty");
        assertThat(report.result(beside).message()).isEqualTo("present, with EMPTY, MODE, logo");
        assertThat(report.result(behind).message()).isEqualTo("2 of 2 pods healthy");
        assertThat(report.count(Status.PASSED)).isEqualTo(3);
        assertThat(released.await(20, TimeUnit.SECONDS))
                .as("the connection was given up")
                .isTrue();
    }

    @Test
    void an_endless_page_of_a_list_is_given_up_at_64_mebibytes() {
        stub.become(request -> request.path().endsWith("/pods")
                ? Wire.endless(" ")
                : FakeCluster.healthy().answer(request));
        Check line = client.checks().inNamespace("shop").pods().areHealthy(1);
        Result result = ChecklistRunner.create().run(checklist("one", line)).result(line);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).endsWith("/pods with more than 64 MiB");
    }

    @Test
    void a_server_that_comes_back_is_seen_by_the_next_attempt() {
        List<Request> seen = new ArrayList<>();
        stub.become(request -> {
            seen.add(request);
            return seen.size() <= 2 ? Wire.reset("") : FakeCluster.healthy().answer(request);
        });
        Check line =
                client.checks().namespace("shop").exists().retry(attempts(5).every(ofMillis(1)));
        Result result = ChecklistRunner.create().run(checklist("one", line)).result(line);
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.attempts())
                .extracting(Attempt::outcome)
                .first()
                .satisfies(outcome -> assertThat(outcome.status()).isEqualTo(Status.ERROR));
    }
}
