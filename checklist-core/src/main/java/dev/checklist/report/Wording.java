package dev.checklist.report;

import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.Attestation;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Waiver;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Has the words that the text and the Markdown report share. */
final class Wording {
    private static final int MOST_TITLES = 5;

    private Wording() {}

    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Returns the command to go on with; none where nobody was allowed to look, since all may be well there. */
    static Optional<String> next(Result result) {
        return result.mark() == Mark.NOT_PERMITTED
                ? Optional.empty()
                : result.line().remedy();
    }

    /** Says in brackets what sets a line apart from a plain required one. */
    static String title(Line line) {
        return line.title() + (line.isRequired() ? "" : " (advisory)");
    }

    static String title(Result result) {
        String word = word(result.mark());
        // most messages of this kind begin with the word themselves
        boolean isSaid = word.isEmpty() || result.message().startsWith(word);
        return title(result.line()) + (isSaid ? "" : " (" + word + ")");
    }

    private static String word(Mark mark) {
        return switch (mark) {
            case PLAIN -> "";
            case UNSUPPORTED -> "not supported here";
            case NOT_PERMITTED -> "not permitted";
        };
    }

    /** Returns what was said, or what was seen where nothing was said; names of people may not be verified. */
    static String message(Result result) {
        if (result.message().isBlank()) {
            return pairs(result.evidence());
        }
        return result.message()
                + result.attestation()
                        .map(answer -> " (" + standing(answer) + ")")
                        .orElse("");
    }

    private static String standing(Attestation answer) {
        return answer.signer().map(signer -> "signed by " + signer).orElse("self-declared");
    }

    /** Returns the lines that did not pass and do not count, in list order. */
    static List<Result> advisory(Report report) {
        return report.lines().stream()
                .filter(line -> !line.line().isRequired())
                .filter(line -> line.status() == Status.FAILED || line.status() == Status.ERROR)
                .toList();
    }

    /** Counts the waivers that cover something and end soon after the run: "1 ends within 7 days"; empty if none does. */
    static Optional<String> endingSoon(Report report) {
        LocalDate soon =
                LocalDate.ofInstant(report.facts().startedAt(), ZoneOffset.UTC).plus(Waiver.SOON);
        long ending = report.lines().stream()
                .flatMap(line -> line.waiver().stream())
                .filter(waiver -> !waiver.until().isAfter(soon))
                .count();
        return ending == 0
                ? Optional.empty()
                : Optional.of(ending + (ending == 1 ? " ends" : " end") + " within " + Waiver.SOON.getDays() + " days");
    }

    static String titles(Collection<Line> lines) {
        String first = lines.stream().limit(MOST_TITLES).map(Line::title).collect(Collectors.joining("; "));
        int more = lines.size() - MOST_TITLES;
        return more > 0 ? first + "; and " + more + " more" : first;
    }

    static List<Line> lines(Collection<Result> results) {
        return results.stream().map(Result::line).toList();
    }

    static String pairs(Map<String, ?> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining("; "));
    }

    static String words(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining(" · "));
    }

    /** Says how many attempts it took, from the first on; empty for one attempt. */
    static String attempts(Result result) {
        List<Attempt> attempts = result.attempts();
        if (attempts.size() < 2) {
            return "";
        }
        Duration length = Duration.between(
                attempts.get(0).startedAt(), attempts.get(attempts.size() - 1).endedAt());
        return "after " + attempts.size() + " attempts in " + Times.words(length);
    }

    static String answer(Attestation answer) {
        String word = switch (answer.answer()) {
            case CONFIRMED -> "confirmed";
            case REFUSED -> "refused";
            case RATED -> "rated " + answer.score().orElse(0);
        };
        return word + " by " + answer.who()
                + answer.comment().map(text -> ": " + text).orElse("")
                + answer.evidence().map(text -> "; evidence: " + text).orElse("");
    }

    static String waiver(Waiver waiver) {
        return waiver.reason() + " (owner " + waiver.owner() + ", until " + waiver.until()
                + waiver.ticket().map(ticket -> ", ticket " + ticket).orElse("")
                + (waiver.environments().isEmpty() ? "" : ", in " + String.join(" and ", waiver.environments())) + ")";
    }
}
