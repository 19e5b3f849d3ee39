package dev.checklist.examples.trackdechets;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Says where the backups of a database are.
 *
 * @param database its name as people read it
 * @param bucket holds them
 * @param prefix begins the keys of full backups, and of nothing else
 * @param minBytes what a full backup has at least; a smaller one has failed
 * @param keptDays after how many days they are deleted
 * @param keys the keys of the backup job, from its Secret
 */
record Backups(
        String database, String bucket, String prefix, long minBytes, int keptDays, AwsCredentialsProvider keys) {
    /** Shows no key. */
    @Override
    public String toString() {
        return "backups of " + database + " in " + bucket;
    }
}
