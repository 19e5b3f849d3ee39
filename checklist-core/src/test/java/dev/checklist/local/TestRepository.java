package dev.checklist.local;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Is a real git repository of a test's own. */
final class TestRepository {
    private final Path directory;

    private TestRepository(Path directory) {
        this.directory = directory;
    }

    static TestRepository at(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestRepository made = new TestRepository(directory);
        made.git("init", "-q", "-b", "main");
        return made;
    }

    /** Clones this repository. */
    TestRepository clone(Path to, String... options) {
        List<String> arguments = new ArrayList<>(List.of("clone", "-q"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("file://" + directory, to.toString()));
        git(arguments.toArray(String[]::new));
        return new TestRepository(to);
    }

    TestRepository write(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits one file. */
    TestRepository commit(String name, String text) {
        write(name, text);
        git("add", "-f", name);
        git("commit", "-q", "-m", "add " + name);
        return this;
    }

    /** Removes a file and commits that. */
    TestRepository remove(String name) {
        git("rm", "-q", name);
        git("commit", "-q", "-m", "remove " + name);
        return this;
    }

    Path directory() {
        return directory;
    }

    GitChecks checks() {
        return LocalChecks.in(directory).git(".");
    }

    /** Runs git, without the settings of whoever runs the tests; returns what it printed. */
    String git(String... arguments) {
        List<String> line = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@t"));
        line.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            Process process = started(builder);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + ": " + output);
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.redirectErrorStream(true).start();
        } catch (IOException e) {
            return abort("there is no git to make a repository with: " + e.getMessage());
        }
    }
}
