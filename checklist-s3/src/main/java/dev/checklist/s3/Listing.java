package dev.checklist.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Holds what a listing said about its bucket: the SDK reads an empty or foreign 200 as a listing without a name. */
record Listing(
        Answer answer, @Nullable String name, @Nullable Boolean truncated) {
    static Listing of(ListObjectsV2Response response) {
        return new Listing(Answer.of(response.sdkHttpResponse()), response.name(), response.isTruncated());
    }

    static Listing of(S3Exception refusal) {
        return new Listing(Answer.of(refusal), null, null);
    }
}
