package dev.checklist.run;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges, once at the start of a run, which waivers count; afterwards says which were not needed. */
final class Waivers {
    private final List<Waiver> waivers;
    private final LocalDate today;
    private final Set<Waiver> used = new HashSet<>();

    Waivers(List<Waiver> waivers, LocalDate today) {
        this.waivers = waivers;
        this.today = today;
    }

    /** Covers a FAILED by the valid waiver of exactly this id, if there is one, and notes that it was needed. */
    Result applyTo(Result result) {
        if (result.status() != Status.FAILED) {
            return result;
        }
        Optional<Waiver> valid = waivers.stream()
                .filter(waiver -> waiver.id().equals(result.id()) && waiver.isValidOn(today))
                .findFirst();
        valid.ifPresent(used::add);
        return valid.map(result::waived).orElse(result);
    }

    /** Says what is odd about the waivers, once the run is over. */
    List<String> findings(Checklist checklist, Set<Entry> selected) {
        List<String> findings = new ArrayList<>();
        for (Waiver waiver : waivers) {
            String who = "the waiver of " + waiver.id() + " (" + waiver.owner() + ", until " + waiver.until() + ")";
            Optional<Entry> covered = checklist.entry(waiver.id());
            if (covered.isEmpty()) {
                findings.add(who + " covers nothing: the list has no such id");
            } else if (!covered.get().children().isEmpty()) {
                findings.add(who + " covers nothing: a section has no outcome of its own");
            } else if (!waiver.isValidOn(today)) {
                findings.add(who + " has expired");
            } else if (!used.contains(waiver)) {
                boolean asked = selected.contains(covered.get());
                findings.add(who + " was not needed: the line " + (asked ? "did not fail" : "was not asked"));
            }
            if (waiver.endsSoonAfter(today)) {
                findings.add(who + " ends within " + Waiver.SOON.getDays() + " days");
            }
        }
        return List.copyOf(findings);
    }
}
