package dev.checklist.examples.trackdechets;

import java.util.List;
import java.util.stream.Stream;

/** Names the ten deployments of the release, in the order of the page; each has an image of its own name. */
final class Deployments {
    static final String API = "api";
    static final String CRON = "cron";
    /** Those with a service, and an autoscaler. */
    static final List<String> SERVED = List.of("ui", API, "notifier");
    /** Those that work through queues. */
    static final List<String> QUEUES = List.of(
            "queues-runner",
            "queues-indexation",
            "queues-bulk-indexation",
            "queues-bulk-indexation-master",
            "queues-webhooks",
            "queues-gerico");

    static final List<String> ALL =
            Stream.of(SERVED, List.of(CRON), QUEUES).flatMap(List::stream).toList();

    private Deployments() {}
}
