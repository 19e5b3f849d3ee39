package dev.checklist.examples.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/**
 * Runs a world as a process of its own: {@code --settings-out FILE [--broken NAME]}.
 *
 * <p>The file appears when every port answers, and one line on standard output says so. The world ends when standard
 * input ends, on SIGTERM, or when the process that started it is gone. Exit codes: 0 after a world, 64 for wrong
 * arguments, 70 when it did not start.
 */
public final class WorldMain {
    private static final int USAGE = 64;
    private static final int NOT_STARTED = 70;

    private WorldMain() {}

    /** Runs until the world's end. */
    public static void main(String[] arguments) {
        // Standard output is for the one line; what the servers have to say goes to standard error, and only if it
        // matters.
        System.setProperty("logback.configurationFile", "world/logback.xml");
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            return live(WorldArguments.parse(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return USAGE;
        }
    }

    private static int live(WorldArguments wanted) {
        try (World world = World.start(wanted.state())) {
            Runtime.getRuntime().addShutdownHook(new Thread(world::close, "world-end"));
            SettingsFile.write(wanted.settingsOut(), world.settings());
            System.out.println("world up: " + wanted.settingsOut());
            CompletableFuture.anyOf(inputEnd(), parentEnd()).join();
            return 0;
        } catch (IOException e) {
            System.err.println("the world did not start: " + e.getMessage());
            return NOT_STARTED;
        }
    }

    private static CompletableFuture<Void> inputEnd() {
        return CompletableFuture.runAsync(WorldMain::readInput, work -> {
            Thread reader = new Thread(work, "world-input");
            reader.setDaemon(true);
            reader.start();
        });
    }

    private static void readInput() {
        try (InputStream in = System.in) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("standard input broke, which ends the world: " + e.getMessage());
        }
    }

    private static CompletableFuture<ProcessHandle> parentEnd() {
        return ProcessHandle.current().parent().map(ProcessHandle::onExit).orElseGet(CompletableFuture::new);
    }
}
