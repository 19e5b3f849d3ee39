package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.checklist;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.examples.world.state.TrackdechetsStore;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.s3.S3Checks;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Runs the store's part of the page, all ten buckets, against a real store. */
class LiveObjectStorageIT {
    private static final String ENCRYPTED = "age-encryption.org/v1\n-> X25519 ";
    private static final int SIZE = 4_096;

    private LiveBuckets store;
    private S3Checks s3;
    private List<String> buckets;
    private String postgres;
    private String mongodb;

    @BeforeEach
    void fill() {
        store = new LiveBuckets();
        s3 = store.checks();
        buckets = TrackdechetsStore.APPLICATION.stream().map(store::make).toList();
        postgres = store.make(TrackdechetsStore.POSTGRES);
        mongodb = store.make(TrackdechetsStore.MONGODB);
        store.put(postgres, "base/1/data.tar", backup(ENCRYPTED));
        store.put(mongodb, "dump/1.archive", backup(ENCRYPTED));
    }

    @AfterEach
    void empty() {
        s3.close();
        store.close();
    }

    private static byte[] backup(String start) {
        return Arrays.copyOf(start.getBytes(ISO_8859_1), SIZE);
    }

    private Report run(AwsCredentialsProvider applicationKeys, Instant rollout) {
        ObjectStorage storage = new ObjectStorage(
                s3,
                buckets,
                applicationKeys,
                new Backups("PostgreSQL", postgres, "base/", SIZE, 30, LiveBuckets.keys()),
                new Backups("MongoDB", mongodb, "dump/", SIZE, 30, LiveBuckets.keys()));
        return ChecklistRunner.create().run(checklist("Trackdéchets: object store", storage.sections(() -> rollout)));
    }

    private static boolean is(Result result, String box) {
        return result.line().tags().contains(box);
    }

    private static void assertThatBoxes(Report report, Predicate<Result> which, Status status) {
        assertThat(report.lines().stream().filter(which))
                .isNotEmpty()
                .allSatisfy(result ->
                        assertThat(result.status()).as(result.toString()).isEqualTo(status));
    }

    @Test
    void every_box_passes_but_the_retention_that_no_new_store_can_show() {
        Report report = run(LiveBuckets.keys(), Instant.now().plusSeconds(60));

        assertThat(report.lines()).hasSize(44);
        assertThatBoxes(report, result -> !is(result, "D193"), Status.PASSED);
        assertThatBoxes(report, result -> is(result, "D193"), Status.PENDING);
    }

    @Test
    void what_is_broken_turns_its_boxes_red() {
        store.remove(buckets.get(3));
        store.put(postgres, "base/2/data.tar", backup("PGDMP\001\017"));
        store.share(mongodb, "dump/1.archive");
        Report report = run(LiveBuckets.strangeKeys(), Instant.now().minusSeconds(3_600));

        assertThatBoxes(report, result -> is(result, "D30"), Status.FAILED);
        assertThatBoxes(report, result -> is(result, "D37"), Status.FAILED);
        assertThatBoxes(
                report, result -> is(result, "D210") && result.line().title().contains("postgres"), Status.FAILED);
        assertThatBoxes(
                report, result -> is(result, "D210") && result.line().title().contains("mongodb"), Status.PASSED);
        assertThatBoxes(
                report,
                result -> result.line().title().contains("mongodb")
                        && result.line().title().contains("refuses"),
                Status.FAILED);
        assertThatBoxes(
                report,
                result -> result.line().title().contains("postgres")
                        && result.line().title().contains("refuses"),
                Status.PASSED);
        assertThatBoxes(report, result -> is(result, "D224"), Status.FAILED);
    }
}
