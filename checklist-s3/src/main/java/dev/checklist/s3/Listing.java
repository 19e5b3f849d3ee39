package dev.checklist.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** Holds what a listing said about its bucket: the SDK reads an empty or foreign 200 as a listing without a name. */
record Listing(
        Answer answer, @Nullable String name, @Nullable Boolean truncated) {
    static Listing of(Said<ListObjectsV2Response> said) {
        ListObjectsV2Response response = said.value();
        return response == null
                ? new Listing(said.answer(), null, null)
                : new Listing(said.answer(), response.name(), response.isTruncated());
    }
}
