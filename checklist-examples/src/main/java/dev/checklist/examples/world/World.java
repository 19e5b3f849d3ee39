package dev.checklist.examples.world;

import dev.checklist.examples.world.server.ApiServer;
import dev.checklist.examples.world.server.Certificate;
import dev.checklist.examples.world.server.Database;
import dev.checklist.examples.world.server.Listening;
import dev.checklist.examples.world.server.Loopback;
import dev.checklist.examples.world.server.Site;
import dev.checklist.examples.world.server.Token;
import dev.checklist.examples.world.state.ApiBehaviour;
import dev.checklist.examples.world.state.DatabaseState;
import dev.checklist.examples.world.state.Endpoint;
import dev.checklist.examples.world.state.Template;
import dev.checklist.examples.world.state.WorldState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;

/**
 * A running world: an API server, an application and a database on loopback ports, which answer what a
 * {@link WorldState} says.
 *
 * <p>Tokens, passwords and the certificate are made at the start and are gone at the end. Safe to close twice.
 */
public final class World implements AutoCloseable {
    private final Parts parts;
    private final WorldState first;
    private final Site site;
    private final Listening api;
    private final Template template;
    private final Map<String, String> settings;

    private World(WorldState first, Parts parts) throws IOException {
        this.first = first;
        this.parts = parts;
        WorldFolder folder = parts.add(WorldFolder.create());
        Credentials credentials = Credentials.random();
        Future<Certificate> keytool = parts.compute(() -> Certificate.create(folder.path()));
        Future<Listening> apiStart = parts.start(() -> api(first.api(), credentials));
        Future<Listening> databaseStart = parts.start(() -> database(first.database(), credentials));

        Certificate certificate = Parts.join(keytool);
        this.site = parts.add(Site.bind(certificate.context()));
        int databasePort = Parts.join(databaseStart).port();
        this.template = template(site, certificate, credentials.applicationDatabaseUrl(databasePort));
        this.api = Parts.join(apiStart);
        fill(first);
        site.serve();
        parts.complete();

        Map<String, String> all = new TreeMap<>(first.facts());
        all.put("app.url", site.url(Endpoint.SITE));
        all.put("app.httpUrl", site.url(Endpoint.PLAIN));
        all.put("app.session", site.session());
        all.put("candidate.url", site.url(Endpoint.CANDIDATE));
        all.put("trust", folder.write("site.pem", certificate.certificate()));
        all.put("jdbc.url", Database.jdbcUrl(databasePort, credentials.databaseName()));
        all.put("jdbc.user", Database.USER);
        all.put("jdbc.password", credentials.databasePassword());
        String kubeconfig = Kubeconfig.of(first.facts(), api.port(), credentials.token());
        all.put("kubernetes.kubeconfig", folder.write("kubeconfig", kubeconfig));
        this.settings = Collections.unmodifiableMap(all);
    }

    /**
     * Starts all parts side by side and returns when every port answers as the state says.
     *
     * @throws IOException if a part does not start; nothing is left running then
     * @throws IllegalArgumentException if the state holds a placeholder that nobody fills
     */
    public static World start(WorldState state) throws IOException {
        Parts parts = new Parts();
        try {
            return new World(state, parts);
        } catch (IOException | RuntimeException e) {
            try (parts) {
                throw e;
            }
        }
    }

    /**
     * Answers another state from now on, on the same ports and with the same credentials: much faster than a new world.
     *
     * @throws IllegalArgumentException if database, facts or the API server's availability differ from the state that
     *     this world was started with, or if the state holds a placeholder that nobody fills
     */
    public void become(WorldState other) {
        if (!other.database().equals(first.database())
                || !other.facts().equals(first.facts())
                || other.api().availability() != first.api().availability()) {
            throw new IllegalArgumentException(
                    "other: its database, facts or API server's availability differ; start a world of its own for it");
        }
        fill(other);
    }

    private void fill(WorldState state) {
        site.become(state.responses(), template);
        if (api instanceof ApiServer server) {
            server.become(state.api(), state.resources(), template);
        }
    }

    private static Template template(Site site, Certificate certificate, String databaseUrl) {
        Map<String, String> values = Map.of(
                "site.url", site.url(Endpoint.SITE),
                "site.host", "localhost",
                "site.certificate", certificate.certificate(),
                "site.privateKey", certificate.privateKey(),
                "application.databaseUrl", databaseUrl,
                "application.sessionSecret", Token.random());
        return new Template(values, Instant.now());
    }

    private static Listening api(ApiBehaviour behaviour, Credentials credentials) throws IOException {
        return switch (behaviour.availability()) {
            case UP -> ApiServer.start(behaviour, credentials.token());
            case HANGS -> Loopback.hanging();
            case GONE -> Loopback.refusing();
        };
    }

    private static Listening database(DatabaseState state, Credentials credentials) throws IOException {
        return switch (state.availability()) {
            case UP -> Database.start(credentials.databaseName(), credentials.databasePassword(), state.statements());
            case HANGS -> Loopback.hanging();
            case GONE -> Loopback.refusing();
        };
    }

    /** Gives everything that a release manager needs to look at this world, by the names of the settings file. */
    public Map<String, String> settings() {
        return settings;
    }

    /**
     * Closes every port and ends every thread of this world.
     *
     * @throws UncheckedIOException if a part resists; the others are closed nevertheless
     */
    @Override
    public void close() {
        try {
            parts.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
