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
import dev.checklist.run.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Is a place of a report in which a text from outside may stand. */
enum HostileField {
    LIST_TITLE,
    ABOUT_NAME,
    ABOUT_VALUE,
    HOST,
    USER,
    LIBRARY,
    SECTION_TITLE,
    SECTION_MESSAGE,
    ID,
    LINE_TITLE,
    PASSED_MESSAGE,
    FAILED_MESSAGE,
    SHARED_MESSAGE,
    BLOCKED_MESSAGE,
    PENDING_MESSAGE,
    SKIPPED_MESSAGE,
    EVIDENCE_NAME,
    EVIDENCE_VALUE,
    IDENTITY_NAME,
    IDENTITY_VALUE,
    WARNING,
    EARLIER,
    REASON,
    REMEDY,
    ROLE,
    TAG,
    DIAGNOSIS,
    WHO,
    COMMENT,
    PROOF,
    WAIVER_REASON,
    WAIVER_OWNER,
    WAIVER_TICKET,
    WAIVER_ENVIRONMENT,
    ROOT,
    END_OF_RUN,
    FINDING,
    ENDED_EARLY,
    UNSELECTED_TITLE;

    /** The number of lines of every report, unselected ones included. */
    static final int LINES = 11;

    /** The number of lines with a tick: PASSED or WAIVED. */
    static final int TICKED = 3;

    private String or(HostileField field, String text, String usual) {
        return this == field && !(text.isBlank() && isNeverBlank()) ? text : usual;
    }

    /** Names and waivers cannot be blank in the first place. */
    private boolean isNeverBlank() {
        return List.of(
                        EVIDENCE_NAME,
                        IDENTITY_NAME,
                        WARNING,
                        WAIVER_REASON,
                        WAIVER_OWNER,
                        WAIVER_TICKET,
                        WAIVER_ENVIRONMENT,
                        WHO)
                .contains(this);
    }

    /** Returns a report with the text in this place, and usual texts in all others. */
    Report with(String text) {
        Outcome passed = Outcome.passed(or(PASSED_MESSAGE, text, "seen"))
                .with(or(EVIDENCE_NAME, text, "replicas"), or(EVIDENCE_VALUE, text, "3"))
                .identifiedBy(or(IDENTITY_NAME, text, "cluster"), or(IDENTITY_VALUE, text, "uid"))
                .warning(or(WARNING, text, "clock"));
        Outcome shared = Outcome.error(or(SHARED_MESSAGE, text, "cannot be resolved"));
        return report(
                or(LIST_TITLE, text, "List"),
                Map.of(or(ABOUT_NAME, text, "version"), or(ABOUT_VALUE, text, "1")),
                facts(or(HOST, text, "host"), or(USER, text, "user"), or(LIBRARY, text, "1.0")),
                List.of(
                        section(
                                "s",
                                or(SECTION_TITLE, text, "Section"),
                                0,
                                Status.ERROR,
                                or(SECTION_MESSAGE, text, "1")),
                        line(or(ID, text, "id"), or(LINE_TITLE, text, "Line"))
                                .in(1)
                                .tag(or(TAG, text, "tag"))
                                .attempt(START, ofMillis(1), passed)
                                .attempt(after(1), ofMillis(1), passed)
                                .earlier(or(EARLIER, text, "not yet"))
                                .ends(),
                        line("failed", "Failed")
                                .in(1)
                                .because(or(REASON, text, "reason"))
                                .remedy(or(REMEDY, text, "kubectl get pods"))
                                .diagnosis(or(DIAGNOSIS, text, "likely cause"))
                                .attempt(after(2), ofMillis(1), Outcome.failed(or(FAILED_MESSAGE, text, "expected 3")))
                                .ends(),
                        line("error1", "Error 1")
                                .in(1)
                                .cause("dns")
                                .attempt(after(2), ofMillis(1), shared)
                                .ends(),
                        line("error2", "Error 2")
                                .in(1)
                                .cause("dns")
                                .attempt(after(2), ofMillis(1), shared)
                                .ends(),
                        line("blocked", "Blocked")
                                .in(1)
                                .roots(or(ROOT, text, "failed"))
                                .ends(Status.BLOCKED, or(BLOCKED_MESSAGE, text, "not asked")),
                        line("ended", "Ended")
                                .endOfRun(or(END_OF_RUN, text, "run deadline 3 min"))
                                .ends(Status.BLOCKED, "not asked"),
                        line("pending", "Pending")
                                .kind(Kind.SIGN_OFF)
                                .by(or(ROLE, text, "role"))
                                .ends(Status.PENDING, or(PENDING_MESSAGE, text, "waits")),
                        line("signed", "Signed")
                                .kind(Kind.SIGN_OFF)
                                .confirmed(
                                        or(WHO, text, "Ann"),
                                        after(3),
                                        or(COMMENT, text, "read"),
                                        or(PROOF, text, "link"))
                                .ends(Status.PASSED, "confirmed"),
                        line("skipped", "Skipped").ends(Status.SKIPPED, or(SKIPPED_MESSAGE, text, "no migration")),
                        line("waived", "Waived")
                                .attempt(after(4), ofMillis(1), Outcome.failed("Suspended"))
                                .waiver(new Waiver(
                                                "waived",
                                                or(WAIVER_REASON, text, "old store"),
                                                or(WAIVER_OWNER, text, "Bob"),
                                                LocalDate.of(2026, 12, 1))
                                        .withTicket(or(WAIVER_TICKET, text, "OPS-7"))
                                        .in(or(WAIVER_ENVIRONMENT, text, "staging")))
                                .ends(Status.WAIVED, "Suspended")),
                List.of(line("unselected", or(UNSELECTED_TITLE, text, "Unselected"))
                        .line()),
                List.of(or(FINDING, text, "a waiver ends soon")),
                0,
                Optional.of(or(ENDED_EARLY, text, "run deadline 3 min")));
    }
}
