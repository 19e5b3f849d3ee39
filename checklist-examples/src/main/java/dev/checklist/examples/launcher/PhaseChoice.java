package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.examples.page.Page;
import dev.checklist.examples.page.Phase;
import dev.checklist.run.Waiver;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says which phases of a page are meant. */
final class PhaseChoice {
    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            description =
                    "One of before, deploy, verify, first-day, rollback; default: all that the page has, but rollback.")
    private @Nullable String phase;

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "Go on only if the settings are those of this environment.")
    private @Nullable String environment;

    /**
     * Returns the lists of the phases that are meant, in the order of time.
     *
     * @throws IllegalArgumentException if the page has none, or is about another environment
     */
    Map<Phase, Checklist> of(Page page) {
        Map<Phase, Checklist> all = new EnumMap<>(page.phases());
        all.values().forEach(this::requireEnvironment);
        if (phase == null) {
            all.remove(Phase.ROLLBACK);
            return all;
        }
        Phase wanted = Phase.named(phase);
        Checklist list = all.get(wanted);
        if (list == null) {
            throw new IllegalArgumentException("--phase " + phase + ": the page " + page.name() + " has only "
                    + all.keySet().stream().map(Phase::id).toList());
        }
        return Map.of(wanted, list);
    }

    /** Tells whether one phase was asked for, which then speaks for itself. */
    boolean isOne() {
        return phase != null;
    }

    private void requireEnvironment(Checklist list) {
        String found = list.about().get(Waiver.ENVIRONMENT);
        if (environment != null && !environment.equals(found)) {
            throw new IllegalArgumentException("--environment " + environment + ": the list \"" + list.title()
                    + "\" is " + (found == null ? "about no environment" : "about " + found) + ", as its settings say");
        }
    }
}
