package dev.checklist.k8s;

import dev.checklist.Check;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The public predicates over operators, certificates and custom resources. */
final class OperatorContract {
    private static final String CRD = "customresourcedefinitions/widgets.example.com";
    private static final String WIDGET = "widgets/blue";
    private static final String DB = "clusters/db";
    private static final String MONGO = "perconaservermongodbs/mongo";

    private OperatorContract() {}

    static List<PublicCheck> checks() {
        return List.of(
                of(
                                "CustomResourceDefinitionChecks.isEstablished()",
                                CRD,
                                c -> definition(c).isEstablished(),
                                cluster -> cluster.with(CRD, "/status/conditions/1/status", "False"))
                        .stale(newer(CRD)),
                of(
                                "CustomResourceDefinitionChecks.serves(String)",
                                CRD,
                                c -> definition(c).serves("v1"),
                                cluster -> cluster.with(CRD, "/spec/versions/0/served", false))
                        .stale(newer(CRD)),
                of(
                                "OperatorChecks.isInstalled()",
                                "deployments/widget-operator",
                                OperatorContract::installed,
                                cluster -> cluster.with(
                                        "deployments/widget-operator",
                                        "/spec/template/spec/containers/0/image",
                                        "registry.example/widget-operator:1.3.0"))
                        .stale(newer("deployments/widget-operator")),
                data(
                        "CertificateChecks.isReady()",
                        "certificates/api-tls",
                        d -> d.certificate("api-tls").isReady()),
                data(
                        "CertificateChecks.isValidFor(Duration)",
                        "certificates/api-tls",
                        d -> d.certificate("api-tls").isValidFor(Duration.ofDays(21))),
                data(
                        "IssuerChecks.isReady()",
                        "issuers/internal",
                        d -> d.issuer("internal").isReady()),
                data(
                        "CnpgClusterChecks.isReady(int)",
                        DB,
                        d -> d.cnpgCluster("db").isReady(3)),
                data(
                                "CnpgClusterChecks.hasBackupNewerThan(Duration)",
                                DB,
                                d -> d.cnpgCluster("db").hasBackupNewerThan(Duration.ofHours(26)))
                        .broken("backups/db-1", "/status/phase", "failed"),
                data(
                                "CnpgClusterChecks.hasRetention(Duration)",
                                DB,
                                d -> d.cnpgCluster("db").hasRetention(Duration.ofDays(30)))
                        .broken(DB, "/spec/backup/retentionPolicy", "29d"),
                data("PsmdbChecks.isReady()", MONGO, d -> d.psmdb("mongo").isReady())
                        .broken(MONGO, "/status/state", "error"),
                data(
                                "PsmdbChecks.replicaSetsAreInitialized()",
                                MONGO,
                                d -> d.psmdb("mongo").replicaSetsAreInitialized())
                        .broken(MONGO, "/status/replsets/rs0/initialized", false),
                data(
                                "PsmdbChecks.hasBackupNewerThan(Duration)",
                                MONGO,
                                d -> d.psmdb("mongo").hasBackupNewerThan(Duration.ofHours(26)))
                        .broken("perconaservermongodbbackups/mongo-1", "/status/state", "error"),
                data(
                                "PsmdbChecks.hasRetention(Duration)",
                                MONGO,
                                d -> d.psmdb("mongo").hasRetention(Duration.ofDays(7)))
                        .broken(MONGO, "/spec/backup/tasks/0/keep", 6),
                data(
                                "ElasticsearchChecks.isReady()",
                                "elasticsearches/search",
                                d -> d.elasticsearch("search").isReady())
                        .broken("elasticsearches/search", "/status/health", "yellow"),
                data(
                                "RedisFailoverChecks.isReady()",
                                "redisfailovers/cache",
                                d -> d.redisFailover("cache").isReady())
                        .broken("pods/rfr-cache-0", "/metadata/labels/redisfailovers-role", "slave")
                        .stale(newer("statefulsets/rfr-cache")),
                data("ResourceChecks.isHealthy()", WIDGET, d -> widget(d).isHealthy()),
                data(
                        "ResourceChecks.hasCondition(String, String)",
                        WIDGET,
                        d -> widget(d).hasCondition("Ready", "True")),
                data(
                                "ResourceChecks.hasValue(String, String)",
                                WIDGET,
                                d -> widget(d).hasValue("/status/phase", "Running"))
                        .broken(WIDGET, "/status/phase", "Resting"),
                data(
                                "ResourceChecks.hasValue(String, long)",
                                WIDGET,
                                d -> widget(d).hasValue("/spec/size", 3))
                        .broken(WIDGET, "/spec/size", "3"),
                data(
                                "ResourceChecks.hasValue(String, boolean)",
                                WIDGET,
                                d -> widget(d).hasValue("/spec/isOn", true))
                        .broken(WIDGET, "/spec/isOn", false));
    }

    /** A predicate with what breaks it. */
    private static PublicCheck of(
            String name, String subject, Function<KubernetesChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return PublicCheck.of(name, subject, check, broken);
    }

    /** A predicate in the namespace of these objects, broken and stale by its first condition. */
    private static PublicCheck data(String name, String subject, Function<NamespacedChecks, Check> check) {
        return of(
                        name,
                        subject,
                        checks -> check.apply(checks.inNamespace("shop-data")),
                        cluster -> cluster.with(subject, "/status/conditions/0/status", "False"))
                .stale(newer(subject));
    }

    private static UnaryOperator<FakeCluster> newer(String subject) {
        return cluster -> cluster.with(subject, "/metadata/generation", 9);
    }

    private static CustomResourceDefinitionChecks definition(KubernetesChecks checks) {
        return checks.customResourceDefinition("widgets.example.com");
    }

    private static ResourceChecks widget(NamespacedChecks data) {
        return data.resource("example.com/v1", "Widget", "widgets", "blue");
    }

    private static Check installed(KubernetesChecks checks) {
        return checks.operator(
                        "widgets",
                        OperatorPart.kinds("v1", "widgets.example.com"),
                        OperatorPart.deployment("shop-data", "widget-operator", "1.4.0"),
                        OperatorPart.statefulSet("shop-data", "widget-agent", "1.4.0"),
                        OperatorPart.validatingWebhook("widget-operator"),
                        OperatorPart.ingressClass("widget"))
                .isInstalled();
    }
}
