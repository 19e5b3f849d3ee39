package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks where a bucket is: by the header of its answers, else by its location. */
record InRegion(Bucket bucket, String wanted) implements BucketProbe {
    private static final String OLDEST = "us-east-1";

    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        reader.prove();
        String told = reader.head().region();
        String listed = reader.list().answer().region();
        if (told != null && listed != null && !told.equals(listed)) {
            return Outcome.error(expected() + "two regions, " + told + " and " + listed);
        }
        if (told != null || listed != null) {
            return compare(told == null ? listed : told, "x-amz-bucket-region");
        }
        return byLocation(
                reader.value(Feature.LOCATION, reader.ask(Feature.LOCATION)).locationConstraintAsString());
    }

    /** Judges a location: none is the oldest region on AWS only, and Ceph calls any place "default". */
    Outcome byLocation(@Nullable String location) {
        if (location == null || location.isBlank()) {
            return bucket.store().isAws()
                    ? compare(OLDEST, "no LocationConstraint, which is " + OLDEST + " on AWS")
                    : Feature.LOCATION.unsupported(bucket, "no LocationConstraint and no x-amz-bucket-region");
        }
        if (!Answer.isRegion(location)) {
            return Outcome.error(expected() + "a LocationConstraint that is no region");
        }
        return location.equals("default")
                ? Feature.LOCATION.unsupported(bucket, "the LocationConstraint default, which is no place")
                : compare(
                        bucket.store().isAws() && location.equals("EU") ? "eu-west-1" : location, "LocationConstraint");
    }

    private Outcome compare(@Nullable String found, String by) {
        return wanted.equals(found)
                ? Outcome.passed("the bucket is in region " + found + " (" + by + ")")
                        .with("region", wanted)
                : Outcome.failed(expected() + "it in region " + found + " (" + by + "): a bucket cannot move, create "
                                + "another")
                        .conclusively();
    }

    private String expected() {
        return "expected " + bucket.where() + " to be in region " + wanted + ", found ";
    }

    @Override
    public List<Right> needs() {
        return List.of(bucket.right(Feature.LOCATION.action()));
    }
}
