package dev.checklist.s3;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists a prefix to its end, page by page; names a read that lines share.
 *
 * <p>The SDK's paginator ends in silence where a store says that there is more but not how to go on, so pages are
 * fetched here. Keys come in the order of their names, so nothing is known before the end.
 */
record Walk(Bucket bucket, String prefix, Contents.Wanted wanted) {
    /** How many pages are read at most; S3 has 1 000 keys on a page. */
    static final int MOST_PAGES = 1_000;

    /** The least time from one listing to its repetition: it is the dearest request that S3 has. */
    private static final Duration PACE = Duration.ofSeconds(60);

    private record Started(Object line) {}

    /** Is what came of it, for all that share it. */
    record Result(@Nullable Contents contents, @Nullable Refusal refusal) {
        Contents get() throws Refusal {
            if (contents == null) {
                throw refusal == null ? Refusal.error("nothing was listed") : refusal;
            }
            return contents;
        }
    }

    /**
     * Reads it, or takes what another line has read now.
     *
     * @param line who asks: each has a pace of its own
     */
    Contents read(CheckContext context, Object line) throws Exception {
        mustNotHurry(context, line);
        return context.shared(this, () -> {
                    try {
                        return new Result(list(context), null);
                    } catch (Refusal refusal) {
                        return new Result(null, refusal);
                    }
                })
                .get();
    }

    private void mustNotHurry(CheckContext context, Object line) throws Refusal {
        Instant now = context.now();
        AtomicReference<Instant> started = context.perRun(new Started(line), () -> new AtomicReference<>(now));
        Duration since = Duration.between(started.get(), now);
        if (context.attempt() > 1 && since.compareTo(PACE) < 0) {
            throw Refusal.error(expected() + "a retry after " + since.toSeconds()
                    + " s: a listing is repeated after 60 s at the earliest, so give the line retry(every(…)) of that");
        }
        started.set(now);
    }

    private Contents list(CheckContext context) throws Refusal {
        Tally tally = new Tally(wanted);
        Set<String> tokens = new HashSet<>();
        String token = null;
        for (int page = 1; page <= MOST_PAGES; page++) {
            Said<ListObjectsV2Response> said = page(context, token);
            if (!said.isAnswered()) {
                throw new Refusal(Refusals.of(said.answer(), bucket, "its objects", "s3:ListBucket"));
            }
            ListObjectsV2Response listed = said.get();
            add(listed, tally);
            if (!Boolean.TRUE.equals(listed.isTruncated())) {
                return tally.ended(page, said.answer().date());
            }
            token = listed.nextContinuationToken();
            if (token == null || token.isEmpty()) {
                throw broken("a page that says there are more but not how to go on (no NextContinuationToken)");
            }
            if (!tokens.add(token)) {
                throw broken("the same continuation token twice: it lists in a circle");
            }
        }
        throw new Refusal(Outcome.error(
                expected() + "more than " + MOST_PAGES + " pages: give a longer prefix, such as one with a date"));
    }

    private Said<ListObjectsV2Response> page(CheckContext context, @Nullable String token) throws Refusal {
        try {
            return bucket.store()
                    .send(
                            context,
                            (client, limits) -> Said.of(client.listObjectsV2(r -> r.bucket(bucket.name())
                                    .prefix(prefix.isEmpty() ? null : prefix)
                                    .encodingType(EncodingType.URL)
                                    .continuationToken(token)
                                    .overrideConfiguration(limits))));
        } catch (IllegalArgumentException e) {
            throw broken("a key that is not URL-encoded, as it says it is");
        }
    }

    private void add(ListObjectsV2Response page, Tally tally) throws Refusal {
        if (!bucket.name().equals(page.name())) {
            throw broken("a page that does not name the bucket");
        }
        if (page.isTruncated() == null) {
            throw broken("a page that does not say whether it is the last (no IsTruncated)");
        }
        if (page.keyCount() != null && page.keyCount() > page.contents().size()) {
            throw broken("a page that counts " + page.keyCount() + " keys and names "
                    + page.contents().size());
        }
        for (S3Object object : page.contents()) {
            tally.add(stored(object));
        }
    }

    private StoredObject stored(S3Object object) throws Refusal {
        if (object.key() == null || object.lastModified() == null || object.size() == null || object.size() < 0) {
            throw broken("an object without key, time or size");
        }
        if (!object.key().startsWith(prefix)) {
            throw broken("the key \"" + Shown.key(object.key()) + "\", which is not under it");
        }
        return new StoredObject(object.key(), object.lastModified(), object.size(), object.eTag());
    }

    private Refusal broken(String found) {
        return Refusal.error(expected() + found);
    }

    private String expected() {
        return "expected " + bucket.where() + " to list \"" + Shown.key(prefix) + "\" to its end, found ";
    }
}
