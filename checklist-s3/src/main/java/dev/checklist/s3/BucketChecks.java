package dev.checklist.s3;

import dev.checklist.Check;

/** Makes checks of one bucket; immutable. */
public final class BucketChecks {
    private final Store store;
    private final String bucket;

    BucketChecks(Store store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    /**
     * Passes when the bucket answers HEAD with 200 and the store then lists it under its own name. Needs the right
     * {@code s3:ListBucket} on the bucket; reads at most one key and no object.
     *
     * <p>FAILED: there is no such bucket, or it is in another region than the client's. ERROR: anything else, such as
     * refused credentials, a missing right (then marked not permitted), a store that is down, or an answer that is not
     * S3's. A region that the store names and the client does not is a warning. A stranger's bucket of that name exists
     * too.
     */
    public Check exists() {
        return Check.of(
                "bucket " + bucket + " exists", "bucket " + bucket + " exists", new BucketExists(store, bucket));
    }

    /** Returns the bucket's name and its store, without credentials. */
    @Override
    public String toString() {
        return "bucket " + bucket + " at " + store.endpoint();
    }
}
