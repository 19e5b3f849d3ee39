package dev.checklist.s3;

import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The printed rights are enough on a real store, and without any one of them some line may not look. */
class LiveRightsIT {
    private static LiveStore store;
    private static String name;
    private static List<Check> lines;
    private static List<String[]> rights;

    @BeforeAll
    static void list() {
        store = new LiveStore();
        name = store.bucket();
        store.put(name, "nightly/1.dump", "PGDMP");
        BucketChecks bucket = store.checks().using(LiveStore.keys("OTHER_")).bucket(name);
        lines = List.of(
                bucket.exists(),
                bucket.hasVersioningEnabled(),
                bucket.isPrivate(),
                bucket.hasExpiry("nightly/", 7, 35),
                bucket.isInRegion("fr-par"),
                bucket.newestObject("nightly/").isEncrypted());
        rights = S3Checks.rightsFor(checklist("Release", lines))
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.split(": "))
                .flatMap(line -> Stream.of(line[1].split(", ")).map(action -> new String[] {line[0], action}))
                .toList();
    }

    @AfterAll
    static void leaveNothing() {
        store.close();
    }

    private static Report runWith(List<String[]> allowed) {
        String statements = allowed.stream()
                .map(right ->
                        "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"arn:aws:iam:::user/other\"]},\"Action\":[\""
                                + right[1] + "\"],\"Resource\":\"arn:aws:s3:::" + right[0] + "\"}")
                .collect(Collectors.joining(","));
        store.owner()
                .putBucketPolicy(
                        r -> r.bucket(name).policy("{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}"));
        return ChecklistRunner.create().run(checklist("Release", lines));
    }

    private static boolean mayLook(Report report) {
        return report.lines().stream()
                .noneMatch(line -> line.mark() == Mark.NOT_PERMITTED
                        || line.message().contains(" 403")
                        || line.message().contains("AccessDenied"));
    }

    @Test
    void all_of_them_are_enough_and_each_is_needed() {
        assertThat(mayLook(runWith(rights)))
                .as(runWith(rights).lines().toString())
                .isTrue();
        for (String[] right : rights) {
            List<String[]> others =
                    rights.stream().filter(other -> other != right).toList();
            assertThat(mayLook(runWith(others))).as(right[1]).isFalse();
        }
    }
}
