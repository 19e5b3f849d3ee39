package dev.checklist.k8s;

/** Says in how many pods a log line is expected. */
public enum AmongPods {
    /** In each of them: every one has to prove it for itself. */
    EVERY_POD,
    /** In at least one: any of them may have got the work. */
    ANY_POD
}
