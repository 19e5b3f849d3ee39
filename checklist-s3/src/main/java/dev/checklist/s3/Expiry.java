package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.List;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;

/** Asks whether the lifecycle deletes the objects under a prefix, neither too early nor too late. */
record Expiry(Bucket bucket, String prefix, int minDays, int maxDays) implements BucketProbe {
    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        Said<GetBucketLifecycleConfigurationResponse> said = reader.ask(Feature.LIFECYCLE);
        if (said.is(404, "NoSuchLifecycleConfiguration")) {
            return Outcome.failed(expected() + "no lifecycle (" + said.answer().shown() + "): configure an expiration");
        }
        GetBucketLifecycleConfigurationResponse lifecycle = reader.value(Feature.LIFECYCLE, said);
        return lifecycle.rules().isEmpty()
                ? Feature.LIFECYCLE.unsupported(bucket, "an answer without a rule")
                : verdict(lifecycle.rules().stream().map(ExpiryRule::of).toList());
    }

    /** Judges by the rule that deletes first, since S3 obeys the shortest. */
    Outcome verdict(List<ExpiryRule> all) {
        List<ExpiryRule> rules = all.stream()
                .filter(rule -> rule.isEnabled() && rule.expires() && rule.touches(prefix))
                .toList();
        if (rules.stream().anyMatch(rule -> rule.days() == null || rule.days() < 1)) {
            return Outcome.error(expected() + "a rule that deletes by a date, not by days: it cannot be compared");
        }
        int shortest = shortest(rules);
        if (shortest < minDays) {
            return Outcome.failed(expected() + "an enabled rule that deletes some of them after " + shortest
                    + " days already: lengthen it");
        }
        int days = shortest(rules.stream().filter(rule -> rule.covers(prefix)).toList());
        if (days == Integer.MAX_VALUE) {
            return Outcome.failed(expected() + "no enabled rule that deletes all of them (of " + all.size()
                    + " rules; one of another prefix, tag or size does not): add one");
        }
        return days > maxDays
                ? Outcome.failed(expected() + "that they are kept for " + days + " days: shorten the rule")
                : Outcome.passed("an enabled lifecycle rule deletes them after " + days + " days")
                        .with("days", days);
    }

    private static int shortest(List<ExpiryRule> rules) {
        return rules.stream()
                .map(ExpiryRule::days)
                .mapToInt(days -> days == null ? Integer.MAX_VALUE : days)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private String expected() {
        return "expected the lifecycle of " + bucket.where() + " to delete objects under \"" + Shown.key(prefix)
                + "\" after " + minDays + " to " + maxDays + " days, found ";
    }

    @Override
    public List<Right> needs() {
        return List.of(bucket.right(Feature.LIFECYCLE.action()));
    }
}
