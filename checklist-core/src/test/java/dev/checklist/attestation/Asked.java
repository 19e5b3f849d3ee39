package dev.checklist.attestation;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Rating;
import dev.checklist.SignOff;
import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.Question;
import dev.checklist.run.Report;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the questions of a small list, and asks them on a virtual clock. */
final class Asked {
    static final SignOff PLAN = signOff("the rollback plan was read").id("plan");
    static final SignOff RESTORE = signOff("a restore was tested").id("restore").by("DBA");
    static final Rating SECURITY = rating("security").atLeast(3).id("security");

    private Asked() {}

    static Checklist release(String version, Item... items) {
        return checklist("Release", List.of(items)).about("version", version);
    }

    static Checklist release() {
        return release("1.4.2", PLAN, RESTORE, SECURITY);
    }

    static Report run(Checklist list, Attestor attestor) {
        return CheckTester.create()
                .with(runner -> runner.withAttestor(attestor))
                .run(list);
    }

    static Question question(String id) {
        return run(release(), Attestor.none()).question(id);
    }

    static Attestation plan(String who) {
        return question("plan").confirmedBy(who);
    }

    /** Writes as many records, of one person after the other. */
    static void fill(Path path, int records) throws IOException {
        AttestationFile file = AttestationFile.at(path);
        Question plan = question("plan");
        for (int i = 1; i <= records; i++) {
            Attestation kept = file.record(plan.confirmedBy("person " + i).withComment("comment " + i));
            if (!kept.who().equals("person " + i)) {
                throw new IllegalStateException("kept another answer: " + kept);
            }
        }
    }

    static List<String> names(AttestationFile file) throws IOException {
        return file.records().stream().map(Attestation::who).toList();
    }

    static byte[] bytes(Path path) throws IOException {
        return Files.readAllBytes(path);
    }
}
