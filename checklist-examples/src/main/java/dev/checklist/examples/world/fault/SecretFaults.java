package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.WorldState;
import java.util.List;

/** What can be wrong with the Secrets of Trackdéchets. */
final class SecretFaults {
    private static final String APPLICATION = "Secret/trackdechets/trackdechets-secrets";
    private static final String DATA = "/stringData/";
    private static final String PLACEHOLDER = "changeme";

    private SecretFaults() {}

    static WorldState weakTokens(WorldState state) {
        return state.changing(
                APPLICATION,
                secret -> secret.with(DATA + "API_TOKEN_SECRET", "aB3dE5fG7h")
                        .with(DATA + "SESSION_SECRET", "aB3dE5fG7h")
                        .with(DATA + "WEBHOOK_TOKEN_ENCRYPTION_KEY", "aC3dE5fG7hI9jK1lM3nO5pQ7rS9tU1v"));
    }

    static WorldState placeholders(WorldState state) {
        return set(
                        set(
                                set(set(state, "postgres-credentials", "password"), "mongodb-credentials", "password"),
                                "postgres-backup-s3",
                                "SECRET_ACCESS_KEY"),
                        "mongodb-backup-s3",
                        "SECRET_ACCESS_KEY")
                .changing("Secret/trackdechets/trackdechets-tls", secret -> secret.with(DATA + "ca.crt", PLACEHOLDER));
    }

    static WorldState externalPlaceholders(WorldState state) {
        WorldState changed = state;
        for (String key : List.of(
                "SENDINBLUE_APIKEY",
                "INSEE_SECRET",
                "S3_SECRET_ACCESS_KEY",
                "GOTENBERG_TOKEN",
                "SENTRY_DSN",
                "QUEUE_MONITOR_TOKEN")) {
            changed = set(changed, "trackdechets-secrets", key);
        }
        return changed;
    }

    static WorldState credentialsMissing(WorldState state) {
        return state.removing("Secret/trackdechets/postgres-credentials")
                .removing("Secret/trackdechets/mongodb-credentials");
    }

    static WorldState backupSecretsMissing(WorldState state) {
        return state.removing("Secret/trackdechets/postgres-backup-s3")
                .removing("Secret/trackdechets/mongodb-backup-s3")
                .removing("Secret/trackdechets/trackdechets-tls");
    }

    static WorldState deleted(WorldState state) {
        return state.changing(APPLICATION, secret -> secret.with("/metadata/deletionTimestamp", "${now-1m}"));
    }

    static WorldState optional(WorldState state) {
        return state.changingAll("Pod", SecretFaults::startingWithout);
    }

    private static Resource startingWithout(Resource pod) {
        return pod.has("/spec/containers/0/envFrom/1/secretRef")
                ? pod.with("/spec/containers/0/envFrom/1/secretRef/optional", true)
                : pod;
    }

    private static WorldState set(WorldState state, String secret, String key) {
        return state.changing("Secret/trackdechets/" + secret, found -> found.with(DATA + key, PLACEHOLDER));
    }
}
