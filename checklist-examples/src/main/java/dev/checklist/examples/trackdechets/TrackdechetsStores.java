package dev.checklist.examples.trackdechets;

import dev.checklist.s3.S3Checks;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Opens the object store with the keys of who runs the list, and knows where those of the others are. */
final class TrackdechetsStores implements AutoCloseable {
    private static final List<String> BUCKETS = List.of(
            "trackdechets",
            "trackdechets-registry-errors",
            "trackdechets-registry-imports",
            "trackdechets-registry-exports",
            "trackdechets-texs-analysis",
            "trackdechets-registry-models",
            "trackdechets-registry-exhaustive-exports",
            "trackdechets-bsd-templates");
    private static final String BACKUP_ID = "ACCESS_KEY_ID";
    private static final String BACKUP_SECRET = "SECRET_ACCESS_KEY";
    private static final int KEPT_DAYS = 30;
    private static final long MEBIBYTE = 1024L * 1024;

    private final S3Checks s3;
    private final TrackdechetsSettings settings;
    private final KubernetesClient client;

    private TrackdechetsStores(S3Checks s3, TrackdechetsSettings settings, KubernetesClient client) {
        this.s3 = s3;
        this.settings = settings;
        this.client = client;
    }

    static TrackdechetsStores open(TrackdechetsSettings settings, KubernetesClient client) {
        TrackdechetsSettings.Store store = settings.store();
        S3Checks s3 = S3Checks.connecting(store.endpoint(), store.region(), true)
                .withCredentials(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(store.accessKeyId(), store.secretAccessKey())))
                .open();
        return new TrackdechetsStores(s3, settings, client);
    }

    ObjectStorage lines() {
        return new ObjectStorage(
                s3,
                BUCKETS,
                keys(Secrets.APPLICATION, "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"),
                new Backups(
                        "PostgreSQL",
                        "trackdechets-postgres-backups",
                        "base/",
                        100 * MEBIBYTE,
                        KEPT_DAYS,
                        keys(Secrets.POSTGRES_BACKUP, BACKUP_ID, BACKUP_SECRET)),
                new Backups(
                        "MongoDB",
                        "trackdechets-mongodb-backups",
                        "dump/",
                        10 * MEBIBYTE,
                        KEPT_DAYS,
                        keys(Secrets.MONGODB_BACKUP, BACKUP_ID, BACKUP_SECRET)));
    }

    private SecretKeys keys(String name, String id, String secret) {
        return new SecretKeys(client, settings.cluster().namespace(), name, id, secret);
    }

    @Override
    public void close() {
        s3.close();
    }
}
