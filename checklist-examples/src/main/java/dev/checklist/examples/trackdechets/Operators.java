package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.precondition;
import static dev.checklist.k8s.OperatorPart.deployment;
import static dev.checklist.k8s.OperatorPart.ingressClass;
import static dev.checklist.k8s.OperatorPart.kinds;
import static dev.checklist.k8s.OperatorPart.statefulSet;
import static dev.checklist.k8s.OperatorPart.validatingWebhook;

import dev.checklist.Checklists;
import dev.checklist.Precondition;
import dev.checklist.Section;
import dev.checklist.k8s.KubernetesChecks;

/** Is the part of the page about the operators, each with the parts that it has: D46 to D69. */
final class Operators {
    private static final String CERT_MANAGER = "v1.13.0";

    private final KubernetesChecks kubernetes;
    private final Precondition usesCertManager;

    Operators(KubernetesChecks kubernetes, boolean usesCertManager) {
        this.kubernetes = kubernetes;
        this.usesCertManager = precondition("the setting certManager says that it is used", () -> usesCertManager);
    }

    Section section() {
        return Checklists.section(
                "Operators",
                kubernetes
                        .operator(
                                "CloudNativePG",
                                kinds(
                                        "v1",
                                        "clusters.postgresql.cnpg.io",
                                        "backups.postgresql.cnpg.io",
                                        "scheduledbackups.postgresql.cnpg.io"),
                                deployment("cnpg-system", "cnpg-controller-manager", "1.22.0"),
                                validatingWebhook("cnpg-validating-webhook-configuration"))
                        .isInstalled()
                        .remedy("kubectl apply -f the manifest cnpg-1.22.0.yaml of its release branch 1.22")
                        .tag("D46"),
                kubernetes
                        .operator(
                                "ECK",
                                kinds("v1", "elasticsearches.elasticsearch.k8s.elastic.co"),
                                statefulSet("elastic-system", "elastic-operator", "2.11.0"),
                                validatingWebhook("elastic-webhook.k8s.elastic.co"))
                        .isInstalled()
                        .remedy("kubectl create -f crds.yaml, then kubectl apply -f operator.yaml, both of ECK 2.11.0")
                        .tag("D50"),
                kubernetes
                        .operator(
                                "Redis operator",
                                kinds("v1", "redisfailovers.databases.spotahome.com"),
                                deployment("redis-operator", "redisoperator", "v1.2.4"))
                        .isInstalled()
                        .remedy("kubectl apply -f its definition of RedisFailover and its operator.yaml")
                        .tag("D55"),
                kubernetes
                        .operator(
                                "Percona operator for MongoDB",
                                kinds(
                                        "v1",
                                        "perconaservermongodbs.psmdb.percona.com",
                                        "perconaservermongodbbackups.psmdb.percona.com"),
                                deployment("psmdb-operator", "percona-server-mongodb-operator", "1.16.0"))
                        .isInstalled()
                        .remedy("kubectl apply --server-side -f its bundle.yaml")
                        .tag("D60"),
                kubernetes
                        .operator(
                                "ingress-nginx",
                                deployment("ingress-nginx", "ingress-nginx-controller", "v1.10.1"),
                                ingressClass("nginx"),
                                validatingWebhook("ingress-nginx-admission"))
                        .isInstalled()
                        .remedy("helm install ingress-nginx ingress-nginx/ingress-nginx -n ingress-nginx")
                        .tag("D64"),
                kubernetes
                        .inNamespace("ingress-nginx")
                        .service("ingress-nginx-controller")
                        .hasAddress()
                        .tag("D64"),
                kubernetes
                        .operator(
                                "cert-manager",
                                kinds(
                                        "v1",
                                        "certificates.cert-manager.io",
                                        "issuers.cert-manager.io",
                                        "clusterissuers.cert-manager.io"),
                                deployment("cert-manager", "cert-manager", CERT_MANAGER),
                                deployment("cert-manager", "cert-manager-cainjector", CERT_MANAGER),
                                deployment("cert-manager", "cert-manager-webhook", CERT_MANAGER),
                                validatingWebhook("cert-manager-webhook"))
                        .isInstalled()
                        .remedy("kubectl apply -f cert-manager.yaml of its release " + CERT_MANAGER)
                        .onlyIf(usesCertManager)
                        .tag("D69"));
    }
}
