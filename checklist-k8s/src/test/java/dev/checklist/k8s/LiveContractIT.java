package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Puts the objects of the contract on a real API server, and asks it what the fake one was asked: status and words are
 * the same, but for the differences of {@code live.tsv}. Needs a cluster without controllers, nodes and objects of
 * others, as {@code ci/kubernetes} starts it.
 */
@Tag("live")
class LiveContractIT {
    private static LiveCluster cluster;
    private static LiveShop shop;
    private static ApiStub stub;
    private static Clients client;

    @BeforeAll
    static void start() {
        cluster = new LiveCluster();
        assumeFalse(LiveControllersIT.hasControllers(LiveApi.of(cluster.admin())), "controllers would undo it");
        shop = new LiveShop(cluster);
        stub = ApiStub.answering(shop::answer);
        client = Clients.to(stub.url());
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            client.close();
            stub.close();
            shop.close();
        }
        cluster.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rows")
    void a_real_server_makes_a_predicate_come_to_what_the_fake_one_does(PublicCheck check, Situation situation) {
        FakeCluster wanted = situation.cluster(check);
        shop.become(wanted);
        Result fake = ask(check, wanted::answer);
        Result real = ask(check, shop::answer);
        switch (LiveDifference.of(check, situation)) {
            case NONE -> {
                assertThat(real.status()).as(real + " " + shop.refused()).isEqualTo(fake.status());
                assertThat(real.message()).as("refused: " + shop.refused()).isEqualTo(fake.message());
            }
            case SAFE ->
                assertThat(real.status() == Status.PASSED && fake.status() != Status.PASSED)
                        .as(real.toString())
                        .isFalse();
            case ANY -> assertThat(real.message()).isNotBlank();
        }
    }

    private static Result ask(PublicCheck check, Function<ApiStub.Request, Wire> behaviour) {
        stub.become(behaviour);
        Check line = check.check().apply(client.checks());
        return CheckTester.create().run(line.timeout(Duration.ofSeconds(20)));
    }

    static Stream<Object[]> rows() {
        return PublicCheck.all().stream()
                .flatMap(check -> Stream.of(Situation.values())
                        .filter(situation -> isPossible(check, situation))
                        .map(situation -> new Object[] {check, situation}));
    }

    /** A namespace that goes does not come back, so those are as in the healthy cluster. */
    private static boolean isPossible(PublicCheck check, Situation situation) {
        return !situation.isFault()
                && situation != Situation.KIND_ABSENT
                && situation != Situation.EMPTY_LISTS
                && ContractRow.find(check, situation).orElseThrow().applies()
                && namespaces(situation.cluster(check)).equals(namespaces(FakeCluster.healthy()));
    }

    private static Map<String, Object> namespaces(FakeCluster cluster) {
        Map<String, Object> namespaces = new TreeMap<>(cluster.objects());
        namespaces.keySet().removeIf(path -> !path.matches("/api/v1/namespaces/[^/]+"));
        return namespaces;
    }

    @Test
    void every_difference_is_of_a_predicate_and_has_a_reason() {
        assertThat(LiveDifference.unused(rows().toList())).isEmpty();
    }
}
