package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/** Names the custom kinds that this library knows, and those that a list names. */
final class CustomKinds {
    static final ResourceType<GenericKubernetesResource> CERTIFICATE =
            ResourceType.custom("cert-manager.io", "v1", "certificates", "Certificate");
    static final ResourceType<GenericKubernetesResource> ISSUER =
            ResourceType.custom("cert-manager.io", "v1", "issuers", "Issuer");
    static final ResourceType<GenericKubernetesResource> CLUSTER_ISSUER =
            ResourceType.custom("cert-manager.io", "v1", "clusterissuers", "ClusterIssuer");
    static final ResourceType<GenericKubernetesResource> CNPG_CLUSTER =
            ResourceType.custom("postgresql.cnpg.io", "v1", "clusters", "Cluster");
    static final ResourceType<GenericKubernetesResource> CNPG_BACKUP =
            listed("postgresql.cnpg.io", "backups", "Backup");
    static final ResourceType<GenericKubernetesResource> PSMDB =
            ResourceType.custom("psmdb.percona.com", "v1", "perconaservermongodbs", "PerconaServerMongoDB");
    static final ResourceType<GenericKubernetesResource> PSMDB_BACKUP =
            listed("psmdb.percona.com", "perconaservermongodbbackups", "PerconaServerMongoDBBackup");
    static final ResourceType<GenericKubernetesResource> ELASTICSEARCH =
            ResourceType.custom("elasticsearch.k8s.elastic.co", "v1", "elasticsearches", "Elasticsearch");
    static final ResourceType<GenericKubernetesResource> REDIS_FAILOVER =
            ResourceType.custom("databases.spotahome.com", "v1", "redisfailovers", "RedisFailover");

    private CustomKinds() {}

    /** Backups are the one custom kind that is listed: nobody knows their names beforehand. */
    private static ResourceType<GenericKubernetesResource> listed(String group, String plural, String kind) {
        return new ResourceType<>("apis/" + group + "/v1", plural, kind, GenericKubernetesResource.class, true);
    }

    static ResourceType<GenericKubernetesResource> of(
            @Nullable String apiVersion, @Nullable String kind, @Nullable String plural) {
        int slash = apiVersion == null ? -1 : apiVersion.indexOf('/');
        if (apiVersion == null || slash < 0) {
            throw new IllegalArgumentException("the apiVersion is "
                    + (apiVersion == null ? "null" : "\"" + apiVersion + "\"")
                    + ": expected a group and a version, such as example.com/v1");
        }
        return ResourceType.custom(
                Names.group(apiVersion.substring(0, slash)),
                Names.version(apiVersion.substring(slash + 1)),
                Names.label("plural of the kind", plural),
                Names.kind(kind));
    }
}
