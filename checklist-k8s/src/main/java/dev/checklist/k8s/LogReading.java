package dev.checklist.k8s;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.k8s.logs.ContainerLog;
import dev.checklist.k8s.logs.EphemeralContainers;
import dev.checklist.k8s.logs.Finding;
import dev.checklist.k8s.logs.Gap;
import dev.checklist.k8s.logs.Instances;
import dev.checklist.k8s.logs.LogTerms;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches the logs of pods for one look of one check, one container after the other, each forgotten before the next is
 * read.
 */
final class LogReading {
    private static final int MOST_PODS = 20;
    private static final int MOST_OF_A_CONTAINER = 1 << 20;
    private static final long MOST_OF_A_CHECK = 16 << 20;

    private final PodSource source;
    private final Reader reader;
    private final LogTerms terms;
    private final Pattern pattern;
    private final List<Pod> read = new ArrayList<>();
    private List<Pod> pods = List.of();
    private long left = MOST_OF_A_CHECK;
    private @Nullable Gap end;

    LogReading(PodSource source, Reader reader, LogTerms terms) {
        this.source = source;
        this.reader = reader;
        this.terms = terms;
        this.pattern = terms.compiled();
    }

    /** Returns what was found, one for each container, or for each pod that was not read. */
    List<Finding> search() throws Exception {
        pods = source.current(reader);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < pods.size(); i++) {
            Pod pod = pods.get(i);
            Optional<Instant> start = terms.window().start(pod.getMetadata().getCreationTimestamp(), reader.now());
            List<String> names = containers(pod);
            if (i >= MOST_PODS) {
                findings.add(unread(pod, "", Gap.of("only " + MOST_PODS + " of " + pods.size() + " pods are read")));
            } else if (start.isEmpty() || names.isEmpty() || names.contains("")) {
                findings.add(unread(pod, "", Gap.of("the pod has no creation time, or a container no name")));
            } else {
                read.add(pod);
                for (String name : names) {
                    findings.add(search(pod, name, start.get()));
                }
            }
        }
        return findings;
    }

    /** Searches, and looks at the pods again: what a container wrote before it restarted meanwhile was not read. */
    List<Finding> searchToTheEnd() throws Exception {
        List<Finding> findings = new ArrayList<>(search());
        if (read.isEmpty()) {
            return findings;
        }
        // Not the shared list, which was read before the logs.
        Map<String, Pod> now = new ListRead<>(source.server(), ResourceType.POD, source.namespace(), "")
                .load(reader.context())
                .byName();
        for (Pod before : read) {
            Pod after = now.getOrDefault(before.getMetadata().getName(), new Pod());
            for (String container : containers(before)) {
                if (!Instances.of(before, container).equals(Instances.of(after, container))) {
                    findings.add(unread(before, container, Gap.of("it restarted while its log was read")));
                }
            }
        }
        return findings;
    }

    /** Adds to what the findings came to which containers were passed over. */
    Outcome noted(Outcome outcome) {
        return EphemeralContainers.notedOn(outcome, pods);
    }

    private Finding search(Pod pod, String container, Instant start) throws Exception {
        Optional<Instances> instances = Instances.of(pod, container);
        if (instances.isEmpty()) {
            return unread(pod, container, Gap.of("the pod's status does not say whether it was started"));
        }
        List<ContainerLog> logs = new ArrayList<>();
        if (instances.get().hasPrevious()) {
            logs.add(read(pod, container, start, true));
        }
        logs.add(read(pod, container, start, false));
        return Finding.of(pod.getMetadata().getName(), container, pattern, logs, instances.get(), start);
    }

    private ContainerLog read(Pod pod, String container, Instant start, boolean previous) throws Exception {
        if (end != null) {
            return ContainerLog.unread(end);
        }
        long most = Math.min(MOST_OF_A_CONTAINER, left);
        if (most == 0) {
            return ContainerLog.unread(Gap.of("the limit of " + (MOST_OF_A_CHECK >> 20) + " MiB a check was hit"));
        }
        LogRead read = new LogRead(
                source.server(), source.namespace(), pod.getMetadata().getName(), container);
        try {
            // One byte more, since an answer of just the limit may be all there is.
            LogRead.Found found = read.load(
                    reader.context(),
                    previous,
                    "sinceTime=" + start.truncatedTo(ChronoUnit.SECONDS) + "&limitBytes=" + (most + 1));
            left = Math.max(0, left - found.size());
            return found.isLog()
                    ? ContainerLog.of(
                            found.log(),
                            found.size() > most ? "the log is longer than the limit of " + limit(most) : null)
                    : ContainerLog.unread(Gap.of((previous ? "the log before its restart: " : "") + found.none()));
        } catch (Refusal refusal) {
            end = new Gap(refusal.reason(), refusal.outcome().mark() == Mark.NOT_PERMITTED);
            return ContainerLog.unread(end);
        }
    }

    private static String limit(long most) {
        return most == MOST_OF_A_CONTAINER ? "1 MiB a container" : (MOST_OF_A_CHECK >> 20) + " MiB a check";
    }

    private static Finding unread(Pod pod, String container, Gap why) {
        return Finding.unread(pod.getMetadata().getName(), container, why);
    }

    private static List<String> containers(Pod pod) {
        PodSpec spec = Objects.requireNonNullElseGet(pod.getSpec(), PodSpec::new);
        return Stream.of(spec.getInitContainers(), spec.getContainers())
                .flatMap(list -> list == null ? Stream.empty() : list.stream())
                .map(container -> container == null ? null : container.getName())
                .map(name -> Objects.requireNonNullElse(name, ""))
                .toList();
    }
}
