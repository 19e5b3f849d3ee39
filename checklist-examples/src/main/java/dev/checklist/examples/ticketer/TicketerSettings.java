package dev.checklist.examples.ticketer;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says where Ticketer is deployed: the same values for the embedded world and for a real one.
 *
 * @param cluster which cluster and namespace
 * @param release what is released
 * @param site where the application answers
 * @param database where its data are
 */
public record TicketerSettings(Cluster cluster, Release release, Site site, Database database) {

    /** Is the cluster: its kubeconfig, the context in it, the namespace, and the uid of its kube-system. */
    public record Cluster(Path kubeconfig, String context, String namespace, String uid) {}

    /** Is the release: its version and its image as the manifest names it. */
    public record Release(String version, String image) {}

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
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the settings file " + file + " cannot be read: " + e.getMessage(), e);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> values.put(name, properties.getProperty(name).strip()));
        return of(values);
    }

    /** Takes the values by the names of the settings file. */
    public static TicketerSettings of(Map<String, String> values) {
        Values given = new Values(values);
        TicketerSettings settings = new TicketerSettings(
                new Cluster(
                        given.path("kubernetes.kubeconfig"),
                        given.text("kubernetes.context"),
                        given.text("kubernetes.namespace"),
                        given.text("kubernetes.clusterUid")),
                new Release(given.text("release.version"), given.text("release.image")),
                new Site(
                        given.url("app.url", "https"),
                        given.url("app.httpUrl", "http"),
                        given.url("candidate.url", "https"),
                        given.text("app.session"),
                        given.optionalPath("trust")),
                new Database(given.text("jdbc.url"), given.text("jdbc.user"), given.text("jdbc.password")));
        given.refuseUnknown();
        return settings;
    }

    /** Returns the values that no report may show. */
    public String[] secrets() {
        return Stream.of(site.session(), database.password())
                .filter(secret -> secret.length() >= 4)
                .toArray(String[]::new);
    }

    /** Takes values by name, and remembers which names it knows. */
    private static final class Values {
        private final Map<String, String> values;
        private final Set<String> known = new TreeSet<>();

        private Values(Map<String, String> values) {
            this.values = values;
        }

        private @Nullable String find(String name) {
            known.add(name);
            String value = values.get(name);
            return value == null || value.isBlank() ? null : value;
        }

        private String text(String name) {
            String value = find(name);
            if (value == null) {
                throw new IllegalArgumentException("the setting " + name + " is missing: give it a value");
            }
            return value;
        }

        private Path path(String name) {
            Path path = Path.of(text(name));
            if (!Files.isReadable(path)) {
                throw new IllegalArgumentException("the setting " + name + " is " + path + ": no such readable file");
            }
            return path;
        }

        private Optional<Path> optionalPath(String name) {
            return find(name) == null ? Optional.empty() : Optional.of(path(name));
        }

        private URI url(String name, String scheme) {
            String text = text(name);
            try {
                URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
                if (scheme.equals(url.getScheme()) && url.getHost() != null) {
                    return url;
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "the setting " + name + " is no URL: expected " + scheme + "://host", e);
            }
            throw new IllegalArgumentException(
                    "the setting " + name + " is " + text + ": expected a URL such as " + scheme + "://host");
        }

        private void refuseUnknown() {
            Set<String> unknown = new TreeSet<>(values.keySet());
            unknown.removeAll(known);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("unknown settings " + unknown + ": expected " + known);
            }
        }
    }
}
