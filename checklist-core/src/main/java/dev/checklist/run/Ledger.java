package dev.checklist.run;

import java.util.List;
import java.util.Optional;

/**
 * Says which kept answers a run has seen, so that their number and last hash can be given back to the next one: a chain
 * of hashes cannot see that its end was cut off.
 *
 * @param where the file or table
 * @param records the number of records
 * @param lastHash the hash of the last record, in hexadecimal digits; empty if there is none
 * @param findings what should be looked at, such as a torn line that was repaired
 */
public record Ledger(String where, int records, Optional<String> lastHash, List<String> findings) {
    /** Copies the list. */
    public Ledger {
        findings = List.copyOf(findings);
    }
}
