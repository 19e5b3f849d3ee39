package dev.checklist.k8s;

/** Is a probe of one named object. */
interface ObjectProbe extends ClusterProbe {
    Place place();

    @Override
    default ApiServer server() {
        return place().server();
    }
}
