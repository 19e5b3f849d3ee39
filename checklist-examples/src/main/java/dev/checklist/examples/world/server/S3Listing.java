package dev.checklist.examples.world.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.checklist.examples.world.state.StoreBucket;
import dev.checklist.examples.world.state.StoreObject;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One page of a bucket's objects, in the order of their keys. */
final class S3Listing {
    private static final int MOST_KEYS = 1_000;

    private S3Listing() {}

    static boolean isAsked(S3Request request) {
        return "2".equals(request.query().get("list-type"));
    }

    static S3Answer of(StoreBucket bucket, S3Request request, Instant since) {
        String prefix = request.query().getOrDefault("prefix", "");
        String after = request.query().getOrDefault("continuation-token", "");
        int most = Integer.parseInt(request.query().getOrDefault("max-keys", String.valueOf(MOST_KEYS)));
        List<StoreObject> left = bucket.objects().stream()
                .filter(object ->
                        object.key().startsWith(prefix) && object.key().compareTo(after) > 0)
                .toList();
        List<StoreObject> page = left.subList(0, Math.min(most, left.size()));
        boolean isTruncated = page.size() < left.size();
        List<Xml> list = new ArrayList<>(List.of(
                Xml.text("Name", bucket.name()),
                Xml.text("Prefix", encoded(prefix)),
                Xml.text("KeyCount", page.size()),
                Xml.text("MaxKeys", most),
                Xml.text("EncodingType", "url"),
                Xml.text("IsTruncated", isTruncated)));
        page.forEach(object -> list.add(contents(object, since)));
        if (isTruncated) {
            list.add(Xml.text("NextContinuationToken", page.get(page.size() - 1).key()));
        }
        return S3Answer.of(Xml.of("ListBucketResult", list));
    }

    private static Xml contents(StoreObject object, Instant since) {
        return Xml.of(
                "Contents",
                Xml.text("Key", encoded(object.key())),
                Xml.text("LastModified", S3Content.modified(object, since)),
                Xml.text("ETag", S3Content.tag(object)),
                Xml.text("Size", object.size()),
                Xml.text("StorageClass", "STANDARD"));
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, UTF_8).replace("+", "%20");
    }
}
