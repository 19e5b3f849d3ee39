package dev.checklist.run;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says where, by whom and when a run was made, and what it asked of its targets.
 *
 * @param startedAt the start, by the run's clock
 * @param endedAt the end, by the run's clock
 * @param host the name of the machine
 * @param user the name of the account
 * @param library the version of this library
 * @param traffic target to what was asked of it in words, of those providers that count it
 * @param ledger the kept answers of people that were seen, if the attestor keeps any
 */
public record RunFacts(
        Instant startedAt,
        Instant endedAt,
        String host,
        String user,
        String library,
        Map<String, String> traffic,
        Optional<Ledger> ledger) {
    /** Copies the map, in its order. */
    public RunFacts {
        traffic = Collections.unmodifiableMap(new LinkedHashMap<>(traffic));
    }

    /** Says it of a run whose attestor keeps no answers. */
    public RunFacts(
            Instant startedAt, Instant endedAt, String host, String user, String library, Map<String, String> traffic) {
        this(startedAt, endedAt, host, user, library, traffic, Optional.empty());
    }

    /** Says it of a run of which nobody counted what it asked. */
    public RunFacts(Instant startedAt, Instant endedAt, String host, String user, String library) {
        this(startedAt, endedAt, host, user, library, Map.of(), Optional.empty());
    }
}
