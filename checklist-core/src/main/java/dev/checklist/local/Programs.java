package dev.checklist.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds programs as a shell finds them, except that nothing in the working directory counts: an empty or relative entry
 * of PATH would let whoever wrote the repository choose what runs.
 *
 * @param place whose PATH counts
 */
record Programs(Place place) {
    /** Finds a program by its name in PATH, or at its absolute path. */
    Path find(String name) throws Obstacle {
        List<Path> candidates = candidates(name);
        for (Path candidate : candidates) {
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        Optional<Path> there = candidates.stream().filter(Files::exists).findFirst();
        if (there.isPresent()) {
            throw Obstacle.absent(there.get() + " is no file that can be executed");
        }
        throw Obstacle.absent(isPath(name) ? name + " is not there" : name + " is in no directory of PATH");
    }

    private List<Path> candidates(String name) throws Obstacle {
        if (isPath(name)) {
            return List.of(Path.of(name));
        }
        String path = place.environment().apply("PATH");
        if (path == null || path.isBlank()) {
            throw Obstacle.unseen("PATH is not set, so that " + name + " could not be looked for");
        }
        List<Path> candidates = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            directory(entry).ifPresent(directory -> {
                candidates.add(directory.resolve(name));
                if (File.separatorChar == '\\') {
                    candidates.add(directory.resolve(name + ".exe"));
                }
            });
        }
        return candidates;
    }

    private static Optional<Path> directory(String entry) {
        try {
            return Optional.of(Path.of(entry)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty(); // no directory has such a name
        }
    }

    /** Accepts a name to be found in PATH, or an absolute path. */
    static String named(String name) {
        String given = Given.line("name", name);
        if (given.startsWith("-") || given.equals(".") || given.equals("..")) {
            throw new IllegalArgumentException(
                    "name is " + Shown.quoted(given) + ": expected the name of a program, such as kubectl");
        }
        if (isPath(given) && !Path.of(given).isAbsolute()) {
            throw new IllegalArgumentException(
                    "name is " + Shown.quoted(given) + ": expected a name to be found in PATH, or an absolute path");
        }
        return given;
    }

    private static boolean isPath(String name) {
        return name.contains("/") || name.indexOf(File.separatorChar) >= 0;
    }
}
