package dev.checklist.examples.world.state;

import java.time.Duration;

/**
 * One object of a bucket.
 *
 * @param key its name in the bucket
 * @param age how long ago it was put, when the world begins to answer so
 * @param size in bytes
 * @param encryption how the store says that it encrypts it, as in {@code AES256}; empty if it says nothing
 * @param start its first bytes as Latin-1; the rest is zeros
 * @param isPublic whether its own access control list lets anybody read it
 */
public record StoreObject(String key, Duration age, long size, String encryption, String start, boolean isPublic) {
    /** Makes an object that the store encrypts, for its owner alone. */
    public static StoreObject of(String key, Duration age, long size) {
        return new StoreObject(key, age, size, "AES256", "", false);
    }

    /** Is that old. */
    public StoreObject aged(Duration other) {
        return new StoreObject(key, other, size, encryption, start, isPublic);
    }

    /** Is that large. */
    public StoreObject sized(long other) {
        return new StoreObject(key, age, other, encryption, start, isPublic);
    }

    /** Is not encrypted by the store, and begins with these bytes. */
    public StoreObject unencrypted(String begin) {
        return new StoreObject(key, age, size, "", begin, isPublic);
    }

    /** Lets anybody read it, whatever its bucket is like. */
    public StoreObject shared() {
        return new StoreObject(key, age, size, encryption, start, true);
    }
}
