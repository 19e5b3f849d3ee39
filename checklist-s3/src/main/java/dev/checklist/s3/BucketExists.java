package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.List;

/** Asks for one bucket, by HEAD and then by the listing that proves that an S3 store has answered. */
record BucketExists(Bucket bucket) implements BucketProbe {
    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        return reader.existence();
    }

    @Override
    public List<Right> needs() {
        return List.of();
    }
}
