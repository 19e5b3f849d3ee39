package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.examples.world.state.TrackdechetsStore.APPLICATION_KEY;
import static dev.checklist.examples.world.state.TrackdechetsStore.MONGODB;
import static dev.checklist.examples.world.state.TrackdechetsStore.MONGODB_KEY;
import static dev.checklist.examples.world.state.TrackdechetsStore.OPERATOR_KEY;
import static dev.checklist.examples.world.state.TrackdechetsStore.POSTGRES;
import static dev.checklist.examples.world.state.TrackdechetsStore.POSTGRES_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.Status;
import dev.checklist.examples.world.server.S3Store;
import dev.checklist.examples.world.state.StoreBucket;
import dev.checklist.examples.world.state.StoreBucket.Access;
import dev.checklist.examples.world.state.StoreObject;
import dev.checklist.examples.world.state.StoreState;
import dev.checklist.examples.world.state.TrackdechetsStore;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.s3.S3Checks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Runs the store's part of the page against stores that are broken in one way each; the boxes are written by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectStorageTest {
    private static final StoreState HEALTHY = TrackdechetsStore.healthy();
    private static final Duration SINCE_ROLLOUT = Duration.ofHours(1);
    private static final Set<String> BOXES = Stream.concat(
                    IntStream.rangeClosed(27, 37).mapToObj(line -> "D" + line),
                    Stream.of("D25", "D106", "D107", "D108", "D192", "D193", "D210", "D211", "D224"))
            .collect(Collectors.toUnmodifiableSet());

    private S3Store store;
    private S3Checks s3;
    private Checklist page;

    @BeforeAll
    void start() throws IOException {
        store = S3Store.start(HEALTHY);
        s3 = S3Checks.connecting(store.endpoint(), "fr-par", true)
                .withCredentials(keys(OPERATOR_KEY))
                .open();
        page = checklist(
                "Trackdéchets: object store",
                storage().sections(() -> Instant.now().minus(SINCE_ROLLOUT)));
    }

    @AfterAll
    void stop() {
        s3.close();
        store.close();
    }

    private ObjectStorage storage() {
        return new ObjectStorage(
                s3,
                TrackdechetsStore.APPLICATION,
                keys(APPLICATION_KEY),
                new Backups("PostgreSQL", POSTGRES, "base/", 100_000_000, 30, keys(POSTGRES_KEY)),
                new Backups("MongoDB", MONGODB, "dump/", 1_000_000, 30, keys(MONGODB_KEY)));
    }

    private static AwsCredentialsProvider keys(String accessKey) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "not looked at"));
    }

    private Report run(StoreState state) {
        store.become(state);
        return ChecklistRunner.create().run(page);
    }

    /** Returns the boxes of the lines that came to this. */
    private static Set<String> boxes(Report report, Status status) {
        return report.lines().stream()
                .filter(result -> result.status() == status)
                .flatMap(result -> result.line().tags().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_box_of_the_store_is_green_on_a_healthy_one() {
        Report report = run(HEALTHY);

        assertThat(report.lines())
                .allSatisfy(result ->
                        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED));
        assertThat(boxes(report, Status.PASSED)).isEqualTo(new TreeSet<>(BOXES));
        assertThat(report.lines()).hasSize(44);
    }

    static Stream<Arguments> broken() {
        List<Arguments> broken = new ArrayList<>();
        List<String> application = TrackdechetsStore.APPLICATION;
        broken.add(
                store("no bucket trackdechets", state -> state.removing("trackdechets"), "D25", "D27", "D37", "D211"));
        for (int i = 1; i < application.size(); i++) {
            String name = application.get(i);
            broken.add(store("no bucket " + name, state -> state.removing(name), "D" + (27 + i), "D211"));
        }
        broken.add(store("no bucket of PostgreSQL", s -> s.removing(POSTGRES), gone("D35")));
        broken.add(store("no bucket of MongoDB", s -> s.removing(MONGODB), gone("D36")));
        broken.add(store("our key is unknown", s -> s.refusing(OPERATOR_KEY), "D25"));
        broken.add(store("the application's key is unknown", s -> s.refusing(APPLICATION_KEY), "D37"));
        broken.add(store("PostgreSQL's key is unknown", s -> s.refusing(POSTGRES_KEY), "D106"));
        broken.add(store("MongoDB's key is unknown", s -> s.refusing(MONGODB_KEY), "D107"));
        broken.add(store("no backup last night", dumps(o -> o.aged(o.age().plusHours(30))), "D192", "D224"));
        broken.add(store("empty backups", dumps(object -> object.sized(20)), "D192", "D224"));
        broken.add(
                store("backups stay", dumps(o -> o.aged(o.age().multipliedBy(2).minusHours(3))), "D193"));
        broken.add(store("plain backups", dumps(object -> object.unencrypted("PGDMP\001\017")), "D210"));
        broken.add(store("public backups", dumps(StoreObject::shared), "D211"));
        broken.add(store("public access list", with(b -> b.with(new Access(false, false, true))), "D211"));
        broken.add(store("public policy", with(b -> b.with(new Access(false, true, false))), "D211"));
        broken.add(store("backup after the rollout", with(ObjectStorageTest::afterTheRollout), "D224"));
        return broken.stream();
    }

    private static String[] gone(String bucket) {
        return new String[] {bucket, "D108", "D192", "D193", "D210", "D211", "D224"};
    }

    private static Arguments store(String name, UnaryOperator<StoreState> broken, String... boxes) {
        return Arguments.of(name, broken, Set.of(boxes));
    }

    private static UnaryOperator<StoreState> with(UnaryOperator<StoreBucket> change) {
        return state -> state.changing(POSTGRES, change);
    }

    /** Has one backup only, half an hour after the rollout began. */
    private static StoreBucket afterTheRollout(StoreBucket bucket) {
        return bucket.with(List.of(bucket.objects().get(0).aged(SINCE_ROLLOUT.dividedBy(2))));
    }

    private static UnaryOperator<StoreState> dumps(UnaryOperator<StoreObject> change) {
        return with(bucket -> bucket.mapping(change));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void a_broken_store_turns_its_own_boxes_red(String name, UnaryOperator<StoreState> broken, Set<String> boxes) {
        Report report = run(broken.apply(HEALTHY));

        assertThat(boxes(report, Status.FAILED)).as(report.toString()).isEqualTo(new TreeSet<>(boxes));
    }

    @Test
    void every_box_turns_red_in_one_of_the_broken_stores() {
        assertThat(broken().flatMap(store -> ((Set<?>) store.get()[2]).stream().map(String::valueOf)))
                .containsAll(BOXES);
    }
}
