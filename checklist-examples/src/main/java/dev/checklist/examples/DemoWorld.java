package dev.checklist.examples;

import dev.checklist.examples.world.WorldMain;
import dev.checklist.examples.world.fault.Breakage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Is the embedded world in a process of its own, which ends when this is closed or when our own process does. */
final class DemoWorld implements AutoCloseable {
    private final Process process;
    private final Path folder;

    private DemoWorld(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** Starts the world, broken in a way if one is named, and waits until it answers. */
    static DemoWorld start(Optional<Breakage> broken) throws IOException {
        Path folder = Files.createTempDirectory("checklist-demo");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dio.netty.noUnsafe=true", // newer JDKs complain about its use on standard error
                "-classpath",
                System.getProperty("java.class.path"),
                WorldMain.class.getName(),
                "--settings-out",
                settings(folder).toString()));
        broken.ifPresent(breakage -> command.addAll(List.of("--broken", breakage.title())));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        DemoWorld world = new DemoWorld(process, folder);
        // Also where somebody presses Ctrl-C: the last is deleted first.
        folder.toFile().deleteOnExit();
        settings(folder).toFile().deleteOnExit();
        world.awaitUp();
        return world;
    }

    private static Path settings(Path folder) {
        return folder.resolve("settings.properties");
    }

    private void awaitUp() throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            close();
            throw new IOException("the embedded world did not start; it says why above");
        }
    }

    /** Returns the file with the world's addresses, read by the same code as one for a real cluster. */
    Path settings() {
        return settings(folder);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close(); // the world ends with its input
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(settings());
        Files.deleteIfExists(folder);
    }
}
