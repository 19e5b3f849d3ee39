package dev.checklist.http;

/** Says how far an answer came, for the line that waited for it in vain. */
final class Progress {
    private volatile int status;
    private volatile int bytes;

    void answered(int seenStatus) {
        status = seenStatus;
    }

    void read(int seenBytes) {
        bytes = seenBytes;
    }

    @Override
    public String toString() {
        return status == 0
                ? "no complete answer in time: not even a status came"
                : "no complete answer in time: status " + status + " came and " + bytes
                        + " bytes of a body that did not end";
    }
}
