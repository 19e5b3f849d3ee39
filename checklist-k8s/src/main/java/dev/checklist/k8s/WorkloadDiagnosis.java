package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.Diagnosis;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.k8s.diagnosis.OwnerCause;
import dev.checklist.k8s.diagnosis.SeenEvent;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.PodHealth;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects why a workload fails: the likely cause in words, then the states, events and last log lines behind it. */
record WorkloadDiagnosis(PodSource pods) implements Diagnosis, NeedsRights {
    private static final int MOST_PODS = 3;
    private static final int MOST_PODS_OF_A_RUN = 10;
    private static final int MOST_OF_A_RUN = 10;

    /** Counts the pods that were looked at in this run. */
    private record Budget(ApiServer server) {}

    /** Counts the workloads that were looked at in this run, so that a broken cluster is not asked by every line. */
    private record Looks(ApiServer server) {}

    private record Failing(Pod pod, Health health) {
        String name() {
            return pod.getMetadata().getName();
        }
    }

    @Override
    public ApiServer server() {
        return pods.server();
    }

    @Override
    public Rights needs() {
        Rights seen = pods.needs().and(Rights.list(ResourceType.EVENT, pods.namespace()));
        return pods.server().showsLogs() ? seen.and(Rights.logs(pods.namespace())) : seen;
    }

    @Override
    public String diagnose(CheckContext context, Outcome outcome) throws Exception {
        if (outcome.status() != Status.FAILED) {
            return "not diagnosed: the check could not look";
        }
        if (context.perRun(new Looks(server()), () -> new AtomicInteger(MOST_OF_A_RUN))
                        .getAndDecrement()
                <= 0) {
            return "not diagnosed: " + MOST_OF_A_RUN + " failures of this run have been";
        }
        try {
            return String.join("\n", rows(context));
        } catch (Refusal refusal) {
            return "not diagnosed: " + refusal.reason();
        }
    }

    private List<String> rows(CheckContext context) throws Exception {
        Reader reader = new Reader(pods.server(), context);
        PodSource.Surroundings around = pods.around(reader);
        Evidence evidence = new Evidence(pods.server(), context);
        Map<String, List<String>> causes = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>();
        owner(around.owners(), evidence, causes, rows);
        List<Failing> failing = failing(around.pods(), reader);
        AtomicInteger left = context.perRun(new Budget(pods.server()), () -> new AtomicInteger(MOST_PODS_OF_A_RUN));
        int looked = 0;
        while (looked < Math.min(MOST_PODS, failing.size()) && left.getAndDecrement() > 0) {
            Failing next = failing.get(looked++);
            PodStory story = PodStory.read(
                    evidence, pods.namespace(), next.pod(), next.health().reason());
            rows.addAll(story.rows());
            story.cause()
                    .ifPresent(cause -> causes.computeIfAbsent(cause, unused -> new ArrayList<>())
                            .add(story.name()));
        }
        for (Failing other : failing.subList(looked, failing.size())) {
            rows.add("pod " + other.name() + ", not looked at further: "
                    + other.health().reason());
        }
        if (failing.isEmpty()) {
            rows.add(
                    around.pods().isEmpty()
                            ? "there are no pods"
                            : "no pod fails: " + around.pods().size() + " seen");
        }
        rows.addAll(0, words(causes));
        return rows;
    }

    private void owner(List<HasMetadata> owners, Evidence evidence, Map<String, List<String>> causes, List<String> rows)
            throws Exception {
        if (!owners.isEmpty()) {
            HasMetadata maker = owners.get(owners.size() - 1);
            rows.add(maker.getKind() + " " + maker.getMetadata().getName());
            List<SeenEvent> events = evidence.events(pods.namespace(), maker, rows);
            OwnerCause.of(owners, events).ifPresent(cause -> causes.put(cause, List.of()));
        }
    }

    private static List<Failing> failing(List<Pod> pods, Reader reader) {
        return pods.stream()
                .map(pod -> new Failing(pod, PodHealth.of(pod, reader.now())))
                .filter(pod -> !pod.health().isHealthy())
                .sorted(Comparator.comparing((Failing pod) -> pod.health().state() != Health.State.FAILED)
                        .thenComparing(Failing::name))
                .toList();
    }

    private static List<String> words(Map<String, List<String>> causes) {
        return causes.entrySet().stream()
                .map(cause -> "likely cause: " + cause.getKey()
                        + (cause.getValue().isEmpty() ? "" : " (pod " + String.join(", ", cause.getValue()) + ")"))
                .toList();
    }
}
