package dev.checklist.examples.guide;

import static dev.checklist.Checklists.*;
import static java.time.Duration.*;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Section;
import dev.checklist.SignOff;
import dev.checklist.attestation.AttestationFile;
import dev.checklist.attestation.KnownSigners;
import dev.checklist.attestation.TerminalAttestor;
import dev.checklist.attestation.WaiverFile;
import dev.checklist.history.ArchivedRun;
import dev.checklist.history.RunArchive;
import dev.checklist.k8s.ClusterChecks;
import dev.checklist.k8s.PodChecks;
import dev.checklist.report.ReportMatrix;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Has the snippets about people, computed lines and the archive. */
final class People {
    private final ChecklistRunner runner = ChecklistRunner.create();

    void file(Checklist page) throws IOException {
        // guide: file
        AttestationFile answers = AttestationFile.at(Path.of("answers.jsonl"));
        Report report = ChecklistRunner.create().withAttestor(answers).run(page); // gives what was answered before
        answers.record(report.question("plan").confirmedBy("Ann").withEvidence("https://wiki.example/plan"));
        // guide: end
    }

    List<SignOff> terms() {
        // guide: terms
        SignOff reviewed = signOff("The autoscaler was reviewed").by("SRE").over(Path.of("k8s/hpa.yaml"));
        SignOff rehearsed = signOff("A restore was tested").withEvidence().validFor(ofDays(30));
        // guide: end
        return List.of(reviewed, rehearsed);
    }

    ChecklistRunner terminal(AttestationFile answers) throws IOException {
        // guide: terminal
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        ChecklistRunner asking = runner.withAttestor(answers.asking(TerminalAttestor.on(in, System.out)));
        // guide: end
        return asking;
    }

    List<AttestationFile> signed(AttestationFile answers, PrivateKey privateKey) throws IOException {
        // guide: signatures
        AttestationFile writing = answers.signing("Ann", privateKey);
        AttestationFile verifying = answers.knowing(KnownSigners.read(Path.of("signers.txt")));
        // guide: end
        return List.of(writing, verifying);
    }

    ChecklistRunner waived() throws IOException {
        // guide: waivers
        ChecklistRunner waiving = runner.withWaivers(WaiverFile.read(Path.of("waivers.txt")));
        // guide: end
        return waiving;
    }

    Checklist computed(
            String environment,
            String version,
            ClusterChecks dev,
            ClusterChecks production,
            Section offsiteBackups,
            Check healthy,
            Check noCriticalCve) {
        // guide: computed
        Section verification = section("Verification", healthy, noCriticalCve);
        Checklist release = checklist(
                        "Release",
                        oneOf(
                                "Environment",
                                environment,
                                option("dev", dev.isCluster("5c3f2b10-1111-4222-8333-444455556666")),
                                option("production", production.isCluster("7f9c1e52-3b1f-4c1c-9d3e-0a5d7c1b2e44"))),
                        offsiteBackups.onlyIf(settingIs("environment", environment, "production")),
                        verification,
                        derivedFrom("All verification steps passed", verification),
                        scorecard(
                                "Production readiness",
                                atLeast(8),
                                rating("Security").cappedBy(2, noCriticalCve),
                                rating("Monitoring")),
                        section("Sign-off", signOffs("Development lead", "DevOps lead", "Security review")))
                .about("environment", environment)
                .about("version", version);
        // guide: end
        return release;
    }

    ChecklistRunner fresh() {
        // guide: fresh
        ChecklistRunner fresh = ChecklistRunner.create().withEvidenceNoOlderThan(ofMinutes(15));
        // guide: end
        return fresh;
    }

    void archive(Checklist list) throws IOException {
        // guide: archive
        RunArchive archive = RunArchive.at(Path.of("runs"));
        Optional<ArchivedRun> before = archive.last();
        Report report = runner.run(list);
        archive.add(report);
        Optional<Report> earlier = before.flatMap(ArchivedRun::report);
        if (earlier.isPresent()) {
            TextRenderer.create().render(report.comparedTo(earlier.get()), System.out);
        }
        // guide: end
    }

    void matrix(Report staging, Report production) throws IOException {
        // guide: matrix
        ReportMatrix matrix = ReportMatrix.of(Map.of("staging", staging, "production", production));
        TextRenderer.create().render(matrix, System.out);
        // guide: end
    }

    Checklist soak(RunArchive archive, PodChecks pods, String version) {
        // guide: soak
        Check healthy = pods.areHealthy(3);
        Checklist firstDay = checklist(
                        "First 24 hours",
                        healthy,
                        archive.soak(ofHours(24))
                                .every(ofHours(1))
                                .maxMissed(1)
                                .maxFailures(0)
                                .of("Pods stay healthy", healthy))
                .about("version", version);
        // guide: end
        return firstDay;
    }

    private static void keep(RunArchive archive, Report report) {
        try {
            archive.add(report);
        } catch (IOException e) {
            System.err.println("the window is missed: " + e);
        }
    }

    void hourly(RunArchive archive, Checklist list) {
        // guide: hourly
        ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor();
        hourly.scheduleAtFixedRate(() -> keep(archive, runner.run(list)), 0, 1, TimeUnit.HOURS);
        // guide: end
    }
}
