package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.SundrioConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Is one context of one kubeconfig file, complete and with nothing from elsewhere: the client alone would take the
 * current context for one that is missing, a default server for a missing cluster, and nobody for a missing user.
 */
final class Kubeconfig {
    private final Path file;
    private final String context;

    private Kubeconfig(Path file, String context) {
        this.file = file;
        this.context = context;
    }

    static Kubeconfig of(@Nullable Path file, @Nullable String context) {
        if (file == null) {
            throw new IllegalArgumentException("the kubeconfig is null: give the path of the file");
        }
        if (context == null || context.isBlank()) {
            throw new IllegalArgumentException("the context is " + (context == null ? "null" : "blank")
                    + ": name one of " + file + ", since the current one may change");
        }
        return new Kubeconfig(file, context);
    }

    /** Reads the context. Where the user has an {@code exec} entry, the program named there is run. */
    Config config() {
        return new OfFile(load(), this);
    }

    private Config load() {
        KubeconfigFile parsed = KubeconfigFile.read(file);
        Context wanted = parsed.context(context);
        Cluster cluster = parsed.cluster(wanted.getCluster());
        AuthInfo user = parsed.user(wanted.getUser());
        String server = ServerAddress.checked("the server of " + this, cluster.getServer());
        if (Boolean.TRUE.equals(cluster.getInsecureSkipTlsVerify())) {
            throw new IllegalArgumentException(this + " skips the verification of the server's certificate: anybody can"
                    + " answer in its place; give certificate-authority-data instead of insecure-skip-tls-verify");
        }
        mustHoldAuthority(cluster);
        Config config = read();
        config.setMasterUrl(server);
        // Would renew itself over the network and write the new token into the file.
        config.setAuthProvider(null);
        // What the client passes over: a token in a file, and whom to act as.
        if (isGiven(user.getTokenFile())) {
            config.setAutoOAuthToken(token(file.resolveSibling(user.getTokenFile())));
        }
        config.setImpersonateUsername(user.getAs());
        config.setImpersonateGroups(Objects.requireNonNullElse(user.getAsGroups(), List.<String>of())
                .toArray(new String[0]));
        config.setImpersonateExtras(user.getAsUserExtra());
        if (user.getExec() != null && !Credentials.areIn(config)) {
            throw new IllegalArgumentException(
                    "the exec plugin \"" + user.getExec().getCommand() + "\" of " + this
                            + " gave no credentials: is it installed, and are you logged in?");
        }
        return config;
    }

    /** The client passes over an authority that it cannot use, and trusts those of the platform instead. */
    private void mustHoldAuthority(Cluster cluster) {
        if (isGiven(cluster.getCertificateAuthorityData())) {
            Certificates.mustBeIn("certificate-authority-data of " + this, cluster.getCertificateAuthorityData());
        } else if (isGiven(cluster.getCertificateAuthority())) {
            Path authority = file.resolveSibling(cluster.getCertificateAuthority());
            Certificates.mustBeIn("the certificate-authority " + authority + " of " + this, authority);
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private Config read() {
        try {
            return Config.fromKubeconfig(context, file.toFile());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(this + " cannot be used: is its exec plugin installed? ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private String token(Path tokenFile) {
        try {
            return Files.readString(tokenFile).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("the token file " + tokenFile + " of " + this + " cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }

    @Override
    public String toString() {
        return "the context \"" + context + "\" of " + file;
    }

    /**
     * Renews its token from its own file alone: the client's way would also ask the environment, which may hold another
     * token, another server and the word that certificates are not to be checked.
     */
    private static final class OfFile extends Config {
        private final Kubeconfig source;

        OfFile(SundrioConfig loaded, Kubeconfig source) {
            super(loaded, true);
            this.source = source;
        }

        @Override
        public Config refresh() {
            try {
                Config fresh = source.load();
                return fresh.getMasterUrl().equals(getMasterUrl()) ? fresh : this;
            } catch (IllegalArgumentException e) {
                return this; // the file is being changed: the server will say what the old token is worth
            }
        }
    }
}
