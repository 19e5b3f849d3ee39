package dev.checklist.k8s.health;

import dev.checklist.k8s.health.MutationProofTest.Subject;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The rules over several objects of an operator, each with healthy ones in the resources. */
final class OperatorSubjects {

    private static final Duration DAY = Duration.ofHours(26);

    private OperatorSubjects() {}

    static Stream<Subject> all() {
        return Stream.of(
                new Subject(
                        "valid certificate",
                        Rule.CERTIFICATE.healthy(),
                        tree -> CertificateHealth.validFor(view(tree), Duration.ofDays(21), Rule.NOW)),
                new Subject("initialised", Rule.PSMDB.healthy(), tree -> PsmdbHealth.initialized(view(tree), Rule.NOW)),
                new Subject("redis", healthy("redisfailover"), OperatorSubjects::redis),
                new Subject("webhook", healthy("webhook"), OperatorSubjects::webhook),
                new Subject("cnpg backups", healthy("cnpg-backups"), OperatorSubjects::cnpgBackups),
                new Subject("psmdb backups", healthy("psmdb-backups"), OperatorSubjects::psmdbBackups),
                new Subject(
                        "cnpg retention",
                        new Tree(healthy("cnpg-backups").at("/database")),
                        tree -> RetentionHealth.cnpg(view(tree), Duration.ofDays(30), Rule.NOW)),
                new Subject(
                        "psmdb retention",
                        new Tree(healthy("psmdb-backups").at("/database")),
                        tree -> RetentionHealth.psmdb(view(tree), Duration.ofDays(14), Rule.NOW)),
                new Subject(
                        "operator deployment",
                        Rule.DEPLOYMENT.healthy(),
                        tree -> OperatorWorkloadHealth.of(tree.as(Deployment.class), "4", Rule.NOW)),
                new Subject(
                        "operator stateful set",
                        Rule.STATEFUL_SET.healthy(),
                        tree -> OperatorWorkloadHealth.of(tree.as(StatefulSet.class), "5", Rule.NOW)));
    }

    static Tree healthy(String name) {
        return Tree.resource("healthy/" + name + ".yaml");
    }

    static ResourceView view(Tree tree) {
        return ResourceView.of(tree.as(GenericKubernetesResource.class));
    }

    static Health redis(Tree tree) {
        return RedisFailoverHealth.of(
                view(part(tree, "/failover")),
                tree.at("/redis") == null ? null : part(tree, "/redis").as(StatefulSet.class),
                tree.at("/sentinels") == null ? null : part(tree, "/sentinels").as(Deployment.class),
                parts(tree, "/pods").map(pod -> pod.as(Pod.class)).toList(),
                Rule.NOW);
    }

    static Health webhook(Tree tree) {
        return WebhookHealth.of(
                "hook",
                part(tree, "/client").as(WebhookClientConfig.class),
                part(tree, "/service").as(Service.class),
                parts(tree, "/slices")
                        .map(slice -> slice.as(EndpointSlice.class))
                        .toList(),
                Rule.NOW);
    }

    static Health cnpgBackups(Tree tree) {
        return BackupsHealth.cnpg(view(part(tree, "/database")), backups(tree), DAY, Rule.NOW);
    }

    static Health psmdbBackups(Tree tree) {
        return BackupsHealth.psmdb(view(part(tree, "/database")), backups(tree), DAY, Rule.NOW);
    }

    private static List<ResourceView> backups(Tree tree) {
        return parts(tree, "/backups").map(OperatorSubjects::view).toList();
    }

    /** What is there, or an object without anything. */
    private static Tree part(Tree tree, String pointer) {
        return new Tree(tree.at(pointer) instanceof Map<?, ?> map ? map : Map.of());
    }

    private static Stream<Tree> parts(Tree tree, String pointer) {
        return tree.at(pointer) instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).map(Tree::new)
                : Stream.empty();
    }
}
