package dev.checklist.s3;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Is a piece of an object; what a store sends beyond it is not read. */
final class ObjectPart {
    private final @Nullable String eTag;
    private final byte[] bytes;

    private ObjectPart(@Nullable String eTag, byte[] bytes) {
        this.eTag = eTag;
        this.bytes = bytes;
    }

    static Store.Call<ObjectPart> read(String bucket, String key, int from, int length) {
        return (client, limits) -> Objects.requireNonNull(client.getObject(
                GetObjectRequest.builder()
                        .bucket(bucket)
                        .key(key)
                        .range("bytes=" + from + "-" + (from + length - 1))
                        .overrideConfiguration(limits)
                        .build(),
                (response, body) -> {
                    // A store may ignore the range: then the piece is cut from the whole.
                    boolean isWhole = response.sdkHttpResponse().statusCode() != 206;
                    byte[] read = body.readNBytes(isWhole ? from + length : length);
                    body.abort();
                    byte[] part = isWhole ? Arrays.copyOfRange(read, Math.min(from, read.length), read.length) : read;
                    return new Said<>(Answer.of(response.sdkHttpResponse()), new ObjectPart(response.eTag(), part));
                }));
    }

    @Nullable
    String eTag() {
        return eTag;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
