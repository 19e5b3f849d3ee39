package dev.checklist.k8s.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules for "backups are kept long enough", as the databases' own resources declare it. */
public final class RetentionHealth {

    private static final Pattern POLICY = Pattern.compile("([1-9]\\d{0,5})([dwm])");

    /** The shortest month, since a policy that is too short must not pass. */
    private static final int MONTH = 28;

    private RetentionHealth() {}

    /**
     * Judges a CloudNativePG Cluster by {@code spec.backup.retentionPolicy}, such as 30d, 4w or 6m.
     *
     * @param cluster the Cluster as read
     * @param atLeast how long backups have to be kept
     * @param now the time of the observation
     * @return the verdict; unknown where a plugin takes the backups, since its own resource keeps the policy
     */
    public static Health cnpg(ResourceView cluster, Duration atLeast, Instant now) {
        return cluster.terminating(now).orElseGet(() -> policy(cluster, atLeast));
    }

    private static Health policy(ResourceView cluster, Duration atLeast) {
        Facts facts = cluster.facts();
        String policy = cluster.textOrEmpty("/spec/backup/retentionPolicy");
        Matcher matcher = POLICY.matcher(policy);
        if (!matcher.matches()) {
            return policy.isEmpty() && !cluster.at("/spec/plugins").isEmpty()
                    ? facts.unknown("a plugin takes its backups, and keeps the policy in a resource of its own")
                    : facts.failed("spec.backup.retentionPolicy is " + (policy.isEmpty() ? "not set" : policy));
        }
        int days = switch (matcher.group(2)) {
            case "d" -> 1;
            case "w" -> 7;
            default -> MONTH;
        };
        Duration kept = Duration.ofDays(Long.parseLong(matcher.group(1)) * days);
        return compare(facts, kept, atLeast, "backups are kept for " + policy);
    }

    /**
     * Judges a PerconaServerMongoDB by its enabled {@code spec.backup.tasks}: how many are kept times how often one is
     * taken, of the task that reaches back the longest.
     *
     * @param mongodb the PerconaServerMongoDB as read
     * @param atLeast how long backups have to be kept
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health psmdb(ResourceView mongodb, Duration atLeast, Instant now) {
        return mongodb.terminating(now).orElseGet(() -> tasks(mongodb, atLeast));
    }

    private static Health tasks(ResourceView mongodb, Duration atLeast) {
        Facts facts = mongodb.facts();
        if (!mongodb.flag("/spec/backup/enabled").orElse(false)) {
            return facts.failed("spec.backup.enabled is not true");
        }
        Duration longest = Duration.ZERO;
        String best = "no enabled task of spec.backup.tasks keeps a number of backups";
        for (JsonNode task : mongodb.at("/spec/backup/tasks")) {
            String schedule = task.path("schedule").asText();
            OptionalLong kept = kept(task);
            if (!task.path("enabled").asBoolean(false) || kept.isEmpty()) {
                continue;
            }
            String said = "task " + task.path("name").asText() + " keeps " + kept.getAsLong() + " of " + schedule;
            facts.see("spec.backup.tasks[" + task.path("name").asText() + "]", said);
            Optional<Duration> span = CronSchedule.of(schedule.strip().replaceFirst("^(CRON_)?TZ=\\S+\\s+", ""))
                    .flatMap(cron -> cron.shortest(kept.getAsLong()));
            if (span.isEmpty()) {
                return facts.unknown(said + ", which is no schedule that this rule can read");
            }
            if (span.get().compareTo(longest) > 0) {
                longest = span.get();
                best = said;
            }
        }
        return compare(facts, longest, atLeast, best);
    }

    private static OptionalLong kept(JsonNode task) {
        JsonNode count = task.at("/retention/count").isMissingNode() ? task.path("keep") : task.at("/retention/count");
        return count.isIntegralNumber() && count.longValue() > 0 // zero keeps all of them, for ever
                ? OptionalLong.of(count.longValue())
                : OptionalLong.empty();
    }

    private static Health compare(Facts facts, Duration kept, Duration atLeast, String said) {
        return kept.isZero() || kept.compareTo(atLeast) < 0
                ? facts.failed(said + (kept.isZero() ? "" : ", which is " + kept + ", less than " + atLeast))
                : facts.healthy(said);
    }
}
