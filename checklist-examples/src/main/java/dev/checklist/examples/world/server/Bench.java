package dev.checklist.examples.world.server;

import dev.checklist.examples.world.state.Template;
import dev.checklist.examples.world.state.Workshop;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine that runs a list: a git repository and tools in folders of their own. */
public final class Bench implements Closeable {
    private static final int GIT_SECONDS = 30;

    private final Path repository;
    private final Path tools;
    private final Path archive;

    private Bench(Path folder) {
        this.repository = folder.resolve("repository");
        this.tools = folder.resolve("tools");
        this.archive = folder.resolve("archive");
    }

    /** Takes a folder, which need not exist. */
    public static Bench in(Path folder) {
        return new Bench(folder);
    }

    /** Names the folder of the working tree. */
    public Path repository() {
        return repository;
    }

    /** Names the folder for reports of runs, which is not there at first. */
    public Path archive() {
        return archive;
    }

    /** Names the folder with the tools. */
    public Path tools() {
        return tools;
    }

    /**
     * Makes the repository anew.
     *
     * @return the commit that is checked out
     * @throws IOException if a file cannot be written, or git is missing or fails
     */
    public String commit(Workshop workshop, Template template) throws IOException {
        close();
        Files.createDirectories(repository);
        git("init", "-q", "-b", "main");
        if (!workshop.history().isEmpty()) {
            write(workshop.history(), template);
            commit("Begin");
            for (String path : workshop.history().keySet()) {
                Files.delete(repository.resolve(path));
            }
        }
        write(workshop.committed(), template);
        commit("Release");
        return git("rev-parse", "HEAD").strip();
    }

    /**
     * Adds what is in no commit, and the tools.
     *
     * @throws IOException if a file cannot be written
     */
    public void furnish(Workshop workshop, Template template) throws IOException {
        write(workshop.uncommitted(), template);
        Files.createDirectories(tools);
        for (Map.Entry<String, String> tool : workshop.tools().entrySet()) {
            if (!tool.getValue().isEmpty()) {
                Path file = Files.writeString(tools.resolve(tool.getKey()), template.fill(tool.getValue()));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private void write(Map<String, String> files, Template template) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = repository.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, template.fill(file.getValue()));
        }
    }

    private void commit(String message) throws IOException {
        git("add", "-A");
        git("commit", "-q", "--no-gpg-sign", "-m", message);
    }

    private String git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(
                "-c", "user.name=World", "-c", "user.email=world@example.com", "-c", "core.hooksPath=/dev/null"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(repository.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process git = builder.start();
        try {
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!git.waitFor(GIT_SECONDS, TimeUnit.SECONDS) || git.exitValue() != 0) {
                throw new IOException(String.join(" ", arguments) + " of git failed: " + said);
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while git worked", e);
        } finally {
            git.destroy();
        }
    }

    @Override
    public void close() throws IOException {
        for (Path folder : List.of(repository, tools, archive)) {
            if (Files.exists(folder)) {
                List<Path> deepestFirst;
                try (Stream<Path> all = Files.walk(folder)) {
                    deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                }
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }
}
