package dev.checklist.k8s;

/** Is a probe or diagnosis that says beforehand what it may ask the API server for. */
interface NeedsRights {
    /** Returns the server that is asked. */
    ApiServer server();

    /** Returns every right that any of its requests needs, whatever it finds. */
    Rights needs();
}
