package dev.checklist.examples.ticketer;

import dev.checklist.examples.settings.ClusterSettings;
import dev.checklist.examples.settings.DatabaseSettings;
import dev.checklist.examples.settings.Network;
import dev.checklist.examples.settings.Values;
import dev.checklist.examples.settings.Workplace;
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
 * @param network how sites are looked at
 * @param database where its data are
 * @param monitoring what watches it
 * @param workplace where it is built
 */
public record TicketerSettings(
        ClusterSettings cluster,
        Release release,
        Site site,
        Network network,
        DatabaseSettings database,
        Monitoring monitoring,
        Workplace workplace) {
    /** Every name that a settings file may have; {@code ticketer.sample.properties} explains them. */
    public static final List<String> NAMES = Stream.of(
                    List.of(
                            "app.domain",
                            "app.httpUrl",
                            "app.session",
                            "app.url",
                            "candidate.url",
                            "jdbc.applicationUser",
                            "jdbc.name",
                            "kubernetes.clusterUid",
                            "kubernetes.context",
                            "kubernetes.kubeconfig",
                            "kubernetes.namespace",
                            "logs.url",
                            "prometheus.url",
                            "release.image",
                            "release.version",
                            "rollout.patience"),
                    Network.NAMES,
                    DatabaseSettings.NAMES,
                    Workplace.NAMES)
            .flatMap(List::stream)
            .sorted()
            .toList();

    /** How long a rollout may be on its way if {@code rollout.patience} is left out. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(5);

    /** Is the release: its version, its image as the manifest names it, and how long its rollout may be on its way. */
    public record Release(String version, String image, Duration patience) {
        /** Names the image's repository as the registry does. */
        String repository() {
            return image.substring(image.indexOf('/') + 1, image.lastIndexOf(':'));
        }
    }

    /** Is the application: its name in the DNS, over https and http, the candidate, and a session cookie. */
    public record Site(String domain, URI https, URI http, URI candidate, String session) {
        @Override
        public String toString() {
            return https.toString();
        }
    }

    /** Is what watches the application and its data; addresses may be none. */
    public record Monitoring(
            Optional<URI> prometheus, Optional<URI> logs, String databaseName, String applicationUser) {}

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
        URI https = given.url("app.url", "https");
        return new TicketerSettings(
                ClusterSettings.of(given, given.text("kubernetes.clusterUid")),
                new Release(
                        given.text("release.version"),
                        given.image("release.image"),
                        given.duration("rollout.patience", DEFAULT_PATIENCE)),
                new Site(
                        given.optional("app.domain").orElse(https.getHost()),
                        https,
                        given.url("app.httpUrl", "http"),
                        given.url("candidate.url", "https"),
                        given.secret("app.session")),
                Network.of(given),
                DatabaseSettings.of(given),
                new Monitoring(
                        given.urlOrNone("prometheus.url", "http"),
                        given.urlOrNone("logs.url", "http"),
                        given.text("jdbc.name"),
                        given.text("jdbc.applicationUser")),
                Workplace.of(given));
    }

    /** Returns the values that no report may show: the session as a header and without its name, and the passwords. */
    public String[] secrets() {
        String cookie = site.session().substring(site.session().indexOf('=') + 1);
        return Stream.concat(
                        Stream.of(site.session(), cookie, database.password()),
                        workplace.account().stream().map(Workplace.Account::password))
                .filter(secret -> secret.length() >= Values.SHORTEST_SECRET)
                .toArray(String[]::new);
    }
}
