package dev.checklist.rules;

import static dev.checklist.Checklists.atLeast;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.derivedFrom;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.scorecard;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.signOffs;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Section;
import dev.checklist.Status;
import dev.checklist.attestation.AttestationFile;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tells of one release over two days: every run is a new process, and only the file of answers goes from one to the next. */
class TwoDayStoryTest {
    private static final String PLAN = "before/the-rollback-plan-was-read";
    private static final String ON_CALL = "before/somebody-is-on-call";
    private static final String SECURITY = "readiness/rating-security";
    private static final String MONITORING = "readiness/rating-monitoring";
    private static final String DEV = "sign-off/sign-off-development-lead";
    private static final String OPS = "sign-off/sign-off-devops-lead";

    @TempDir
    private Path folder;

    private Report last;
    private String plan = "the rollback plan of Monday";
    private Outcome health = Outcome.passed("200 OK");
    private Instant now = Instant.parse("2030-01-07T09:00:00Z");

    private Checklist list() {
        Check healthy = check("the service is healthy", context -> health);
        Section before = section(
                "Before",
                signOff("the rollback plan was read").by("release manager").because(plan),
                signOff("somebody is on call").validFor(ofHours(24)));
        Section verification = section(
                "Verification",
                healthy,
                check("the image runs", context -> Outcome.passed("1.4.2").identifiedBy("image", "sha256:aa")));
        return checklist(
                        "Release",
                        before,
                        verification,
                        derivedFrom("All verification steps passed", verification),
                        scorecard(
                                "Readiness", atLeast(8), rating("Security").cappedBy(2, healthy), rating("Monitoring")),
                        section("Sign-off", signOffs("Development lead", "DevOps lead")))
                .about("version", "1.4.2");
    }

    /** Runs the list in a process of its own, at this hour of the story. */
    private Report run(String time) throws IOException {
        now = Instant.parse(time);
        AttestationFile answers = answers();
        last = CheckTester.startingAt(now)
                .with(runner -> runner.withAttestor(answers))
                .run(list());
        return last;
    }

    private AttestationFile answers() throws IOException {
        return AttestationFile.at(folder.resolve("answers.jsonl"));
    }

    private void confirm(String id, String who) throws IOException {
        answers().record(last.question(id).confirmedBy(who).at(now));
    }

    private void rate(String id, int score) throws IOException {
        answers().record(last.question(id).ratedBy("Eve", score).at(now));
    }

    private static Status status(Report report, String id) {
        return report.result(id).status();
    }

    @Test
    void a_release_takes_two_days_and_no_signature_outlives_what_was_signed() throws IOException {
        Report start = run("2030-01-07T09:00:00Z");
        assertThat(start.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(start.open()).extracting(Result::id).containsExactly(PLAN, ON_CALL, SECURITY, MONITORING, DEV, OPS);
        assertThat(status(start, "all-verification-steps-passed")).isEqualTo(Status.PASSED);

        confirm(PLAN, "Ann");
        confirm(ON_CALL, "Bob");
        rate(SECURITY, 4);

        Report restarted = run("2030-01-07T14:00:00Z");
        assertThat(status(restarted, PLAN)).isEqualTo(Status.PASSED);
        assertThat(restarted.result(PLAN).seenAt()).contains(Instant.parse("2030-01-07T09:00:00Z"));
        assertThat(restarted.result("readiness/total").message())
                .isEqualTo("4 of 10 points so far; no number for: Monitoring");
        assertThat(restarted.open()).extracting(Result::id).containsExactly(MONITORING, DEV, OPS);

        plan = "the rollback plan of Monday, with the database";
        Report edited = run("2030-01-07T15:00:00Z");
        assertThat(status(edited, PLAN)).isEqualTo(Status.PENDING);
        assertThat(edited.result(PLAN).message()).contains("the line was edited since");
        confirm(PLAN, "Ann");

        Report nextDay = run("2030-01-08T10:00:00Z");
        assertThat(status(nextDay, ON_CALL)).isEqualTo(Status.PENDING);
        assertThat(nextDay.result(ON_CALL).message()).contains("expired at 2030-01-08T09:00:00Z");
        confirm(ON_CALL, "Cyd");
        rate(MONITORING, 4);

        Report complete = run("2030-01-08T11:00:00Z");
        assertThat(complete.open()).extracting(Result::id).containsExactly(DEV, OPS);
        assertThat(complete.question(DEV).seen().orElseThrow()).startsWith("READY");
        confirm(DEV, "Dan");
        assertThat(run("2030-01-08T11:30:00Z").verdict()).isEqualTo(Verdict.INCOMPLETE);
        confirm(OPS, "Olu");

        Report signed = run("2030-01-08T12:00:00Z");
        assertThat(signed.verdict()).isEqualTo(Verdict.READY);
        assertThat(signed.digest()).isEqualTo(complete.digest());
        assertThat(run("2030-01-08T13:00:00Z").verdict()).isEqualTo(Verdict.READY);

        health = Outcome.failed("503 Service Unavailable");
        Report regression = run("2030-01-08T16:00:00Z");
        assertThat(regression.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(regression.causes())
                .extracting(cause -> cause.first().line().title())
                .containsExactly("the service is healthy", "Total: at least 8 of 10 points");
        assertThat(regression.result(SECURITY).message()).contains("counts 2, capped by \"the service is healthy\"");
        assertThat(status(regression, DEV)).isEqualTo(Status.PENDING);
        assertThat(regression.result(DEV).message())
                .contains("the answer of Dan no longer counts")
                .contains("the verdict was READY and is NOT_READY")
                .contains("a status changed since");
        assertThat(regression.comparedTo(signed).newlyFailing())
                .extracting(change -> change.now().line().title())
                .containsExactly(
                        "the service is healthy", "All verification steps passed", "Total: at least 8 of 10 points");

        health = Outcome.passed("200 OK");
        assertThat(run("2030-01-08T17:00:00Z").verdict())
                .as("the same state again is what was signed")
                .isEqualTo(Verdict.READY);
    }
}
