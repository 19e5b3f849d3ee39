package dev.checklist.run;

import dev.checklist.LibraryVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Says where and by whom a run is made, without asking the network. */
final class Machine {
    private Machine() {}

    static RunFacts facts(Instant startedAt, Instant endedAt, Map<String, String> traffic, Optional<Ledger> ledger) {
        return new RunFacts(
                startedAt,
                endedAt,
                host(),
                System.getProperty("user.name", "unknown"),
                LibraryVersion.current(),
                traffic,
                ledger);
    }

    private static String host() {
        for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
            String name = System.getenv(variable);
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException | RuntimeException e) {
            return "unknown";
        }
    }
}
