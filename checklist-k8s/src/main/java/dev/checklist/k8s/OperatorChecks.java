package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the checks of one operator, by its parts. */
public final class OperatorChecks {
    private final ApiServer server;
    private final String name;
    private final List<OperatorPart.Part> parts;

    OperatorChecks(ApiServer server, @Nullable String name, OperatorPart @Nullable ... parts) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("the name of the operator is " + (name == null ? "null" : "blank")
                    + ": give one such as cert-manager");
        }
        if (parts == null || parts.length == 0 || Arrays.asList(parts).contains(null)) {
            throw new IllegalArgumentException("the operator " + name + " has "
                    + (parts == null || parts.length == 0 ? "no part" : "a part that is null")
                    + ": name its kinds, workloads, webhooks or ingress class (OperatorPart)");
        }
        this.server = server;
        this.name = name.strip();
        this.parts = Arrays.stream(parts).flatMap(part -> part.parts().stream()).toList();
    }

    /**
     * Passes when every part is there and works: its kinds are established and served in the wanted version, its
     * workloads are rolled out in the wanted version, the API server can call its webhooks, its ingress class exists.
     * Each part is one line of evidence. Kinds alone would prove only that YAML was applied.
     */
    public Check isInstalled() {
        return Check.of(
                "operator " + name + " is installed",
                "operator " + name + " is installed",
                new IsInstalled(server, name, parts));
    }

    record IsInstalled(ApiServer server, String name, List<OperatorPart.Part> parts) implements ClusterProbe {
        @Override
        public Rights needs() {
            return parts.stream().map(OperatorPart.Part::needs).reduce(Rights.none(), Rights::and);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Reply version =
                    server.version(reader.context()); // a server that does not answer is one cause, not one a part
            assert version.code() > 0 : "the server answers";
            Map<String, Outcome> found = new LinkedHashMap<>();
            for (OperatorPart.Part part : parts) {
                found.put(part.label(), judge(part, reader));
            }
            Outcome outcome = all(found);
            for (Map.Entry<String, Outcome> part : found.entrySet()) {
                outcome = outcome.with(part.getKey(), part.getValue().message());
                for (String warning : part.getValue().warnings()) {
                    outcome = outcome.warning(part.getKey() + ": " + warning);
                }
            }
            return outcome;
        }

        private static Outcome judge(OperatorPart.Part part, Reader reader) throws Exception {
            try {
                return part.judge(reader);
            } catch (Refusal refusal) {
                return refusal.outcome();
            }
        }

        /** One part that is surely missing decides; otherwise one that could not be seen. */
        private Outcome all(Map<String, Outcome> found) {
            List<String> failed = words(found, Status.FAILED, false);
            if (!failed.isEmpty()) {
                return Outcome.failed(expected(failed, "are not"));
            }
            List<String> broken = words(found, Status.ERROR, false);
            if (!broken.isEmpty()) {
                return Outcome.error(expected(broken, "could not be judged"));
            }
            List<String> hidden = words(found, Status.ERROR, true);
            if (!hidden.isEmpty()) {
                return Outcome.notPermitted(expected(hidden, "could not be seen"));
            }
            return Outcome.passed(name + " is installed: " + String.join("; ", words(found, Status.PASSED, false)));
        }

        private String expected(List<String> parts, String what) {
            return "expected the operator " + name + " installed but " + parts.size() + " of " + this.parts.size()
                    + " parts " + what + ": " + String.join("; ", parts);
        }

        private static List<String> words(Map<String, Outcome> found, Status status, boolean isHidden) {
            List<String> words = new ArrayList<>();
            found.forEach((label, outcome) -> {
                if (outcome.status() == status && (outcome.mark() == Mark.NOT_PERMITTED) == isHidden) {
                    words.add(label + ": " + outcome.message());
                }
            });
            return words;
        }
    }
}
