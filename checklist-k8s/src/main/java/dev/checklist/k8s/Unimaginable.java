package dev.checklist.k8s;

/** Ends the attempt to tell what a check would say of a changed object, for which something new must be read. */
final class Unimaginable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isObject;

    /**
     * Says what is missing.
     *
     * @param isObject whether it is an object or list, which the change made worth reading; else something of another kind
     */
    Unimaginable(boolean isObject) {
        super("it was not read before", null, false, false);
        this.isObject = isObject;
    }

    boolean isObject() {
        return isObject;
    }
}
