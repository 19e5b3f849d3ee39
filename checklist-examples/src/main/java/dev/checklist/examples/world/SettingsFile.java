package dev.checklist.examples.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes settings as a properties file in UTF-8, which appears at once and complete, for its owner only. */
final class SettingsFile {
    private SettingsFile() {}

    static void write(Path file, Map<String, String> settings) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = Files.createDirectories(absolute.resolveSibling("."));
        Path draft = Files.createTempFile(folder, "settings", ".draft");
        try {
            Files.writeString(draft, text(settings));
            Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    static String text(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
    }
}
