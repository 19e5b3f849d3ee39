package dev.checklist.run;

import dev.checklist.Checklist;
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

    /** Returns the valid waiver of exactly this id, and notes that it was needed. */
    Optional<Waiver> covering(String id) {
        Optional<Waiver> valid = waivers.stream()
                .filter(waiver -> waiver.id().equals(id) && waiver.isValidOn(today))
                .findFirst();
        valid.ifPresent(used::add);
        return valid;
    }

    List<String> findings(Checklist checklist) {
        List<String> findings = new ArrayList<>();
        for (Waiver waiver : waivers) {
            String who = "the waiver of " + waiver.id() + " (" + waiver.owner() + ", until " + waiver.until() + ")";
            if (checklist.entry(waiver.id()).isEmpty()) {
                findings.add(who + " covers nothing: the list has no such id");
            } else if (!waiver.isValidOn(today)) {
                findings.add(who + " has expired");
            } else if (!used.contains(waiver)) {
                findings.add(who + " was not needed: the line did not fail");
            }
            if (waiver.endsSoonAfter(today)) {
                findings.add(who + " ends within " + Waiver.SOON.getDays() + " days");
            }
        }
        return List.copyOf(findings);
    }
}
