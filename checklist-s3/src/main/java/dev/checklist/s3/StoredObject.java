package dev.checklist.s3;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Is an object as a listing names it. */
record StoredObject(
        String key, Instant modified, long size, @Nullable String eTag) {
    @Override
    public String toString() {
        return Shown.key(key) + " (" + Shown.bytes(size) + ", " + modified + ")";
    }
}
