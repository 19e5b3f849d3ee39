package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks whether deleted and overwritten objects are kept. */
record VersioningEnabled(Bucket bucket) implements BucketProbe {
    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        return verdict(
                reader.value(Feature.VERSIONING, reader.ask(Feature.VERSIONING)).statusAsString());
    }

    private Outcome verdict(@Nullable String status) {
        if (status == null) {
            return Outcome.failed(
                    "expected " + bucket.where() + " to keep versions, found versioning never enabled: " + "enable it");
        }
        return switch (status) {
            case "Enabled" -> Outcome.passed("versioning is Enabled").with("versioning", status);
            case "Suspended" ->
                Outcome.failed("expected " + bucket.where() + " to keep versions, found versioning Suspended: "
                        + "enable it again");
            default ->
                Outcome.error("expected " + bucket.where() + " to keep versions, found a status that S3 does not have");
        };
    }

    @Override
    public List<Right> needs() {
        return List.of(bucket.right(Feature.VERSIONING.action()));
    }
}
