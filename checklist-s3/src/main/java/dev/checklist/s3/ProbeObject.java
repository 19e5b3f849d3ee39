package dev.checklist.s3;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * Is the one object that the writing probe makes, under one fixed key.
 *
 * @param versioned whether the bucket keeps versions, or once did: a plain delete would leave a marker
 */
record ProbeObject(Bucket bucket, String key, boolean versioned, CheckContext context) {
    // What an object has for its version while versioning is suspended; Ceph does not say so.
    private static final String NO_VERSION = "null";

    // A put that was sent twice makes two versions, each of which shows only when the one above it is gone.
    private static final int MOST_VERSIONS = 5;

    Answer put(byte[] content) {
        return bucket.store()
                .send(
                        context,
                        (client, limits) -> Said.of(client.putObject(
                                r -> r.bucket(bucket.name()).key(key).overrideConfiguration(limits),
                                RequestBody.fromBytes(content))))
                .answer();
    }

    Said<ObjectPart> get(int length) {
        return bucket.store().send(context, ObjectPart.read(bucket.name(), key, 0, length));
    }

    /**
     * Removes what a run that was killed may have left.
     *
     * @throws Refusal if nobody may look, or it cannot be removed
     */
    void removeLeftover() throws Refusal {
        Said<HeadObjectResponse> head = said(this::head);
        if (head.isAnswered()) {
            remove("a run before this one");
        } else if (head.answer().status() != 404) {
            String found = "expected to see whether \"" + key + "\" is in " + bucket.where() + ", found HEAD "
                    + head.answer().shown();
            throw new Refusal(
                    head.answer().status() == 403
                            ? Outcome.notPermitted(found + ": the account lacks s3:GetObject")
                            : Outcome.error(found));
        }
    }

    /**
     * Removes each version of the object by its id, which leaves no delete marker, until there is none.
     *
     * @param maker who wrote it
     * @throws Refusal if it may be left; FAILED, with its key
     */
    void remove(String maker) throws Refusal {
        for (int version = 0; version <= MOST_VERSIONS; version++) {
            Said<HeadObjectResponse> head = said(this::head);
            if (head.answer().status() == 404) {
                return;
            }
            if (!head.isAnswered()) {
                throw left(maker, "HEAD " + head.answer().shown());
            }
            String told = head.get().versionId();
            String id = told == null && versioned ? NO_VERSION : told;
            Answer deleted = said(() -> bucket.store()
                            .send(
                                    context,
                                    (client, limits) -> Said.of(client.deleteObject(r -> r.bucket(bucket.name())
                                            .key(key)
                                            .versionId(id)
                                            .overrideConfiguration(limits)))))
                    .answer();
            if (!deleted.isSuccess()) {
                throw left(maker, "DELETE " + deleted.shown());
            }
        }
        throw left(maker, "more than " + MOST_VERSIONS + " versions of it");
    }

    private Said<HeadObjectResponse> head() {
        return bucket.store()
                .send(
                        context,
                        (client, limits) -> Said.of(client.headObject(
                                r -> r.bucket(bucket.name()).key(key).overrideConfiguration(limits))));
    }

    private interface Sending<T> {
        Said<T> send();
    }

    private <T> Said<T> said(Sending<T> sending) throws Refusal {
        try {
            return sending.send();
        } catch (AbortedException e) {
            throw e;
        } catch (SdkException e) {
            throw new Refusal(Outcome.error(NoAnswer.outcome(e, bucket.store().endpoint())
                            .message() + "; an object may be left at \"" + key + "\" in bucket " + bucket.name()));
        }
    }

    private Refusal left(String maker, String found) {
        return new Refusal(Outcome.failed("expected to remove what " + maker + " wrote at \"" + key + "\" in "
                + bucket.where() + ", found " + found + ": remove it by hand"));
    }
}
