package dev.checklist.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, or ends it and all that it started. */
final class Execution {
    private static final Duration FIRST_LOOK = Duration.ofMillis(8);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(64);
    private static final Duration FLUSH = Duration.ofSeconds(3);
    private static final Duration LONGEST_MARGIN = Duration.ofMillis(250);

    private Execution() {}

    /** Runs a program whose output is kept up to {@link Capture#LIMIT}. */
    static Ended of(Command command, Duration remaining) throws Obstacle, InterruptedException {
        Capture out = new Capture(Capture.LIMIT);
        return run(command, out, out, remaining);
    }

    /** Runs a program that writes more than is kept. */
    static Ended of(Command command, Sink sink, Duration remaining) throws Obstacle, InterruptedException {
        return run(command, sink, sink instanceof Capture kept ? kept : new Capture(0), remaining);
    }

    private static Ended run(Command command, Sink sink, Capture out, Duration remaining)
            throws Obstacle, InterruptedException {
        long end = System.nanoTime() + remaining.minus(margin(remaining)).toNanos();
        Capture err = new Capture(Capture.LIMIT);
        ProcessTree tree = start(command);
        Process process = tree.root();
        boolean hasEnded = false;
        try {
            process.getOutputStream().close(); // there is nothing to read
            List<Pump> pumps = List.of(
                    Pump.start(process, process.getInputStream(), sink),
                    Pump.start(process, process.getErrorStream(), err));
            awaitExit(process, tree, end, command);
            int left = tree.end();
            hasEnded = true;
            flush(pumps, command);
            for (Pump pump : pumps) {
                Exception failure = pump.failure().orElse(null);
                if (failure != null) {
                    throw failure instanceof Obstacle obstacle
                            ? obstacle
                            : Obstacle.unseen("its output could not be read: " + failure.getMessage());
                }
            }
            return new Ended(process.exitValue(), out, err, left);
        } catch (Obstacle e) {
            throw e;
        } catch (IOException e) {
            throw Obstacle.unseen("its input could not be closed: " + Shown.plain(String.valueOf(e.getMessage())));
        } finally {
            if (!hasEnded) {
                tree.end();
            }
        }
    }

    /** Leaves a little of the attempt's time to say how far it came. */
    private static Duration margin(Duration remaining) {
        Duration tenth = remaining.dividedBy(10);
        return tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
    }

    private static ProcessTree start(Command command) throws Obstacle {
        try {
            return ProcessTree.start(command.builder());
        } catch (IOException e) {
            throw Obstacle.unseen(
                    command.program() + " could not be started: " + Shown.plain(String.valueOf(e.getMessage())));
        }
    }

    /** Waits with looks at what the program started, close to each other at first. */
    private static void awaitExit(Process process, ProcessTree tree, long end, Command command)
            throws Obstacle, InterruptedException {
        Duration pause = FIRST_LOOK;
        while (!process.waitFor(pause.toNanos(), TimeUnit.NANOSECONDS)) {
            if (end - System.nanoTime() <= 0) {
                throw Obstacle.unseen(command.program().getFileName() + " did not end in time, and was ended");
            }
            tree.look();
            pause = pause.compareTo(LONGEST_LOOK) < 0 ? pause.multipliedBy(2) : LONGEST_LOOK;
        }
    }

    private static void flush(List<Pump> pumps, Command command) throws Obstacle, InterruptedException {
        for (Pump pump : pumps) {
            if (!pump.awaitEnd(FLUSH)) {
                throw Obstacle.unseen(command.program().getFileName()
                        + " left a process behind that keeps its output open, so that not all of it was read");
            }
        }
    }
}
