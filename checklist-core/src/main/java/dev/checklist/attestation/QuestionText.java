package dev.checklist.attestation;

import dev.checklist.report.Visible;
import dev.checklist.run.Question;
import dev.checklist.run.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words a question for a person: what is asked, why, over what, and what the machine saw before. */
record QuestionText(List<String> head, List<String> details) {
    private static final String INDENT = "  ";
    private static final String FILE = "file ";

    static QuestionText of(Question question) {
        List<String> head = new ArrayList<>();
        head.add("");
        head.add(question.checklist()
                + question.about().entrySet().stream()
                        .map(fact -> " · " + fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining()));
        head.add(question.line().title()
                + question.line().role().map(role -> " (" + role + ")").orElse(""));
        List<String> lines = new ArrayList<>();
        question.line().reason().ifPresent(reason -> lines.add("why: " + reason));
        question.bound().forEach((name, value) -> {
            if (name.startsWith(FILE)) {
                lines.add("over: " + name.substring(FILE.length()) + " (sha256 " + value + ")");
            }
        });
        question.seen().ifPresent(seen -> lines.add("the machine could not look: " + seen));
        question.before().forEach(result -> lines.add("before: " + seen(result)));
        question.validFor().ifPresent(time -> lines.add("an answer counts for " + words(time.toHours())));
        if (question.needsSignature()) {
            lines.add("only a signed answer counts");
        }
        lines.add(help(question));
        return new QuestionText(head, lines);
    }

    private static String words(long hours) {
        return hours < 1 ? "less than an hour" : hours + " h";
    }

    private static String seen(Result result) {
        return result.status() + " " + result.line().title() + ": " + result.message();
    }

    /** Says what may be typed. */
    static String help(Question question) {
        String answer =
                question.scale().isPresent() ? "1 to " + question.scale().getAsInt() + ", or n" : "y or n";
        return answer + "; before it c <comment>, e <link or file>" + (question.needsEvidence() ? " (needed)" : "")
                + ", by <name>; later";
    }

    void write(Appendable out) throws IOException {
        for (String line : head) {
            out.append(Visible.line(line)).append(System.lineSeparator());
        }
        for (String line : details) {
            out.append(INDENT).append(Visible.line(line)).append(System.lineSeparator());
        }
    }
}
