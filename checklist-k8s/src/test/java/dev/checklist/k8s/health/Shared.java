package dev.checklist.k8s.health;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the design data that may lie beside the repository; tests over it are visibly skipped where it does not. */
final class Shared {

    private Shared() {}

    static Path directory(String name) {
        Optional<Path> found = Stream.iterate(
                        Path.of(System.getProperty("user.dir")).toAbsolutePath(),
                        directory -> directory != null,
                        Path::getParent)
                .map(directory -> directory.resolve("shared").resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
        Assumptions.assumeTrue(
                found.isPresent(),
                () -> "NOT RUN: shared/" + name + " lies neither in nor above " + System.getProperty("user.dir"));
        return found.orElseThrow();
    }
}
