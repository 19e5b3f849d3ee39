package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Asks for one key by a listing: a key is the first of all that start with it, and any server answers HEAD with 200. */
record HasObject(Bucket bucket, String key) implements BucketProbe {
    private record FirstWith(Bucket bucket, String key) {}

    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        reader.prove();
        Said<ListObjectsV2Response> said;
        try {
            said = bucket.store()
                    .ask(
                            reader.context(),
                            new FirstWith(bucket, key),
                            (client, limits) -> Said.of(client.listObjectsV2(r -> r.bucket(bucket.name())
                                    .prefix(key)
                                    .maxKeys(1)
                                    .encodingType(EncodingType.URL)
                                    .overrideConfiguration(limits))));
        } catch (IllegalArgumentException e) {
            return Outcome.error(expected() + "a key that is not URL-encoded, as the store says it is");
        }
        if (!said.isAnswered()) {
            return Refusals.of(said.answer(), bucket, "its objects", "s3:ListBucket");
        }
        return verdict(said.get());
    }

    private Outcome verdict(ListObjectsV2Response page) {
        if (!bucket.name().equals(page.name()) || page.isTruncated() == null) {
            return Outcome.error(expected() + "an answer that is no listing of the bucket");
        }
        if (page.contents().isEmpty()) {
            boolean complete =
                    Boolean.FALSE.equals(page.isTruncated()) && (page.keyCount() == null || page.keyCount() == 0);
            return complete ? missing() : Outcome.error(expected() + "an empty page that says there are more");
        }
        S3Object first = page.contents().get(0);
        return key.equals(first.key()) ? found(first) : otherwise(first.key());
    }

    private Outcome found(S3Object object) {
        return object.lastModified() == null || object.size() == null || object.size() < 0
                ? Outcome.error(expected() + "it without time or size")
                : Outcome.passed("object " + Shown.key(key) + " has " + Shown.bytes(object.size()))
                        .with("key", Shown.key(key))
                        .with("size", object.size())
                        .with("last modified", object.lastModified());
    }

    private Outcome otherwise(@Nullable String first) {
        return first != null && first.startsWith(key)
                ? missing()
                : Outcome.error(expected() + "a listing of other keys than asked for");
    }

    private Outcome missing() {
        return Outcome.failed(expected() + "no such object");
    }

    private String expected() {
        return "expected object \"" + Shown.key(key) + "\" in " + bucket.where() + ", found ";
    }

    @Override
    public List<Right> needs() {
        return List.of();
    }
}
