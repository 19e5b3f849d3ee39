package dev.checklist.k8s;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Puts every public predicate into every situation, over real sockets: the status, the mark and the words stand in
 * {@code contract.tsv}. A fault strikes each request that the predicate needs, one at a time and all at once.
 */
class ContractTest {
    /** What may be sent: reviews, which create nothing. */
    private static final Set<String> REVIEWS = Set.of(
            "/apis/authentication.k8s.io/v1/selfsubjectreviews",
            "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
            "/apis/authorization.k8s.io/v1/subjectaccessreviews");

    private static ApiStub stub;
    private static Clients client;

    @BeforeAll
    static void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
        client = Clients.to(stub.url());
    }

    @AfterAll
    static void stop() {
        client.close();
        stub.close();
    }

    @Test
    void every_public_predicate_stands_in_the_table_in_every_situation() {
        assertThat(PublicCheck.all())
                .extracting(PublicCheck::name)
                .containsExactlyInAnyOrderElementsOf(PublicCheck.found());
        for (PublicCheck check : PublicCheck.all()) {
            for (Situation situation : Situation.values()) {
                assertThat(ContractRow.find(check, situation))
                        .as(check + " " + situation)
                        .isPresent();
            }
        }
        assertThat(ContractRow.unused()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rows")
    void a_predicate_comes_to_what_the_table_says(PublicCheck check, Situation situation, ContractRow row) {
        for (Predicate<Request> place :
                situation.isFault() ? places(check) : List.<Predicate<Request>>of(any -> true)) {
            FakeCluster cluster = situation.cluster(check);
            Result result =
                    run(check, situation.isFault() ? situation.strike(cluster, place) : cluster::answer, situation);
            assertThat(result.status()).as(result.toString()).isEqualTo(row.status());
            assertThat(result.mark()).isEqualTo(row.mark());
            assertThat(result.message()).contains(row.words());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void what_does_not_hold_never_passes_whatever_else_goes_wrong(PublicCheck check, Situation fault) {
        FakeCluster cluster = Situation.DOES_NOT_HOLD.cluster(check);
        for (String path : paths(check, cluster)) {
            Result result =
                    run(check, fault.strike(cluster, request -> request.path().equals(path)), fault);
            assertThat(result.status()).as(result.toString()).isIn(Status.FAILED, Status.ERROR);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void a_server_that_refuses_connections_is_an_error(PublicCheck check) {
        try (Clients nobody = Clients.toNobody()) {
            Result result = CheckTester.create().run(check.check().apply(nobody.checks()));
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message())
                    .contains("the API server", "could not be reached: connection refused (asked for /version)");
        }
    }

    private static Result run(PublicCheck check, Function<Request, Wire> behaviour, Situation situation) {
        if (situation != Situation.TIME_OUT) {
            return run(check, behaviour, ofSeconds(20));
        }
        Result result = run(check, behaviour, ofMillis(100));
        // On a busy machine the run itself may be the first to say so; with more time the probe is.
        return result.message().startsWith("timed out") ? run(check, behaviour, ofSeconds(5)) : result;
    }

    private static Result run(PublicCheck check, Function<Request, Wire> behaviour, Duration timeout) {
        stub.become(behaviour);
        AtomicReference<Throwable> escaped = new AtomicReference<>();
        Check line = check.check().apply(client.checks());
        Check watched = Check.of("watched", line.title(), context -> {
            try {
                return line.probe().evaluate(context);
            } catch (Exception | Error e) {
                escaped.set(e);
                throw e;
            }
        });
        Result result = CheckTester.create().run(watched.timeout(timeout));
        assertThat(escaped.get()).isNull();
        assertThat(stub.requests()).allMatch(ContractTest::isHarmless);
        return result;
    }

    private static boolean isHarmless(Request request) {
        boolean isReview = REVIEWS.contains(request.path());
        return request.method().equals(isReview ? "POST" : "GET")
                && !request.query().contains("watch")
                && !request.path().matches(".*/(secrets|configmaps|customresourcedefinitions|apiservices|namespaces)");
    }

    /** Every request that the predicate needs where it holds, and all of them. */
    private static List<Predicate<Request>> places(PublicCheck check) {
        Stream<Predicate<Request>> single = paths(check, FakeCluster.healthy()).stream()
                .map(path -> request -> request.path().equals(path));
        return Stream.concat(single, Stream.of(any -> true)).toList();
    }

    private static List<String> paths(PublicCheck check, FakeCluster cluster) {
        run(check, cluster::answer, Situation.HOLDS);
        List<String> paths =
                stub.requests().stream().map(Request::path).distinct().toList();
        return paths.size() == 1
                ? paths
                : paths.stream().filter(path -> !path.equals("/version")).toList();
    }

    static Stream<PublicCheck> checks() {
        return PublicCheck.all().stream();
    }

    static Stream<Object[]> rows() {
        return checks().flatMap(check -> Stream.of(Situation.values()).map(situation -> new Object[] {
                    check, situation, ContractRow.find(check, situation).orElseThrow()
                }))
                .filter(row -> ((ContractRow) row[2]).applies());
    }

    static Stream<Object[]> faults() {
        return rows().filter(row -> ((Situation) row[1]).isFault()).map(row -> new Object[] {row[0], row[1]});
    }

    @Test
    void a_mark_of_an_error_is_that_of_the_table() {
        assertThat(ContractRow.all())
                .filteredOn(row -> row.mark() != Mark.PLAIN)
                .allMatch(row -> row.status() == Status.ERROR);
    }
}
