package dev.checklist.examples.world.state;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One bucket of the object store.
 *
 * @param access who besides its owner gets in
 * @param versioning as S3 says it: {@code Enabled}, {@code Suspended}, or empty if it never was
 * @param encryption the default for new objects, as in {@code AES256}; empty if there is none
 * @param expiries after how many days objects are deleted, by the prefix of their keys
 * @param objects what is in it
 */
public record StoreBucket(
        String name,
        Access access,
        String versioning,
        String encryption,
        Map<String, Integer> expiries,
        List<StoreObject> objects) {
    /**
     * Who gets in.
     *
     * @param isBlocked whether all four flags of the public access block are true, which undoes the others
     * @param policyIsPublic whether the bucket policy lets anybody list and read
     * @param listIsPublic whether the bucket's access control list lets anybody list
     */
    public record Access(boolean isBlocked, boolean policyIsPublic, boolean listIsPublic) {
        /** Nobody else. */
        public static final Access OWNER = new Access(false, false, false);
    }

    /** Keeps unmodifiable copies; objects in the order of their keys. */
    public StoreBucket {
        expiries = Map.copyOf(expiries);
        objects =
                objects.stream().sorted(Comparator.comparing(StoreObject::key)).toList();
    }

    /** Makes an empty bucket for its owner alone, versioned and encrypted. */
    public static StoreBucket of(String name) {
        return new StoreBucket(name, Access.OWNER, "Enabled", "AES256", Map.of(), List.of());
    }

    /** Lets others in. */
    public StoreBucket with(Access other) {
        return new StoreBucket(name, other, versioning, encryption, expiries, objects);
    }

    /** Has versioning Enabled, Suspended, or never had it. */
    public StoreBucket withVersioning(String other) {
        return new StoreBucket(name, access, other, encryption, expiries, objects);
    }

    /** Encrypts new objects so. */
    public StoreBucket withEncryption(String other) {
        return new StoreBucket(name, access, versioning, other, expiries, objects);
    }

    /** Deletes objects after so many days, by prefix. */
    public StoreBucket withExpiries(Map<String, Integer> others) {
        return new StoreBucket(name, access, versioning, encryption, others, objects);
    }

    /** Holds other objects. */
    public StoreBucket with(List<StoreObject> others) {
        return new StoreBucket(name, access, versioning, encryption, expiries, others);
    }

    /** Changes every object. */
    public StoreBucket mapping(UnaryOperator<StoreObject> change) {
        return with(objects.stream().map(change).toList());
    }

    /** Tells whether somebody without an account may list it. */
    public boolean isListedByAnybody() {
        return !access.isBlocked() && (access.policyIsPublic() || access.listIsPublic());
    }

    /** Tells whether somebody without an account may read that object. */
    public boolean isReadByAnybody(StoreObject object) {
        return !access.isBlocked() && (access.policyIsPublic() || object.isPublic());
    }
}
