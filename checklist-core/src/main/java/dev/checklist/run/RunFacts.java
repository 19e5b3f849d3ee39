package dev.checklist.run;

import java.time.Instant;

/**
 * Says where, by whom and when a run was made.
 *
 * @param startedAt the start, by the run's clock
 * @param endedAt the end, by the run's clock
 * @param host the name of the machine
 * @param user the name of the account
 * @param library the version of this library
 */
public record RunFacts(Instant startedAt, Instant endedAt, String host, String user, String library) {}
