package dev.checklist.examples.trackdechets;

import dev.checklist.examples.settings.ClusterSettings;
import dev.checklist.examples.settings.DatabaseSettings;
import dev.checklist.examples.settings.Network;
import dev.checklist.examples.settings.Values;
import dev.checklist.examples.settings.Workplace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says where Trackdéchets is deployed: the same values for the embedded world and for a real one.
 *
 * @param cluster which cluster and namespace
 * @param release what is released, and to which environment
 * @param sites where the application answers
 * @param services what it uses of others
 * @param monitoring what watches it
 * @param store its object store
 * @param workplace where it is built
 */
public record TrackdechetsSettings(
        ClusterSettings cluster,
        Release release,
        Sites sites,
        Services services,
        Monitoring monitoring,
        Store store,
        Workplace workplace) {
    /** Every name that a settings file may have; {@code trackdechets.sample.properties} explains them. */
    public static final List<String> NAMES = SettingNames.ALL;

    /** How long a rollout may be on its way if {@code rollout.patience} is left out. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(10);

    /**
     * Is the release.
     *
     * @param environment dev, staging or production
     * @param version the tag of its images
     * @param registry the repository above the images, such as {@code registry.example.com/trackdechets}
     * @param patience how long its rollout may be on its way
     * @param loadTestedAt when the load test began
     * @param back where it was rolled back to, if it was
     */
    public record Release(
            String environment,
            String version,
            String registry,
            Duration patience,
            Instant loadTestedAt,
            Optional<Back> back) {
        /** Names the image of one of its deployments. */
        String image(String deployment) {
            return image(deployment, version);
        }

        /** Names the image of a deployment in another version. */
        String image(String deployment, String other) {
            return registry + "/" + deployment + ":" + other;
        }

        /** Names the repository of one of its images, as the registry does. */
        String repository(String deployment) {
            return registry.substring(registry.indexOf('/') + 1) + "/" + deployment;
        }
    }

    /**
     * Is the release before, which a roll-back brought back.
     *
     * @param version the tag of its images
     * @param migration the newest migration that it knows, if the database has a history of them
     */
    public record Back(String version, Optional<String> migration) {}

    /** Is the application as its users see it, and how it is looked at. */
    public record Sites(Site ui, Site api, Site notifier, Network network) {
        List<Site> all() {
            return List.of(ui, api, notifier);
        }

        List<String> domains() {
            return all().stream().map(Site::domain).toList();
        }
    }

    /** Is one site: what the page calls it, its name in the DNS, its address over https, and over http. */
    public record Site(String name, String domain, URI https, URI http) {}

    /**
     * Is what the application uses of others.
     *
     * @param usesSentry whether errors are reported to Sentry
     * @param usesCertManager whether cert-manager issues the certificates
     * @param tunnels what has an address inside the cluster only
     */
    public record Services(
            Keyed mail,
            Keyed insee,
            URI pdf,
            boolean usesSentry,
            boolean usesCertManager,
            Tunnels tunnels,
            Capacity capacity) {}

    /** Is a service with the key to it. */
    public record Keyed(URI url, String key) {
        @Override
        public String toString() {
            return url.toString();
        }
    }

    /** Is what a tunnel leads to, where there is one. */
    public record Tunnels(Optional<URI> search, Optional<DatabaseSettings> database) {}

    /** Is what the release needs of the cluster, in cores and bytes. */
    public record Capacity(String cpu, String memory) {}

    /** Is what watches the application; each may be none. */
    public record Monitoring(
            Optional<URI> prometheus,
            Optional<URI> grafana,
            String grafanaToken,
            String dashboard,
            Optional<URI> logs) {
        @Override
        public String toString() {
            return "monitoring";
        }
    }

    /** Is the object store, with the keys of who runs the list. */
    public record Store(URI endpoint, String region, String accessKeyId, String secretAccessKey) {
        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    /**
     * Reads a settings file.
     *
     * @throws IllegalArgumentException if it cannot be read, or a setting is missing, unknown or malformed
     */
    public static TrackdechetsSettings read(Path file) {
        return SettingNames.take(Values.read(file, NAMES));
    }

    /**
     * Takes the values by the names of the settings file.
     *
     * @throws IllegalArgumentException if one is missing, unknown or malformed
     */
    public static TrackdechetsSettings of(Map<String, String> values) {
        return SettingNames.take(new Values(values, NAMES));
    }

    /** Returns the values that no report may show. */
    public String[] secrets() {
        return Stream.of(services.mail.key, services.insee.key, monitoring.grafanaToken, store.secretAccessKey)
                .flatMap(secret -> Stream.concat(
                        Stream.of(secret),
                        Stream.concat(
                                services.tunnels.database.stream().map(DatabaseSettings::password),
                                workplace.account().stream().map(Workplace.Account::password))))
                .distinct()
                .toArray(String[]::new);
    }
}
