package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.examples.page.Phase;
import dev.checklist.run.Selection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** Says which lines are asked. */
final class Part {
    @Option(
            names = "--only",
            paramLabel = "TAG|ID",
            split = ",",
            description =
                    "Run only these lines and what they need, such as T48; the verdict is never READY then, and the"
                            + " report is not kept in the archive.")
    private List<String> only = List.of();

    @Option(names = "--skip", paramLabel = "TAG|ID", split = ",", description = "Leave these lines out; likewise.")
    private List<String> skip = List.of();

    /**
     * Returns what is asked of each list; a list without any of the wanted lines is left out.
     *
     * @throws IllegalArgumentException if no list has a line of such a tag or id
     */
    Map<Phase, Selection> of(Map<Phase, Checklist> lists) {
        Map<Phase, Set<String>> words = new EnumMap<>(Phase.class);
        lists.forEach((phase, list) -> words.put(phase, words(list)));
        requireKnown("--only", only, words);
        requireKnown("--skip", skip, words);
        Map<Phase, Selection> parts = new EnumMap<>(Phase.class);
        words.forEach((phase, known) -> {
            String[] wanted = only.stream().filter(known::contains).toArray(String[]::new);
            String[] skipped = skip.stream().filter(known::contains).toArray(String[]::new);
            if (only.isEmpty() || wanted.length > 0) {
                parts.put(phase, Selection.all().only(wanted).skip(skipped));
            }
        });
        return parts;
    }

    private static void requireKnown(String option, List<String> words, Map<Phase, Set<String>> known) {
        List<String> unknown = new ArrayList<>(words);
        known.values().forEach(unknown::removeAll);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(option + " " + String.join(",", unknown)
                    + ": no line of the phases "
                    + known.keySet().stream().map(Phase::id).toList()
                    + " has such an id or tag: list --ids prints them");
        }
    }

    private static Set<String> words(Checklist list) {
        Set<String> words = new HashSet<>();
        for (Entry entry : list.entries()) {
            words.add(entry.id());
            words.addAll(entry.item().tags());
        }
        return words;
    }
}
