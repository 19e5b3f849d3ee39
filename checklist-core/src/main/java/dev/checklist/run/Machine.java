package dev.checklist.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;

/** Says where and by whom a run is made, without asking the network. */
final class Machine {
    private Machine() {}

    static RunFacts facts(Instant startedAt, Instant endedAt) {
        return new RunFacts(startedAt, endedAt, host(), System.getProperty("user.name", "unknown"), libraryVersion());
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

    /** Returns the version that the build wrote beside this class. */
    static String libraryVersion() {
        try (InputStream resource = Machine.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (resource != null) {
                properties.load(resource);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
