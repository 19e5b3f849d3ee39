package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.WorldState;

/** What can be wrong with the platform that Trackdéchets stands on. */
final class PlatformFaults {
    private PlatformFaults() {}

    static WorldState nodesFull(WorldState state) {
        return state.changingAll(
                "Node", node -> node.with("/status/allocatable/cpu", "1").with("/status/allocatable/memory", "1Gi"));
    }

    static WorldState toolsOld(WorldState state) {
        return state.surroundedBy(around -> around.working(
                "trackdechets",
                bench -> bench.tooled("kubectl", """
                        #!/bin/sh
                        case "$1 $2" in
                          "version --client") echo "Client Version: v1.19.0" ;;
                          "config current-context") echo staging ;;
                          *) exit 1 ;;
                        esac
                        """)
                        .tooled("kustomize", """
                        #!/bin/sh
                        case "$1" in
                          version) echo v3.8.1 ;;
                          build) cat "$2/rendered.yaml" ;;
                        esac
                        """)
                        .tooled("helm", "#!/bin/sh\necho v2.17.0\n")
                        .tooled("docker", "#!/bin/sh\necho '{\"Client\":{\"Version\":\"27.0.3\"}}'\n")));
    }

    static WorldState operatorsMissing(WorldState state) {
        return state.removing("Deployment/cnpg-system/cnpg-controller-manager")
                .removing("StatefulSet/elastic-system/elastic-operator")
                .removing("CustomResourceDefinition//redisfailovers.databases.spotahome.com");
    }

    static WorldState operatorsDown(WorldState state) {
        return state.changing("Deployment/psmdb-operator/percona-server-mongodb-operator", PlatformFaults::down)
                .changing("Deployment/cert-manager/cert-manager-webhook", PlatformFaults::down)
                .removing("IngressClass//nginx")
                .changing(
                        "Service/ingress-nginx/ingress-nginx-controller",
                        service -> service.without("/status/loadBalancer/ingress"));
    }

    private static Resource down(Resource deployment) {
        return deployment
                .without("/status/readyReplicas")
                .without("/status/availableReplicas")
                .withCondition("Available", "False", "MinimumReplicasUnavailable", "not available")
                .withCondition("Progressing", "False", "ProgressDeadlineExceeded", "has timed out progressing.");
    }
}
