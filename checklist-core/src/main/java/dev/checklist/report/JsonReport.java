package dev.checklist.report;

import dev.checklist.Highlight;
import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.Attestation;
import dev.checklist.run.Cause;
import dev.checklist.run.Ledger;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunFacts;
import dev.checklist.run.Validity;
import dev.checklist.run.Waiver;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a report as JSON; docs/report-json.md says what each field means. */
final class JsonReport {
    private final JsonFields fields;

    JsonReport(JsonFields fields) {
        this.fields = fields;
    }

    void write(Report report) throws IOException {
        fields.root(report, this::report);
    }

    private void report(Report report) throws IOException {
        fields.number("schemaVersion", JsonRenderer.SCHEMA_VERSION);
        fields.text("kind", "REPORT");
        fields.text("verdict", report.verdict().name());
        fields.text("headline", report.headline());
        fields.text("title", report.title());
        fields.map("about", report.about());
        fields.object("run", Optional.of(report), this::run);
        fields.object("validity", report.validity(), this::validity);
        identity(report.identity());
        fields.text("digest", report.digest());
        fields.object("counts", Optional.of(report), this::counts);
        fields.objects("causes", report.causes(), this::cause);
        fields.texts("open", ids(report.open()));
        fields.objects("results", report.results(), this::result);
        fields.objects("unselected", report.unselected(), this::line);
        fields.texts("findings", report.findings());
        fields.text("endedEarly", report.endedEarly());
        fields.text("freshness", report.freshness());
        fields.number("abandonedProbes", report.abandonedProbes());
    }

    private void run(Report report) throws IOException {
        RunFacts facts = report.facts();
        fields.text("id", report.runId());
        fields.text("startedAt", facts.startedAt().toString());
        fields.text("endedAt", facts.endedAt().toString());
        fields.text("host", facts.host());
        fields.text("user", facts.user());
        fields.text("library", facts.library());
        fields.map("traffic", facts.traffic());
        fields.object("attestations", facts.ledger(), this::ledger);
    }

    private void validity(Validity validity) throws IOException {
        fields.text("oldest", validity.seenAt().toString());
        fields.text("oldestLine", validity.oldest().id());
        fields.text("until", validity.end().map(Validity.End::at));
        fields.text("untilLine", validity.end().map(end -> end.line().id()));
    }

    private void ledger(Ledger kept) throws IOException {
        fields.text("where", kept.where());
        fields.number("records", kept.records());
        fields.text("lastHash", kept.lastHash());
    }

    private void identity(Map<String, Set<String>> identity) throws IOException {
        if (!identity.isEmpty()) {
            fields.object("identity", Optional.of(identity), all -> {
                for (Map.Entry<String, Set<String>> one : all.entrySet()) {
                    fields.texts(JsonFields.name(one.getKey()), one.getValue());
                }
            });
        }
    }

    private void counts(Report report) throws IOException {
        for (Status status : Status.values()) {
            fields.number(status.name(), report.count(status));
        }
    }

    private void cause(Cause cause) throws IOException {
        fields.text("message", cause.message());
        fields.texts("lines", ids(cause.lines()));
        fields.texts("blocked", ids(cause.blocked()));
    }

    private void line(Line line) throws IOException {
        fields.text("id", line.id());
        fields.text("title", line.title());
        fields.text("kind", line.kind().name());
        fields.number("depth", line.depth());
        fields.flag("required", line.isRequired());
        fields.text("reason", line.reason());
        fields.text("remedy", line.remedy());
        fields.text("owner", line.owner());
        fields.text("role", line.role());
        fields.text("demand", line.demand());
        fields.texts("tags", line.tags());
        fields.object("highlight", line.highlight(), this::highlight);
    }

    private void highlight(Highlight shown) throws IOException {
        fields.text("word", shown.word());
        fields.text("holds", shown.holds());
    }

    private void result(Result result) throws IOException {
        line(result.line());
        fields.text("status", result.status().name());
        fields.text("message", result.message());
        fields.text("seenAt", result.seenAt());
        fields.map("basis", result.basis());
        fields.objects("attempts", result.attempts(), this::attempt);
        fields.texts("roots", result.roots());
        fields.text("endOfRun", result.endOfRun());
        fields.text("earlierMessage", result.earlierMessage());
        fields.texts("diagnosis", result.diagnosis());
        fields.object("attestation", result.attestation(), this::attestation);
        fields.object("waiver", result.waiver(), this::waiver);
    }

    private void attempt(Attempt attempt) throws IOException {
        fields.text("startedAt", attempt.startedAt().toString());
        fields.text("duration", attempt.duration().toString());
        Outcome outcome = attempt.outcome();
        fields.text("status", outcome.status().name());
        if (outcome.mark() != Mark.PLAIN) {
            fields.text("mark", outcome.mark().name());
        }
        fields.flag("conclusive", outcome.isConclusive());
        fields.text("message", outcome.message());
        fields.map("evidence", outcome.evidence());
        fields.map("identity", outcome.identity());
        fields.texts("warnings", outcome.warnings());
    }

    private void attestation(Attestation answer) throws IOException {
        fields.text("answer", answer.answer().name());
        fields.text("who", answer.who());
        fields.text("when", answer.when());
        if (answer.score().isPresent()) {
            fields.number("score", answer.score().getAsInt());
        }
        fields.text("comment", answer.comment());
        fields.text("evidence", answer.evidence());
        fields.text("binding", answer.binding());
        fields.text("statement", answer.statement());
        fields.map("bound", answer.bound());
        fields.text("role", answer.role());
        fields.text("signedBy", answer.signer());
        fields.text("validFor", answer.validity());
    }

    private void waiver(Waiver waiver) throws IOException {
        fields.text("id", waiver.id());
        fields.text("reason", waiver.reason());
        fields.text("owner", waiver.owner());
        fields.text("until", waiver.until().toString());
        fields.text("ticket", waiver.ticket());
        fields.texts("environments", waiver.environments());
    }

    private static List<String> ids(List<Result> results) {
        return results.stream().map(Result::id).toList();
    }
}
