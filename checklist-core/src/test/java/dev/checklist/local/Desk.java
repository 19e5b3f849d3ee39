package dev.checklist.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Is a machine of a test's own: a directory to look in, and one with programs, which are scripts of /bin/sh. */
final class Desk {
    static final Path SHELL = Path.of("/bin/sh");

    private final Path directory;
    private final Path programs;
    private final Map<String, String> environment = new HashMap<>();

    Desk(Path root) {
        try {
            directory = Files.createDirectories(root.resolve("work"));
            programs = Files.createDirectories(root.resolve("bin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.put("PATH", programs.toString());
    }

    /** Puts a program into PATH. */
    Desk script(String name, String body) {
        assumeTrue(Files.isExecutable(SHELL), "there is no /bin/sh to run test programs");
        program(programs.resolve(name), "#!" + SHELL + "\nPATH=/usr/bin:/bin\n" + body + "\n");
        return this;
    }

    /** Asks checks of which none may come to anything else. */
    static void assertAll(List<Check> checks, Status status, String words) {
        for (Check check : checks) {
            Result result = run(check);
            assertThat(result.status()).as(result.toString()).isEqualTo(status);
            assertThat(result.message()).contains(words);
        }
    }

    static Path program(Path file, String text) {
        try {
            Files.writeString(file, text);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Desk with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Desk without(String name) {
        environment.remove(name);
        return this;
    }

    Desk file(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return directory;
    }

    Path programs() {
        return programs;
    }

    LocalChecks local() {
        Map<String, String> variables = Map.copyOf(environment);
        return new LocalChecks(new Place(directory, variables::get, Secrets.NONE));
    }

    static Result run(Item item) {
        return CheckTester.create().run(item);
    }
}
