package dev.checklist.examples.world.server;

import dev.checklist.examples.world.state.StoreBucket;
import dev.checklist.examples.world.state.StoreObject;
import dev.checklist.examples.world.state.StoreState;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a store in this state says to a request, in S3's words. */
final class S3Answers {
    private static final S3Answer DENIED = S3Answer.error(403, "AccessDenied");

    private final StoreState state;
    private final Instant since;

    /** Counts the ages of objects from that time. */
    S3Answers(StoreState state, Instant since) {
        this.state = state;
        this.since = since;
    }

    S3Answer answer(S3Request request) {
        if (!request.isRead()) {
            return S3Answer.error(405, "MethodNotAllowed");
        }
        Optional<StoreBucket> bucket = state.bucket(request.bucket());
        if (request.accessKey().isEmpty()) {
            return bucket.map(found -> toAnybody(found, request)).orElse(DENIED);
        }
        Set<String> permitted = state.accounts().get(request.accessKey().get());
        if (permitted == null) {
            return S3Answer.error(403, "InvalidAccessKeyId");
        }
        if (bucket.isEmpty()) {
            return S3Answer.error(404, "NoSuchBucket");
        }
        return permitted.contains(request.bucket()) ? toAccount(bucket.get(), request) : DENIED;
    }

    private S3Answer toAnybody(StoreBucket bucket, S3Request request) {
        if (request.key().isEmpty()) {
            boolean isList = request.isHead() || S3Listing.isAsked(request);
            return isList && bucket.isListedByAnybody() ? toAccount(bucket, request) : DENIED;
        }
        return object(bucket, request.key())
                .filter(bucket::isReadByAnybody)
                .map(object -> S3Content.of(object, since, request.range()))
                .orElse(DENIED);
    }

    private S3Answer toAccount(StoreBucket bucket, S3Request request) {
        if (!request.key().isEmpty()) {
            return object(bucket, request.key())
                    .map(object -> S3Content.of(object, since, request.range()))
                    .orElse(S3Answer.error(404, "NoSuchKey"));
        }
        return placed(
                request.isHead()
                        ? S3Answer.of(200)
                        : S3Listing.isAsked(request)
                                ? S3Listing.of(bucket, request, since)
                                : subResource(bucket, request.query().keySet()));
    }

    private S3Answer subResource(StoreBucket bucket, Set<String> asked) {
        return asked.stream()
                .filter(name -> !state.lacks().contains(name))
                .flatMap(name -> S3SubResource.of(name, bucket, state.region()).stream())
                .findFirst()
                .orElse(S3Answer.error(501, "NotImplemented"));
    }

    private S3Answer placed(S3Answer answer) {
        return state.region().isEmpty() ? answer : answer.with("x-amz-bucket-region", state.region());
    }

    private static Optional<StoreObject> object(StoreBucket bucket, String key) {
        return bucket.objects().stream()
                .filter(object -> object.key().equals(key))
                .findFirst();
    }
}
