package dev.checklist.s3;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.s3.FakeStore.Kind;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Puts every public predicate into every situation, over real sockets: status, mark and words stand in {@code
 * contract.tsv}, where a fault strikes the request whose answer decides; struck elsewhere, nothing passes either.
 */
class ContractTest {
    private static FakeServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new FakeServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Result run(PublicCheck check, FakeStore store, Situation situation) {
        server.become(store);
        Check line = check.check().apply(server.bucket());
        return FakeServer.run(line.timeout(situation == Situation.TIME_OUT ? ofMillis(100) : ofSeconds(20)));
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
        Result result = run(check, situation.store(check), situation);

        assertThat(result.status()).as(result.toString()).isEqualTo(row.status());
        assertThat(result.mark()).isEqualTo(row.mark());
        assertThat(result.message()).contains(row.words());
        assertThat(result.status() == Status.PASSED || result.message().startsWith("expected "))
                .as(result.message())
                .isTrue();
    }

    static Stream<Object[]> rows() {
        return PublicCheck.all().stream()
                .flatMap(check -> Stream.of(Situation.values()).map(situation -> new Object[] {
                    check, situation, ContractRow.find(check, situation).orElseThrow()
                }))
                .filter(row -> ((ContractRow) row[2]).applies());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void a_fault_in_any_answer_that_is_needed_keeps_a_predicate_from_passing(PublicCheck check, Situation fault) {
        run(check, check.healthy(), Situation.HOLDS);
        Set<Kind> asked = server.asked();
        assertThat(asked).contains(check.deciding());
        for (Kind kind : asked) {
            if (isHeard(fault, kind)) {
                Result result = run(check, fault.strike(check.healthy(), kind), fault);
                assertThat(result.status()).as(kind + ": " + result).isIn(Status.FAILED, Status.ERROR);
            }
        }
    }

    /** HEAD, PUT and DELETE have no body to spoil, and a stranger is meant to be refused. */
    private static boolean isHeard(Situation fault, Kind kind) {
        return switch (kind) {
            case HEAD, HEAD_OBJECT, PUT -> !fault.isOfBody();
            case UNSIGNED_HEAD -> !fault.isOfBody() && !refuses(fault);
            case UNSIGNED_LIST -> !refuses(fault) && fault != Situation.CUT_SHORT;
            case HEAD_PROBE -> !fault.isOfBody() && fault != Situation.NOT_FOUND_PAGE;
            case VERSIONING, OBJECT_LOCK -> !saysNothing(fault);
            default -> true;
        };
    }

    private static boolean refuses(Situation fault) {
        return Set.of(
                        Situation.FORBIDDEN,
                        Situation.UNAUTHORIZED,
                        Situation.KEYS_REFUSED,
                        Situation.CLOCK_SKEW,
                        Situation.REFUSED_BY_PROXY)
                .contains(fault);
    }

    /** Tells whether the writing probe may go on: such a store has no versions and no locks. */
    private static boolean saysNothing(Situation fault) {
        return Set.of(
                        Situation.NO_SUCH_API,
                        Situation.METHOD_NOT_ALLOWED,
                        Situation.INVALID_REQUEST,
                        Situation.EMPTY_BODY,
                        Situation.OBJECT_LIST)
                .contains(fault);
    }

    static Stream<Object[]> faults() {
        return PublicCheck.all().stream()
                .flatMap(check -> Stream.of(Situation.values())
                        .filter(Situation::isFault)
                        .filter(fault -> fault != Situation.TIME_OUT)
                        .map(fault -> new Object[] {check, fault}));
    }
}
