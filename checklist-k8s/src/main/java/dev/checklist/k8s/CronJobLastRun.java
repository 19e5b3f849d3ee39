package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.CronJobHealth;
import dev.checklist.k8s.health.Health;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.List;

/** Judges the last run of one CronJob; its Jobs are read only where its own status does not settle it. */
record CronJobLastRun(Place place) implements ObjectProbe {
    private static final String EXPECTED = "a last run that succeeded";

    @Override
    public Rights needs() {
        return Rights.get(ResourceType.CRON_JOB, place).and(Rights.list(ResourceType.JOB, place.namespace()));
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        CronJob cronJob = reader.get(ResourceType.CRON_JOB, place);
        Health health = CronJobHealth.lastRun(cronJob, List.of(), reader.now());
        if (health.isHealthy() || health.state() == Health.State.UNKNOWN) {
            return Outcomes.of(EXPECTED, health);
        }
        try {
            return Outcomes.of(
                    EXPECTED,
                    CronJobHealth.lastRun(cronJob, reader.list(ResourceType.JOB, place.namespace(), ""), reader.now()));
        } catch (Refusal refusal) {
            return Outcomes.unexplained(EXPECTED, health, refusal);
        }
    }
}
