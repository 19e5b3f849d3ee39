package dev.checklist.run;

import dev.checklist.Highlight;
import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a report of what {@code JsonRenderer} wrote of it; docs/report-json.md says what each field means. */
final class StoredReport {
    private final StoredFields fields;
    private final Map<String, String> causes = new HashMap<>();

    private StoredReport(StoredFields fields) {
        this.fields = fields;
    }

    static Report of(Map<String, ?> tree) {
        StoredFields fields = new StoredFields("", tree);
        boolean isKnown =
                fields.number("schemaVersion") == 1 && fields.text("kind").equals("REPORT");
        if (!isKnown) {
            throw new IllegalArgumentException("not a stored report: kind is " + fields.text("kind")
                    + " of schema version " + fields.number("schemaVersion") + ": expected REPORT of version 1");
        }
        return new StoredReport(fields).report();
    }

    private Report report() {
        sharedCauses();
        Report.Scope scope = new Report.Scope(
                fields.objects("unselected", StoredReport::line),
                fields.texts("findings"),
                fields.number("abandonedProbes"),
                fields.optional("endedEarly"),
                fields.optionalAs("freshness", Duration::parse));
        Report report = new Report(
                fields.text("title"),
                Collections.unmodifiableMap(fields.map("about")),
                fields.object("run")
                        .map(StoredReport::run)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "not a stored report: it has no run; give what JsonRenderer wrote")),
                fields.objects("results", this::result),
                scope);
        same("verdict", fields.text("verdict"), report.verdict().name());
        fields.optional("digest").ifPresent(digest -> same("digest", digest, report.digest()));
        return report;
    }

    /** What a report says of itself must follow from its lines, else one of both was changed. */
    private static void same(String what, String stored, String computed) {
        if (!stored.equals(computed)) {
            throw new IllegalArgumentException("the stored report contradicts itself: its " + what + " is " + stored
                    + ", but its lines come to " + computed + "; it was changed since it was written");
        }
    }

    private void sharedCauses() {
        List<List<String>> all = fields.objects("causes", cause -> cause.texts("lines"));
        for (int i = 0; i < all.size(); i++) {
            String name = "stored " + i;
            List<String> lines = all.get(i);
            if (lines.size() > 1) {
                lines.forEach(line -> causes.put(line, name));
            }
        }
    }

    private static RunFacts run(StoredFields run) {
        return new RunFacts(
                run.as("startedAt", Instant::parse),
                run.as("endedAt", Instant::parse),
                run.text("host"),
                run.text("user"),
                run.text("library"),
                run.map("traffic"),
                run.object("attestations")
                        .map(kept -> new Ledger(
                                kept.text("where"), kept.number("records"), kept.optional("lastHash"), List.of())));
    }

    private static Line line(StoredFields line) {
        Line.Notes notes = new Line.Notes(
                line.orNull("reason"),
                line.orNull("remedy"),
                line.orNull("role"),
                line.orNull("demand"),
                line.orNull("owner"),
                Collections.unmodifiableSet(new LinkedHashSet<>(line.texts("tags"))),
                line.object("highlight")
                        .map(said -> new Highlight(said.text("word"), said.text("holds")))
                        .orElse(null));
        return new Line(
                line.text("id"),
                line.text("title"),
                line.as("kind", Kind::valueOf),
                line.number("depth"),
                line.flag("required"),
                null,
                notes);
    }

    private Result result(StoredFields stored) {
        Line line = line(stored);
        List<String> diagnosis = stored.texts("diagnosis");
        Result.Details details = new Result.Details(
                stored.texts("roots"),
                stored.orNull("endOfRun"),
                causes.get(line.id()),
                stored.orNull("earlierMessage"),
                diagnosis,
                attestation(line.id(), stored.object("attestation")),
                stored.object("waiver").map(StoredReport::waiver).orElse(null));
        Instant seen = line.kind() == Kind.DERIVED
                ? stored.optionalAs("seenAt", Instant::parse).orElse(null)
                : null;
        return new Result(
                line,
                stored.as("status", Status::valueOf),
                stored.text("message"),
                stored.objects("attempts", StoredReport::attempt),
                details,
                new Result.Basis(stored.map("basis"), seen));
    }

    private static Attempt attempt(StoredFields attempt) {
        long nanos = attempt.as("duration", Duration::parse).toNanos();
        return new Attempt(attempt.as("startedAt", Instant::parse), nanos, outcome(attempt));
    }

    private static Outcome outcome(StoredFields stored) {
        String message = stored.text("message");
        Outcome outcome = switch (stored.as("status", Status::valueOf)) {
            case PASSED -> Outcome.passed(message);
            case FAILED -> Outcome.failed(message);
            default -> error(stored.optionalAs("mark", Mark::valueOf).orElse(Mark.PLAIN), message);
        };
        outcome = stored.flag("conclusive") ? outcome.conclusively() : outcome;
        for (Map.Entry<String, String> seen : stored.map("evidence").entrySet()) {
            outcome = outcome.with(seen.getKey(), seen.getValue());
        }
        for (Map.Entry<String, String> fact : stored.map("identity").entrySet()) {
            outcome = outcome.identifiedBy(fact.getKey(), fact.getValue());
        }
        for (String warning : stored.texts("warnings")) {
            outcome = outcome.warning(warning);
        }
        return outcome;
    }

    private static Outcome error(Mark mark, String message) {
        return switch (mark) {
            case PLAIN -> Outcome.error(message);
            case UNSUPPORTED -> Outcome.unsupported(message);
            case NOT_PERMITTED -> Outcome.notPermitted(message);
        };
    }

    private static @Nullable Attestation attestation(String id, Optional<StoredFields> found) {
        if (found.isEmpty()) {
            return null;
        }
        StoredFields stored = found.get();
        Attestation answer = Attestation.recorded(
                id,
                stored.map("bound"),
                stored.text("statement"),
                stored.as("answer", Attestation.Answer::valueOf),
                stored.text("who"));
        answer = stored.optional("role").map(answer::as).orElse(answer);
        answer = stored.optional("signedBy").map(answer::signedBy).orElse(answer);
        answer = stored.optionalAs("when", Instant::parse).map(answer::at).orElse(answer);
        answer = stored.optionalNumber("score").map(answer::withScore).orElse(answer);
        answer = stored.optional("comment").map(answer::withComment).orElse(answer);
        answer = stored.optional("evidence").map(answer::withEvidence).orElse(answer);
        return stored.optionalAs("validFor", Duration::parse)
                .map(answer::validFor)
                .orElse(answer);
    }

    private static Waiver waiver(StoredFields stored) {
        Waiver waiver = new Waiver(
                stored.text("id"), stored.text("reason"), stored.text("owner"), stored.as("until", LocalDate::parse));
        waiver = stored.optional("ticket").map(waiver::withTicket).orElse(waiver);
        List<String> environments = stored.texts("environments");
        return environments.isEmpty()
                ? waiver
                : waiver.in(
                        environments.get(0),
                        environments.subList(1, environments.size()).toArray(String[]::new));
    }
}
