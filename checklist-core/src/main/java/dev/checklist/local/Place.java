package dev.checklist.local;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Is where a list looks.
 *
 * @param directory absolute; paths are relative to it, and programs run in it
 * @param environment returns the value of an environment variable, if it is set
 * @param secrets may stand in no argument of a program
 */
record Place(Path directory, Function<String, @Nullable String> environment, Secrets secrets) {
    static Place of(Path directory) {
        return new Place(directory.toAbsolutePath().normalize(), System::getenv, Secrets.NONE);
    }

    Place with(Secrets known) {
        return new Place(directory, environment, known);
    }

    /** Returns the path of something in this place. */
    Path path(String name, @Nullable String value) {
        String text = Given.line(name, value);
        try {
            return directory.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + " is " + Shown.quoted(text) + ": expected a path", e);
        }
    }
}
