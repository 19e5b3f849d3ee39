package dev.checklist.html;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.run.Report;
import dev.checklist.run.Waiver;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Has the reports that the tests look at, made by real runs on a virtual clock. */
final class Samples {
    private Samples() {}

    /** Is a release with a line of every status. */
    static Checklist release() {
        Check reachable = check(
                "cluster prod is reachable",
                context -> Outcome.passed("answered as release-bot")
                        .with("server", "https://api.prod.example:6443")
                        .with("version", "v1.36.2"));
        Check rolledOut = check(
                        "deployment payments is rolled out",
                        ScriptedProbe.answering(
                                        Outcome.error("timed out after 30 s"),
                                        Outcome.failed("expected 3 updated replicas but found 1"))
                                .takes(ofSeconds(2)))
                .retry(attempts(6).every(ofSeconds(10)))
                .remedy("kubectl rollout status deployment/payments")
                .because("old pods answer with the old schema")
                .onFailure((context, outcome) ->
                        "payments-7d9f: ImagePullBackOff\n  the image v1.0.1 cannot be pulled: not found");
        return checklist(
                        "Release payments",
                        reachable.orStop(),
                        signOff("on-call has read the rollback plan").by("release manager"),
                        section(
                                "Backups",
                                check(
                                                "bucket dumps has versioning enabled",
                                                context -> Outcome.failed("expected Enabled but found Suspended"))
                                        .id("versioning"),
                                check(
                                        "the dump is fresh",
                                        context -> Outcome.passed("1 h old").with("key", "nightly/1.dump")),
                                check("the migration was rehearsed", context -> Outcome.passed("yes"))
                                        .onlyIf(precondition("the release migrates the schema", () -> false))),
                        section(
                                "Rollout",
                                rolledOut.orStop(),
                                check("payments has 3 ready replicas", context -> Outcome.passed("3"))),
                        section(
                                "Verification",
                                check(
                                        "quota is left",
                                        context -> Outcome.notPermitted("may not list resourcequotas in payments")),
                                check("latency is as before", context -> Outcome.failed("p95 was 410 ms"))
                                        .advisory()))
                .about("version", "2.4.1")
                .about("environment", "production");
    }

    static Report rich() {
        Waiver waiver = new Waiver("versioning", "the store is replaced", "Bob", LocalDate.of(2030, 1, 5));
        return CheckTester.create()
                .with(runner -> runner.withWaivers(List.of(waiver)))
                .run(release());
    }

    static Report ready() {
        return CheckTester.create().run(checklist("Small", check("it answers", ScriptedProbe.passing("200"))));
    }

    /** Has one line for each text, in every place that a text can reach. */
    static Report saying(List<String> texts) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            items.add(section(
                    "section " + i + text,
                    check(
                                    "line " + i + text,
                                    context -> Outcome.failed("found " + text)
                                            .with("name" + text, text)
                                            .warning("warning " + text))
                            .because("reason " + text)
                            .remedy("run " + text)
                            .tag("tag" + i)
                            .onFailure((context, outcome) -> "diagnosis " + text),
                    signOff("question " + i + text).by("role " + text)));
        }
        return CheckTester.create().run(checklist("list " + texts.get(0), items).about("about", "is " + texts.get(0)));
    }

    /** Has so many lines, in sections of twenty, of which every fifth failed after some attempts. */
    static Report large(int lines) {
        List<Item> sections = new ArrayList<>();
        for (int first = 0; first < lines; first += 20) {
            List<Item> items = new ArrayList<>();
            for (int i = first; i < Math.min(lines, first + 20); i++) {
                items.add(i % 5 == 0 ? failing(i) : passing(i));
            }
            sections.add(section("part " + first / 20, items));
        }
        return CheckTester.create().run(checklist("Large", sections));
    }

    private static Check passing(int i) {
        return check(
                        "deployment service-" + i + " is rolled out",
                        ScriptedProbe.answering(Outcome.passed("3 of 3 pods run revision 7")
                                .with("image", "registry.example/service:" + i)))
                .tag("service");
    }

    private static Check failing(int i) {
        return check(
                        "deployment service-" + i + " is rolled out",
                        ScriptedProbe.failing("expected 3 updated replicas but found " + i % 3)
                                .takes(ofMillis(300)))
                .retry(attempts(3));
    }
}
