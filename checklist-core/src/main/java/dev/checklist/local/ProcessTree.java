package dev.checklist.local;

import dev.checklist.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    private final Set<String> before;
    private final Set<Path> pipes = new LinkedHashSet<>();
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    private ProcessTree(Process root, Set<String> before) {
        this.root = root;
        this.before = before;
        OUTPUTS.forEach(output -> pipe(String.valueOf(root.pid()), output).ifPresent(pipes::add));
    }

    /** Starts a program, and looks at it before it can be gone. */
    static ProcessTree start(ProcessBuilder builder) throws IOException {
        pipe("self", OUTPUTS.get(0)); // the first look of a JVM takes as long as a short program
        Set<String> before = processes();
        return new ProcessTree(builder.start(), before);
    }

    Process root() {
        return root;
    }

    /** Notes who is there now. */
    void look() {
        root.descendants().forEach(seen::add);
    }

    /** Ends all of them; returns how many outlived the program. */
    @CanIgnoreReturnValue
    int end() {
        boolean isRunning = root.isAlive();
        if (isRunning) {
            look();
        }
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

    /** Returns who came since, and still holds the program's output, though nobody else knows it any more. */
    private Set<ProcessHandle> holders() {
        Set<String> candidates = pipes.isEmpty() ? Set.of() : processes();
        Set<ProcessHandle> holders = new LinkedHashSet<>();
        for (String process : candidates) {
            if (!before.contains(process) && Long.parseLong(process) != root.pid()) {
                ProcessHandle.of(Long.parseLong(process)).filter(this::holds).ifPresent(holders::add);
            }
        }
        return holders;
    }

    /** Returns the ids of all processes; none where the system does not tell, or another way. */
    private static Set<String> processes() {
        String[] names = PROC.toFile().list((proc, name) -> name.chars().allMatch(c -> c >= '0' && c <= '9'));
        return names == null ? Set.of() : Set.of(names);
    }

    /**
     * Tells whether a process has one of the pipes open, as whatever it is to it. A child of this JVM that is just being
     * started has all of the JVM's own, so only its output counts.
     */
    private boolean holds(ProcessHandle process) {
        boolean isOurs =
                process.parent().filter(ProcessHandle.current()::equals).isPresent();
        String[] open =
                isOurs ? null : PROC.resolve(process.pid() + "/fd").toFile().list();
        return (open == null ? OUTPUTS.stream() : Arrays.stream(open))
                .anyMatch(descriptor -> pipe(String.valueOf(process.pid()), descriptor)
                        .filter(pipes::contains)
                        .isPresent());
    }

    /** Returns the name of the pipe that a process writes to, where the system tells. */
    @CanIgnoreReturnValue
    private static Optional<Path> pipe(String process, String descriptor) {
        try {
            Path target = Files.readSymbolicLink(PROC.resolve(process + "/fd/" + descriptor));
            return target.toString().startsWith("pipe:") ? Optional.of(target) : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty(); // another system, another account, or the process is gone
        }
    }
}
