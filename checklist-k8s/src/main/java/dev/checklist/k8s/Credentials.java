package dev.checklist.k8s;

import io.fabric8.kubernetes.client.Config;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether a client's configuration has credentials, without ever reading what they are. */
final class Credentials {
    private Credentials() {}

    static boolean areIn(Config config) {
        return config.getOauthTokenProvider() != null
                || isAny(config.getOauthToken(), config.getAutoOAuthToken())
                || isAny(config.getUsername()) && isAny(config.getPassword())
                || isAny(config.getClientCertData(), config.getClientCertFile())
                        && isAny(config.getClientKeyData(), config.getClientKeyFile());
    }

    private static boolean isAny(@Nullable String... values) {
        return Stream.of(values).anyMatch(value -> value != null && !value.isBlank());
    }
}
