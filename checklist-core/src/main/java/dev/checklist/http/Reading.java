package dev.checklist.http;

/**
 * Says how an answer is to be read.
 *
 * @param limit the number of bytes of a body beyond which nothing is read
 * @param follows whether redirects within the origin are followed
 * @param expectsRefusal whether 400, 401 or 403 is what the line wants to see, so that it says nothing about a
 *     credential
 */
record Reading(int limit, boolean follows, boolean expectsRefusal) {
    static final int MOST = 64 << 20;
    static final Reading DEFAULT = new Reading(1 << 20, false, false);

    Reading upTo(int bytes) {
        if (bytes < 1 || bytes > MOST) {
            throw new IllegalArgumentException("bytes is " + bytes + ": expected between 1 and " + MOST);
        }
        return new Reading(bytes, follows, expectsRefusal);
    }

    Reading following() {
        return new Reading(limit, true, expectsRefusal);
    }

    Reading expectingRefusal() {
        return new Reading(limit, follows, true);
    }
}
