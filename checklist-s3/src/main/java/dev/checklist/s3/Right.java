package dev.checklist.s3;

/**
 * Is an action that an account must be allowed.
 *
 * @param resource a bucket, or a bucket, a slash and a key that may end in a star
 */
record Right(Store store, String action, String resource) {}
