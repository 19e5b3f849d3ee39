package dev.checklist.report;

import static dev.checklist.run.ReportFixtures.START;
import static dev.checklist.run.ReportFixtures.after;
import static dev.checklist.run.ReportFixtures.facts;
import static dev.checklist.run.ReportFixtures.line;
import static dev.checklist.run.ReportFixtures.report;
import static dev.checklist.run.ReportFixtures.section;
import static java.time.Duration.ofMillis;

import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Kind;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunFacts;
import dev.checklist.run.Waiver;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the reports that golden files and the documentation show. */
final class Samples {
    private Samples() {}

    static Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("version", "2.4.1");
        about.put("environment", "production");
        return about;
    }

    static Result reachable() {
        return line("payments is reachable", "Cluster prod-ch is reachable")
                .attempt(
                        START,
                        ofMillis(412),
                        Outcome.passed("answered as release-bot, v1.36.2")
                                .with("server", "https://api.prod.example:6443")
                                .with("version", "v1.36.2")
                                .identifiedBy("cluster", "7f9c1e52-3b1f-4c1c-9d3e-0a5d7c1b2e44")
                                .identifiedBy("context", "prod-ch"))
                .ends();
    }

    static Result planWasRead() {
        return line("plan", "On-call has read the rollback plan")
                .kind(Kind.SIGN_OFF)
                .by("release manager")
                .confirmed("Ann", after(2), "read with Bob", "https://wiki.example/plan")
                .ends(Status.PASSED, "confirmed by Ann: read with Bob (https://wiki.example/plan)");
    }

    /** Has a line of every status, and of every kind of detail. */
    static Report rich() {
        return report(
                "Release payments-api",
                about(),
                facts(),
                List.of(
                        reachable(),
                        planWasRead(),
                        section("backups", "Backups", 0, Status.WAIVED, "1 passed, 1 skipped, 1 waived"),
                        line("backups/versioning", "Bucket payments-backups has versioning enabled")
                                .in(1)
                                .attempt(after(3), ofMillis(80), Outcome.failed("expected Enabled but found Suspended"))
                                .waiver(new Waiver(
                                        "backups/versioning",
                                        "the store is replaced next week",
                                        "Bob",
                                        LocalDate.of(2026, 11, 27)))
                                .ends(Status.WAIVED, "expected Enabled but found Suspended"),
                        line("backups/dump", "Bucket payments-backups has an object newer than 24 h at nightly/")
                                .in(1)
                                .because("a failed migration is rolled back from this dump")
                                .attempt(
                                        after(3),
                                        ofMillis(95),
                                        Outcome.passed("nightly/2026-11-22.dump is 1 h 58 min old")
                                                .with("key", "nightly/2026-11-22.dump")
                                                .with("bytes", 734003200)
                                                .warning("the clock of the store is 40 s ahead"))
                                .ends(),
                        line("backups/migration", "Migration was rehearsed")
                                .in(1)
                                .kind(Kind.SIGN_OFF)
                                .ends(Status.SKIPPED, "condition not met: the release migrates the schema"),
                        section("rollout", "Rollout", 0, Status.FAILED, "1 passed, 1 failed, 1 blocked"),
                        line("rollout/image", "Deployment payments-api runs image payments-api:2.4.1")
                                .in(1)
                                .tag("k8s")
                                .attempt(after(4), ofMillis(31), Outcome.failed("3 of 3 pods run payments-api:2.4.0"))
                                .attempt(after(14), ofMillis(29), Outcome.error("timed out after 30 s"))
                                .attempt(
                                        after(24),
                                        ofMillis(35),
                                        Outcome.passed("3 of 3 pods run it").with("image", "payments-api:2.4.1"))
                                .earlier("timed out after 30 s")
                                .ends(),
                        line("rollout/rolled-out", "Deployment payments-api is rolled out")
                                .in(1)
                                .because("old pods would answer with the old schema")
                                .remedy("kubectl --context prod-ch -n payments rollout status deployment/payments-api")
                                .attempt(
                                        after(25),
                                        ofMillis(40),
                                        Outcome.failed("expected 3 updated replicas but found 0")
                                                .with("updated", 0))
                                .attempt(
                                        after(35),
                                        ofMillis(40),
                                        Outcome.failed("expected 3 updated replicas but found 1")
                                                .with("updated", 1)
                                                .with("ready", 2))
                                .earlier("expected 3 updated replicas but found 0")
                                .diagnosis("pod payments-api-7c9f-x2x1 is in CrashLoopBackOff\n"
                                        + "  last words: missing key DATABASE_URL")
                                .ends(),
                        line("rollout/replicas", "Deployment payments-api has 3 ready replicas")
                                .in(1)
                                .roots("rollout/rolled-out")
                                .ends(
                                        Status.BLOCKED,
                                        "not asked, because of \"Deployment payments-api is rolled out\""),
                        section("verification", "Verification", 0, Status.ERROR, "1 failed, 2 error, 1 pending"),
                        line("verification/health", "GET https://payments.example/health responds with 200")
                                .in(1)
                                .cause("host payments.example")
                                .remedy("dig +short payments.example")
                                .attempt(after(36), ofMillis(5), Outcome.error("payments.example cannot be resolved"))
                                .ends(),
                        line("verification/redirect", "http://payments.example redirects to HTTPS")
                                .in(1)
                                .cause("host payments.example")
                                .remedy("dig +short payments.example")
                                .attempt(after(36), ofMillis(5), Outcome.error("payments.example cannot be resolved"))
                                .ends(),
                        line("verification/quota", "Namespace payments keeps 20 % of its quota free")
                                .in(1)
                                .attempt(
                                        after(36),
                                        ofMillis(18),
                                        Outcome.notPermitted("may not list resourcequotas in payments"))
                                .ends(),
                        line("verification/latency", "Latency is as before")
                                .in(1)
                                .advisory()
                                .attempt(
                                        after(37),
                                        ofMillis(900),
                                        Outcome.failed("expected a p95 of at most 300 ms but found 410 ms"))
                                .ends(),
                        line("verification/sales", "Sales sees new orders")
                                .in(1)
                                .kind(Kind.SIGN_OFF)
                                .by("sales")
                                .ends(Status.PENDING, "waits for the sales"),
                        line("notes", "Release notes are published")
                                .kind(Kind.SIGN_OFF)
                                .roots("verification/sales")
                                .ends(Status.BLOCKED, "not asked, because of \"Sales sees new orders\"")),
                List.of(
                        line("rollback", "The previous image is still in the registry")
                                .line(),
                        line("survey", "Customers are asked").advisory().line()),
                List.of("the waiver of backups/versioning (Bob, until 2026-11-27) ends within 7 days"),
                1,
                Optional.empty());
    }

    static Report ready() {
        return report("Release payments-api", about(), List.of(reachable(), planWasRead()));
    }

    static Report incomplete() {
        return report(
                "Release payments-api",
                about(),
                List.of(
                        reachable(),
                        line("plan", "On-call has read the rollback plan")
                                .kind(Kind.SIGN_OFF)
                                .by("release manager")
                                .because("nobody reads it during an outage")
                                .ends(Status.PENDING, "waits for the release manager"),
                        line("rollout", "Deployment payments-api is rolled out")
                                .roots("plan")
                                .ends(Status.BLOCKED, "not asked, because of \"On-call has read the rollback plan\"")));
    }

    /** Has the same report of a run that began so much later. */
    static Report moved(Report report, Duration by) {
        RunFacts was = report.facts();
        RunFacts moved =
                new RunFacts(was.startedAt().plus(by), was.endedAt().plus(by), was.host(), was.user(), was.library());
        return report(
                report.title(), report.about(), moved, report.results(), List.of(), List.of(), 0, Optional.empty());
    }
}
