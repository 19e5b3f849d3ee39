package dev.checklist.run;

import dev.checklist.Checklist;
import dev.checklist.Derived;
import dev.checklist.Entry;
import dev.checklist.SectionStatus;
import dev.checklist.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges, once at the start of a run, which waivers count; afterwards says which were not needed. */
final class Waivers {
    private final List<Waiver> waivers;
    private final Map<String, String> about;
    private final LocalDate today;
    private final Set<Waiver> used = new HashSet<>();
    /** Waivers of failures that they would cover elsewhere. */
    private final Set<Waiver> elsewhere = new HashSet<>();

    Waivers(List<Waiver> waivers, Map<String, String> about, LocalDate today) {
        this.waivers = waivers;
        this.about = about;
        this.today = today;
    }

    /** Covers a FAILED by the valid waiver of exactly this id, if there is one, and notes that it was needed. */
    Result applyTo(Result result) {
        if (result.status() != Status.FAILED) {
            return result;
        }
        List<Waiver> valid = waivers.stream()
                .filter(waiver -> waiver.id().equals(result.id()) && waiver.isValidOn(today))
                .toList();
        Optional<Waiver> cover =
                valid.stream().filter(waiver -> waiver.isFor(about)).findFirst();
        cover.ifPresentOrElse(used::add, () -> elsewhere.addAll(valid));
        return cover.map(result::waived).orElse(result);
    }

    /** Says what is odd about the waivers, once the run is over. */
    List<String> findings(Checklist checklist, Set<Entry> selected) {
        List<String> findings = new ArrayList<>();
        for (Waiver waiver : waivers) {
            Optional<Entry> covered = checklist.entry(waiver.id());
            if (covered.isEmpty()) {
                findings.add(waiver + " covers nothing: the list has no such id");
            } else if (covered.get().item() instanceof Derived derived
                    && derived.derivation() instanceof SectionStatus) {
                findings.add(waiver + " covers nothing: the line echoes its section, so waive the line that failed");
            } else if (!covered.get().children().isEmpty()) {
                findings.add(waiver + " covers nothing: a section has no outcome of its own");
            } else if (!waiver.isValidOn(today)) {
                findings.add(waiver + " has expired");
            } else if (elsewhere.contains(waiver)) {
                findings.add(waiver + " is for " + String.join(", ", waiver.environments()) + " only: " + here());
            } else if (waiver.isFor(about) && !used.contains(waiver)) {
                boolean asked = selected.contains(covered.get());
                findings.add(waiver + " was not needed: the line " + (asked ? "did not fail" : "was not asked"));
            }
            if (waiver.endsSoonAfter(today)) {
                findings.add(waiver + " ends within " + Waiver.SOON.getDays() + " days");
            }
        }
        return List.copyOf(findings);
    }

    private String here() {
        String environment = about.get(Waiver.ENVIRONMENT);
        return environment == null
                ? "the list says nothing about(\"environment\", …)"
                : "this list is about the environment " + environment;
    }
}
