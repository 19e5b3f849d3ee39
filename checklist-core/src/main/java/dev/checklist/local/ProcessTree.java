package dev.checklist.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Knows a program and what it started, and ends them together.
 *
 * <p>A process whose parent has ended is nobody's child any more, so children are noted while the program runs; one that
 * was missed is found, on Linux, by the pipe that it still holds.
 */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final List<String> OUTPUTS = List.of("1", "2");

    private final Process root;
    private final Set<Path> pipes = new LinkedHashSet<>();
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    private ProcessTree(Process root) {
        this.root = root;
        OUTPUTS.forEach(output -> pipe(root.pid(), output).ifPresent(pipes::add));
        look();
    }

    /** Starts a program, and looks at it before it can be gone. */
    static ProcessTree start(ProcessBuilder builder) throws IOException {
        pipe(ProcessHandle.current().pid(), OUTPUTS.get(0)); // the first look of a JVM takes as long as a short program
        return new ProcessTree(builder.start());
    }

    Process root() {
        return root;
    }

    /** Notes who is there now. */
    void look() {
        root.descendants().forEach(seen::add);
    }

    /** Ends all of them; returns how many outlived the program. */
    int end() {
        look();
        boolean isRunning = root.isAlive();
        root.toHandle().destroyForcibly(); // the process itself would also close streams that are being read
        seen.addAll(holders());
        int left = 0;
        for (ProcessHandle process : seen) {
            if (process.isAlive()) {
                // What it started since is ended first, while it is still known by its parent.
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                left++;
            }
        }
        return isRunning ? 0 : left;
    }

    /** Returns who still holds the program's output, though nobody else knows it any more. */
    private Set<ProcessHandle> holders() {
        Set<ProcessHandle> holders = new LinkedHashSet<>();
        if (pipes.isEmpty()) {
            return holders;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                long pid = Long.parseLong(process.getFileName().toString());
                if (pid != root.pid() && pid != ProcessHandle.current().pid() && holds(pid)) {
                    ProcessHandle.of(pid).ifPresent(holders::add);
                }
            }
            return holders;
        } catch (IOException e) {
            return holders; // the list of processes cannot be read: the caller sees that the output is still open
        }
    }

    private boolean holds(long pid) {
        return OUTPUTS.stream()
                .anyMatch(output -> pipe(pid, output).filter(pipes::contains).isPresent());
    }

    /** Returns the name of the pipe that a process writes to, where the system tells. */
    private static Optional<Path> pipe(long pid, String descriptor) {
        try {
            Path target = Files.readSymbolicLink(PROC.resolve(pid + "/fd/" + descriptor));
            return target.toString().startsWith("pipe:") ? Optional.of(target) : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty(); // another system, another account, or the process is gone
        }
    }
}
