package dev.checklist.s3;

import dev.checklist.Check;

/** Makes checks of the newest object under a prefix, which is found by listing to the end; immutable. */
public final class ObjectChecks {
    private final Bucket bucket;
    private final String prefix;

    ObjectChecks(Bucket bucket, String prefix) {
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /**
     * Passes when the store says that it encrypts the object, or its first 64 bytes are those of a format that is
     * encrypted: age, OpenPGP, {@code openssl enc}. Needs {@code s3:GetObject} on the prefix.
     *
     * <p>FAILED: a format that anybody can read, such as a dump, gzip or tar. ERROR, marked unsupported: the store says
     * nothing and the format is not known. An archived object is an ERROR, never restored.
     */
    public Check isEncrypted() {
        return new Lines(bucket)
                .listing(
                        "newest object is encrypted",
                        prefix,
                        "newest object" + Lines.under(prefix) + " is encrypted",
                        new ObjectEncrypted(bucket, prefix));
    }

    /** Returns the prefix and the bucket, without credentials. */
    @Override
    public String toString() {
        return "newest object" + Lines.under(prefix) + " in " + bucket.where();
    }
}
