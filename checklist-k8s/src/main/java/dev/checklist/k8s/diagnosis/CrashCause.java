package dev.checklist.k8s.diagnosis;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says why a container does not stay: its exit code in words, its memory, its probes, and its own last words. */
final class CrashCause {
    private static final Map<Integer, String> EXITS = Map.of(
            126, "the command cannot be executed",
            127, "the command was not found",
            137, "killed by SIGKILL",
            139, "segmentation fault",
            143, "ended by SIGTERM");

    private CrashCause() {}

    static Optional<String> of(ContainerSeen container, List<SeenEvent> events, String lastLine) {
        Optional<ContainerStateTerminated> end = container.badEnd();
        boolean loops = container.waitingReason().equals("CrashLoopBackOff");
        if (end.isEmpty() && !loops) {
            return Optional.empty();
        }
        if (end.isPresent() && "OOMKilled".equals(end.get().getReason())) {
            return Optional.of(container.words() + " was killed for want of memory (OOMKilled): " + limit(container));
        }
        String verb = loops ? " keeps crashing (CrashLoopBackOff)" : container.restarts() > 0 ? " crashed" : " failed";
        String exit = end.map(last -> ": " + exit(last) + Words.and(", it says: ", last.getMessage()))
                .orElse("");
        String restarts = container.restarts() > 0 ? ", " + container.restarts() + " restarts" : "";
        String probe = ProbeCause.failed(container, events, "Liveness")
                .or(() -> ProbeCause.failed(container, events, "Startup"))
                .map(said -> "; " + said)
                .orElse("");
        return Optional.of(
                container.words() + verb + exit + restarts + probe + Words.and("; its last line: ", lastLine));
    }

    static String exit(ContainerStateTerminated end) {
        if (end.getExitCode() == null) {
            return "no exit code";
        }
        String word = Words.line(end.getReason());
        String meaning = EXITS.getOrDefault(end.getExitCode(), "");
        String both = word + (word.isEmpty() || meaning.isEmpty() ? "" : ", ") + meaning;
        return "exit code " + end.getExitCode() + (both.isEmpty() ? "" : " (" + both + ")");
    }

    private static String limit(ContainerSeen container) {
        ResourceRequirements resources = container.spec().getResources();
        Map<String, Quantity> limits = resources == null ? null : resources.getLimits();
        Quantity limit = limits == null ? null : limits.get("memory");
        return limit == null ? "it has no limit, its node ran out" : "its limit is " + limit;
    }
}
