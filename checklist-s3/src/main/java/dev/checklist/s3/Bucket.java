package dev.checklist.s3;

import dev.checklist.Outcome;

/** Is one bucket of a store, by its name. */
record Bucket(Store store, String name) {
    /** Returns name and place, for a message. */
    String where() {
        return "bucket " + name + " at " + store.endpoint();
    }

    /** Adds which bucket was asked for, and where. */
    Outcome at(Outcome outcome) {
        return outcome.with("bucket", name)
                .with("endpoint", store.endpoint())
                .identifiedBy("endpoint", store.endpoint());
    }

    Right right(String action) {
        return new Right(store, action, name);
    }

    /** Returns a right on objects; the key may end in a star. */
    Right right(String action, String key) {
        return new Right(store, action, name + "/" + key);
    }

    @Override
    public String toString() {
        return where();
    }
}
