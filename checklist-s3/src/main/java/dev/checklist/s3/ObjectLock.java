package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DefaultRetention;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;

/** Asks whether new objects cannot be deleted for so many days. */
record ObjectLock(Bucket bucket, int minDays) implements BucketProbe {
    private static final int DAYS_OF_YEAR = 365;

    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        Said<GetObjectLockConfigurationResponse> said = reader.ask(Feature.OBJECT_LOCK);
        if (isOff(said)) {
            return Outcome.failed(expected() + "no object lock ("
                    + said.answer().shown() + "): it is chosen when a bucket is created");
        }
        return verdict(reader.value(Feature.OBJECT_LOCK, said).objectLockConfiguration());
    }

    static boolean isOff(Said<?> said) {
        return said.is(404, "ObjectLockConfigurationNotFoundError");
    }

    private Outcome verdict(@Nullable ObjectLockConfiguration lock) {
        if (lock == null || lock.objectLockEnabledAsString() == null) {
            return Feature.OBJECT_LOCK.unsupported(bucket, "an answer without ObjectLockEnabled");
        }
        if (!lock.objectLockEnabledAsString().equals("Enabled")) {
            return Outcome.error(expected() + "a status that S3 does not have");
        }
        DefaultRetention retention = lock.rule() == null ? null : lock.rule().defaultRetention();
        return retention == null
                ? Outcome.failed(expected() + "object lock without a default retention: set one")
                : judge(retention);
    }

    private Outcome judge(DefaultRetention retention) {
        String mode = retention.modeAsString() == null ? "" : retention.modeAsString();
        Integer years = retention.years();
        long days = retention.days() != null ? retention.days() : years != null ? (long) years * DAYS_OF_YEAR : -1;
        if (days < 0 || !(mode.equals("COMPLIANCE") || mode.equals("GOVERNANCE"))) {
            return Outcome.error(expected() + "a default retention without a mode or a time");
        }
        if (days < minDays) {
            return Outcome.failed(expected() + days + " days (" + mode + "): lengthen the default retention");
        }
        Outcome passed = Outcome.passed("new objects are locked for " + days + " days (" + mode + ")")
                .with("mode", mode)
                .with("days", days);
        return mode.equals("COMPLIANCE")
                ? passed
                : passed.warning("whoever has s3:BypassGovernanceRetention can delete them all the same");
    }

    private String expected() {
        return "expected " + bucket.where() + " to lock new objects for at least " + minDays + " days, found ";
    }

    @Override
    public List<Right> needs() {
        return List.of(bucket.right(Feature.OBJECT_LOCK.action()));
    }
}
