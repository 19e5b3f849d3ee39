package dev.checklist.examples.world.server;

import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.examples.world.state.StoreBucket;
import dev.checklist.examples.world.state.StoreBucket.Access;
import dev.checklist.examples.world.state.StoreObject;
import dev.checklist.examples.world.state.StoreState;
import dev.checklist.examples.world.state.TrackdechetsStore;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Result;
import dev.checklist.s3.BucketChecks;
import dev.checklist.s3.S3Checks;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3StoreTest {
    private static final StoreState HEALTHY = TrackdechetsStore.healthy();
    private static final String DUMPS = TrackdechetsStore.POSTGRES;

    private S3Store store;
    private S3Checks s3;

    @BeforeAll
    void start() throws IOException {
        store = S3Store.start(HEALTHY);
        s3 = checks(TrackdechetsStore.OPERATOR_KEY);
    }

    @AfterAll
    void stop() {
        s3.close();
        store.close();
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                line("exists", BucketChecks::exists, state -> state.removing(DUMPS)),
                line("is in region", dumps -> dumps.isInRegion("fr-par"), S3StoreTest::inAmsterdam),
                line("versioning", BucketChecks::hasVersioningEnabled, with(b -> b.withVersioning("Suspended"))),
                line("never versioned", BucketChecks::hasVersioningEnabled, with(b -> b.withVersioning(""))),
                line("encryption", BucketChecks::hasDefaultEncryption, with(b -> b.withEncryption(""))),
                line(
                        "policy",
                        BucketChecks::policyIsNotPublic,
                        with(bucket -> bucket.with(new Access(false, true, false)))),
                line(
                        "access list",
                        BucketChecks::isPrivate,
                        with(bucket -> bucket.with(new Access(false, false, true)))),
                line(
                        "public policy, tried",
                        dumps -> dumps.refusesAnonymousAccess(""),
                        with(bucket -> bucket.with(new Access(false, true, false)))),
                line(
                        "public object, tried",
                        dumps -> dumps.refusesAnonymousAccess(""),
                        with(bucket -> bucket.mapping(StoreObject::shared))),
                line("expiry", dumps -> dumps.hasExpiry("base/", 14, 60), with(b -> b.withExpiries(Map.of()))),
                line(
                        "expiry of another prefix",
                        dumps -> dumps.hasExpiry("base/", 14, 60),
                        with(b -> b.withExpiries(Map.of("logs/", 30)))),
                line(
                        "fresh",
                        dumps -> dumps.hasObjectNewerThan("base/", Duration.ofHours(26), 1_000, 0.5),
                        with(bucket -> bucket.mapping(o -> o.aged(o.age().plusHours(30))))),
                line(
                        "large",
                        dumps -> dumps.hasObjectNewerThan("base/", Duration.ofHours(26), 1_000),
                        with(bucket -> bucket.mapping(object -> object.sized(20)))),
                line(
                        "retention",
                        dumps -> dumps.retentionWorks("base/", 14, 30),
                        with(bucket -> bucket.mapping(o -> o.aged(o.age().plusDays(9))))),
                line(
                        "encrypted by the client",
                        dumps -> dumps.newestObject("base/").isEncrypted(),
                        with(bucket -> bucket.mapping(object -> object.unencrypted("PGDMP\001\017")))),
                line(
                        "keys",
                        BucketChecks::acceptsCredentials,
                        state -> state.refusing(TrackdechetsStore.OPERATOR_KEY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void a_healthy_store_is_green_and_a_broken_one_is_red(
            String name, Function<BucketChecks, Check> line, UnaryOperator<StoreState> broken) {
        store.become(HEALTHY);
        assertThat(run(line).status()).as(name).isEqualTo(Status.PASSED);

        store.become(broken.apply(HEALTHY));
        assertThat(run(line).status()).as(name).isEqualTo(Status.FAILED);
    }

    @Test
    void a_public_access_block_undoes_what_is_public() {
        StoreState open = HEALTHY.lacking(Set.of())
                .changing(DUMPS, bucket -> bucket.mapping(StoreObject::shared).with(new Access(true, true, true)));
        store.become(open);

        assertThat(run(BucketChecks::blocksPublicAccess).status()).isEqualTo(Status.PASSED);
        assertThat(run(dumps -> dumps.refusesAnonymousAccess("")).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void an_interface_that_the_store_lacks_is_an_error() {
        store.become(HEALTHY);

        assertThat(run(BucketChecks::blocksPublicAccess).message()).contains("this store has no such API");
    }

    @Test
    void an_account_may_use_its_own_buckets_only() {
        store.become(HEALTHY);
        try (S3Checks application = checks(TrackdechetsStore.APPLICATION_KEY)) {
            assertThat(run(application.bucket("trackdechets").acceptsCredentials())
                            .status())
                    .isEqualTo(Status.PASSED);
            assertThat(run(application.bucket(DUMPS).acceptsCredentials()).status())
                    .isEqualTo(Status.ERROR);
        }
    }

    @Test
    void more_than_a_page_of_objects_is_listed_to_the_end() {
        List<StoreObject> many = IntStream.range(0, 2_500)
                .mapToObj(i -> StoreObject.of("wals/%04d +é".formatted(i), Duration.ofHours(2), 10))
                .toList();
        store.become(HEALTHY.changing(DUMPS, bucket -> bucket.with(many)));

        assertThat(run(dumps -> dumps.hasObjectNewerThan("wals/", Duration.ofDays(1)))
                        .evidence())
                .containsEntry("objects", "2500")
                .containsEntry("list requests", "3");
    }

    @Test
    void a_bucket_that_is_not_there_cannot_be_changed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HEALTHY.removing("dumps"))
                .withMessageContaining("no bucket dumps");
    }

    private static Arguments line(String name, Function<BucketChecks, Check> line, UnaryOperator<StoreState> broken) {
        return Arguments.of(name, line, broken);
    }

    private static UnaryOperator<StoreState> with(UnaryOperator<StoreBucket> change) {
        return state -> state.changing(DUMPS, change);
    }

    private static StoreState inAmsterdam(StoreState state) {
        return new StoreState(state.availability(), "nl-ams", state.accounts(), state.buckets(), state.lacks());
    }

    private S3Checks checks(String accessKey) {
        return S3Checks.connecting(store.endpoint(), "fr-par", true)
                .withCredentials(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "not looked at")))
                .open();
    }

    private Result run(Function<BucketChecks, Check> line) {
        return run(line.apply(s3.bucket(DUMPS)));
    }

    private static Result run(Check check) {
        return ChecklistRunner.create().run(checklist("store", check)).results().get(0);
    }
}
