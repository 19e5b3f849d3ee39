package dev.checklist.examples.readme;

// readme: example
import static dev.checklist.Checklists.*;
import static java.time.Duration.ofSeconds;

import dev.checklist.Checklist;
import dev.checklist.Outcome;

class PaymentsRelease {
    Checklist page(Ledger ledger, boolean migrates) {
        return checklist(
                        "Release payments",
                        check("the ledger answers", context -> Outcome.passed("version " + ledger.version()))
                                .orStop(),
                        signOff("on-call has read the rollback plan").by("release manager"),
                        section(
                                "Data",
                                check(
                                                "the ledger is balanced",
                                                context -> expect("debits minus credits", 0, ledger.difference()))
                                        .retry(attempts(5).every(ofSeconds(2)))
                                        .because("an unbalanced ledger cannot be migrated"),
                                check("the backup is there", context -> Outcome.passed(ledger.newestBackup()))
                                        .onlyIf(precondition("the release migrates the schema", () -> migrates))))
                .about("version", "2.4.0");
    }
}
// readme: end
