package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.attestation.AttestationFile;
import dev.checklist.examples.page.Page;
import dev.checklist.run.Attestation;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Question;
import dev.checklist.run.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the answer of a person to a line, and keeps it. */
@Command(
        name = "attest",
        sortOptions = false,
        description = {
            "Takes the answer of a person to a line, and keeps it.",
            "The line is looked at first, with what it needs: only one that is PENDING takes an answer, and the answer"
                    + " belongs to its text, to the release, and to what was seen. Who signs the whole list says --writes and"
                    + " --load as the run does: the signature belongs to what that came to."
        },
        footer = {
            "",
            "Examples:",
            "  checklist attest ticketer T17 --settings my.properties --answers a.jsonl \\",
            "      --by Ann --confirm --evidence https://wiki.example/restore",
            "  checklist attest ticketer T179 --settings my.properties --answers a.jsonl \\",
            "      --by Bob --rate 4 --comment paged"
        })
final class AttestCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PAGE", description = "ticketer or trackdechets.")
    private String page = "";

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "The line, by its id, or by a tag that no other line has.")
    private String id = "";

    @Option(names = "--answers", required = true, paramLabel = "FILE", description = "Where answers are kept.")
    private Path answers = Path.of("");

    @Mixin
    private Reply reply = new Reply();

    @Mixin
    private Target target = new Target();

    @Mixin
    private PhaseChoice phases = new PhaseChoice();

    @Mixin
    private Permissions permissions = new Permissions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli sets it
    private Help help = new Help();

    @Override
    public Integer call() throws IOException {
        AttestationFile file = People.Files.answers(answers);
        try (Places places = target.places(List.of(page));
                Page opened = target.open(page, places)) {
            Asked asked = asked(phases.of(opened).values());
            ChecklistRunner runner = permissions
                    .apply(ChecklistRunner.create(), target.isDemo(List.of(page)))
                    .withSecrets(opened.secrets())
                    .withAttestor(file);
            Question question = runner.withSelection(asked.selection())
                    .run(asked.list())
                    .question(asked.entry().id());
            Attestation kept = file.record(reply.to(question));
            Launcher.line(spec).getOut().println(Words.row(words(kept), 300));
        }
        return 0;
    }

    private static String words(Attestation kept) {
        return kept.answer() + " by " + kept.who() + ": " + kept.statement() + " (" + kept.id() + ")";
    }

    /** Is the line and its list. */
    private record Asked(Checklist list, Entry entry) {
        /** Runs no more than the line needs; a signature speaks for the whole list. */
        Selection selection() {
            return entry.isWholeListSignOff()
                    ? Selection.all()
                    : Selection.all().only(entry.id());
        }
    }

    private Asked asked(Iterable<Checklist> lists) {
        List<Asked> found = new ArrayList<>();
        for (Checklist list : lists) {
            list.entries().stream()
                    .filter(entry -> entry.children().isEmpty())
                    .filter(entry ->
                            entry.id().equals(id) || entry.item().tags().contains(id))
                    .forEach(entry -> found.add(new Asked(list, entry)));
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "no line has the id or tag \"" + id + "\": list --ids prints them"
                            : "\"" + id + "\" is several lines: name one by its id, or one by --phase: "
                                    + found.stream()
                                            .map(one -> one.entry().id())
                                            .distinct()
                                            .toList());
        }
        return found.get(0);
    }
}
