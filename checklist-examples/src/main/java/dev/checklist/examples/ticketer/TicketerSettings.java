package dev.checklist.examples.ticketer;

import dev.checklist.examples.settings.Values;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says where Ticketer is deployed: the same values for the embedded world and for a real one.
 *
 * @param cluster which cluster and namespace
 * @param release what is released
 * @param site where the application answers
 * @param database where its data are
 */
public record TicketerSettings(Cluster cluster, Release release, Site site, Database database) {
    /** Every name that a settings file may have; {@code ticketer.sample.properties} explains them. */
    public static final List<String> NAMES = List.of(
            "app.httpUrl",
            "app.session",
            "app.url",
            "candidate.url",
            "jdbc.password",
            "jdbc.url",
            "jdbc.user",
            "kubernetes.clusterUid",
            "kubernetes.context",
            "kubernetes.kubeconfig",
            "kubernetes.namespace",
            "release.image",
            "release.version",
            "rollout.patience",
            "trust");

    /** How long a rollout may be on its way if {@code rollout.patience} is left out. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(5);

    /** Is the cluster: its kubeconfig, the context in it, the namespace, and the uid of its kube-system. */
    public record Cluster(Path kubeconfig, String context, String namespace, String uid) {}

    /** Is the release: its version, its image as the manifest names it, and how long its rollout may be on its way. */
    public record Release(String version, String image, Duration patience) {}

    /** Is the application: over https and http, the candidate, a session cookie, and a certificate to trust. */
    public record Site(URI https, URI http, URI candidate, String session, Optional<Path> trust) {
        @Override
        public String toString() {
            return https.toString();
        }
    }

    /** Is the database: a JDBC URL without a password, and the account. */
    public record Database(String url, String user, String password) {
        @Override
        public String toString() {
            return "database of " + user;
        }
    }

    /**
     * Reads a settings file.
     *
     * @throws IllegalArgumentException if it cannot be read, or a setting is missing, unknown or malformed
     */
    public static TicketerSettings read(Path file) {
        return of(Values.read(file, NAMES));
    }

    /**
     * Takes the values by the names of the settings file.
     *
     * @throws IllegalArgumentException if one is missing, unknown or malformed
     */
    public static TicketerSettings of(Map<String, String> values) {
        return of(new Values(values, NAMES));
    }

    private static TicketerSettings of(Values given) {
        return new TicketerSettings(
                new Cluster(
                        given.file("kubernetes.kubeconfig"),
                        given.text("kubernetes.context"),
                        given.text("kubernetes.namespace"),
                        given.text("kubernetes.clusterUid")),
                new Release(
                        given.text("release.version"),
                        given.text("release.image"),
                        given.duration("rollout.patience", DEFAULT_PATIENCE)),
                new Site(
                        given.url("app.url", "https"),
                        given.url("app.httpUrl", "http"),
                        given.url("candidate.url", "https"),
                        given.secret("app.session"),
                        given.optionalFile("trust")),
                new Database(given.jdbcUrl("jdbc.url"), given.text("jdbc.user"), given.secret("jdbc.password")));
    }

    /** Returns the values that no report may show: the session as a header and without its name, and the password. */
    public String[] secrets() {
        String cookie = site.session().substring(site.session().indexOf('=') + 1);
        return Stream.of(site.session(), cookie, database.password())
                .filter(secret -> secret.length() >= Values.SHORTEST_SECRET)
                .toArray(String[]::new);
    }
}
