package dev.checklist.s3;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tries without a signature to list the bucket and to read some of its objects, as a stranger would. */
record AnonymousRefused(Bucket bucket, String prefix) implements BucketProbe {
    private static final int MOST_OBJECTS = 10;

    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        reader.prove();
        Contents contents = new Walk(bucket, prefix, Contents.Wanted.ALL).read(reader.context(), this);
        List<String> keys = tried(contents);
        if (keys.isEmpty()) {
            return Outcome.error(expected() + "nothing to try: no object under \"" + Shown.key(prefix) + "\"");
        }
        Bucket stranger = new Bucket(bucket.store().unsigned(), bucket.name());
        Answer list = stranger.store().list(reader.context(), bucket.name()).answer();
        Map<String, Answer> heads = new LinkedHashMap<>();
        for (String key : keys) {
            heads.put(key, head(stranger, reader.context(), key));
        }
        return verdict(list, heads, contents.count());
    }

    /** Picks the newest object and some spread over the listing. */
    private static List<String> tried(Contents contents) {
        Set<String> keys = new LinkedHashSet<>();
        if (contents.newest() != null) {
            keys.add(contents.newest().key());
        }
        keys.addAll(contents.sample());
        return new ArrayList<>(keys).subList(0, Math.min(MOST_OBJECTS, keys.size()));
    }

    private static Answer head(Bucket stranger, CheckContext context, String key) {
        return stranger.store()
                .send(
                        context,
                        (client, limits) -> Said.of(client.headObject(
                                r -> r.bucket(stranger.name()).key(key).overrideConfiguration(limits))))
                .answer();
    }

    /** Judges what the stranger was told; a pure function. */
    Outcome verdict(Answer list, Map<String, Answer> heads, long count) {
        if (list.isSuccess()) {
            return Outcome.failed(expected() + "that anybody may list the bucket (" + list.shown() + ")");
        }
        for (Map.Entry<String, Answer> head : heads.entrySet()) {
            if (head.getValue().isSuccess()) {
                return Outcome.failed(expected() + "that anybody may read \"" + Shown.key(head.getKey()) + "\" ("
                        + head.getValue().shown() + "): take its public grant away");
            }
        }
        if (!isRefused(list) || list.code() == null || Refusals.isOfCredentials(list)) {
            return Outcome.error(expected() + "for the unsigned list " + list.shown() + Refusals.redirected(list));
        }
        for (Map.Entry<String, Answer> head : heads.entrySet()) {
            if (!isRefused(head.getValue())) {
                return Outcome.error(expected() + "for \"" + Shown.key(head.getKey()) + "\" "
                        + head.getValue().shown() + Refusals.redirected(head.getValue()));
            }
        }
        return Outcome.passed("unsigned requests are refused: the list, and " + heads.size() + " of " + count
                        + " objects tried")
                .with("not proven", "the other objects: four true flags of blocksPublicAccess() are for all");
    }

    private static boolean isRefused(Answer answer) {
        return answer.status() == 401 || answer.status() == 403;
    }

    private String expected() {
        return "expected " + bucket.where() + " to refuse unsigned requests, found ";
    }

    @Override
    public List<Right> needs() {
        return List.of();
    }
}
