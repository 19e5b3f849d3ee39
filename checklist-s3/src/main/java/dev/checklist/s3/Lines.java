package dev.checklist.s3;

import dev.checklist.Check;
import java.time.Duration;

/** Makes the lines about one bucket: what they are called, and how long they may take. */
record Lines(Bucket bucket) {
    /** Limits a check that lists to the end: a hundred pages may take longer than other checks have. */
    static final Duration LISTING = Duration.ofMinutes(5);

    Check line(String predicate, BucketProbe probe) {
        return line(predicate, predicate, probe);
    }

    /**
     * Makes a line. The name of a bucket is unique in the world, and so is another one in each environment: a place.
     *
     * @param key what the predicate is called, with arguments that identify, without expected values
     * @param words the predicate as a person reads it
     */
    Check line(String key, String words, BucketProbe probe) {
        return Check.of("bucket " + key, bucket.name(), "bucket " + bucket.name() + " " + words, probe);
    }

    /** Makes a line that lists to the end; {@link Walk} keeps retries of it apart. */
    Check listing(String key, String prefix, String words, BucketProbe probe) {
        String name = prefix.isEmpty() ? key : key + " under " + prefix;
        return line(name, words, probe).timeout(LISTING);
    }

    /** Words a prefix; none for all objects. */
    static String under(String prefix) {
        return prefix.isEmpty() ? "" : " under " + Shown.key(prefix);
    }
}
