package dev.checklist.examples.world;

import dev.checklist.examples.world.server.ApiServer;
import dev.checklist.examples.world.server.Certificate;
import dev.checklist.examples.world.server.Database;
import dev.checklist.examples.world.server.Listening;
import dev.checklist.examples.world.server.Loopback;
import dev.checklist.examples.world.server.Site;
import dev.checklist.examples.world.state.ApiBehaviour;
import dev.checklist.examples.world.state.DatabaseState;
import dev.checklist.examples.world.state.Endpoint;
import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.Response;
import dev.checklist.examples.world.state.Template;
import dev.checklist.examples.world.state.WorldState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * A running world: an API server, applications and what they use, a database, an object store and a name server on
 * loopback ports, which answer what a {@link WorldState} says.
 *
 * <p>Tokens, passwords and the certificate are made at the start and are gone at the end. Safe to close twice.
 */
public final class World implements AutoCloseable {
    private final Parts parts;
    private final WorldState first;
    private final Site site;
    private final Listening api;
    private final Surrounding surrounding;
    private final Template template;
    private final List<Resource> resources;
    private final Map<String, Map<String, String>> settings = new TreeMap<>();

    private World(WorldState first, Parts parts) throws IOException {
        this.first = first;
        this.parts = parts;
        WorldFolder folder = parts.add(WorldFolder.create());
        Credentials credentials = Credentials.random();
        Future<Certificate> made =
                parts.compute(() -> Certificate.create(first.surroundings().certificate()));
        Future<Listening> apiStart = parts.start(() -> api(first.api(), credentials));
        Future<Listening> databaseStart = parts.start(() -> database(first.database(), credentials));
        this.surrounding = Surrounding.start(first.surroundings(), folder.path(), parts);

        Certificate certificate = Parts.join(made);
        Set<Endpoint> endpoints =
                first.responses().stream().map(Response::endpoint).collect(Collectors.toSet());
        this.site = parts.add(Site.bind(certificate.context(), endpoints));
        int databasePort = Parts.join(databaseStart).port();
        this.template = Values.template(site, endpoints, certificate, credentials.applicationDatabaseUrl(databasePort))
                .with("database.name", credentials.databaseName())
                .with("registry.host", surrounding.registryHost());
        this.api = Parts.join(apiStart);
        Template known = fill(first, Instant.now());
        this.resources = first.resources().stream()
                .map(resource -> resource.mapText(known::fill))
                .toList();
        site.serve();
        parts.complete();

        Map<String, String> common = new TreeMap<>();
        common.put("trust", folder.write("site.pem", certificate.certificate()));
        common.put("jdbc.url", Database.jdbcUrl(databasePort, credentials.databaseName()));
        common.put("jdbc.user", Database.USER);
        common.put("jdbc.password", credentials.databasePassword());
        for (Map.Entry<String, Map<String, String>> list : first.facts().entrySet()) {
            String kubeconfig = Kubeconfig.of(list.getValue(), api.port(), credentials.token());
            Map<String, String> all = new TreeMap<>(common);
            list.getValue().forEach((name, fact) -> all.put(name, known.fill(fact)));
            all.putAll(Values.settings(list.getKey(), site, endpoints));
            all.putAll(surrounding.settings(list.getKey()));
            all.put("kubernetes.kubeconfig", folder.write("kubeconfig-" + list.getKey(), kubeconfig));
            settings.put(list.getKey(), Collections.unmodifiableMap(all));
        }
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
     * @throws IllegalArgumentException if database, facts, certificate or the API server's availability differ from the
     *     state that this world was started with, or if the state holds a placeholder that nobody fills
     */
    public void become(WorldState other) {
        become(other, Instant.now());
    }

    /**
     * Answers another state as it looks at this time: the day before or after takes no day.
     *
     * @throws IllegalArgumentException as {@link #become(WorldState)}
     */
    public void become(WorldState other, Instant now) {
        if (!other.database().equals(first.database())
                || !other.facts().equals(first.facts())
                || !other.surroundings()
                        .certificate()
                        .equals(first.surroundings().certificate())
                || other.api().availability() != first.api().availability()) {
            throw new IllegalArgumentException(
                    "other: its database, facts, certificate or API server's availability differ; start a world of its own for it");
        }
        try {
            fill(other, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Template fill(WorldState state, Instant now) throws IOException {
        Template known = surrounding.become(state.surroundings(), template.at(now));
        site.become(state.responses(), known);
        if (api instanceof ApiServer server) {
            server.become(state, known);
        }
        return known;
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

    /** Gives everything that a release manager needs to look at this world, by the names of Ticketer's settings file. */
    public Map<String, String> settings() {
        return settings("ticketer");
    }

    /**
     * Gives the same by the names of a list's settings file.
     *
     * @throws IllegalArgumentException if this world has nothing for that list
     */
    public Map<String, String> settings(String list) {
        Map<String, String> found = settings.get(list);
        if (found == null) {
            throw new IllegalArgumentException("list: no world for " + list + "; there is one for " + lists());
        }
        return found;
    }

    /** Returns the objects that this world began with, placeholders filled, for a real API server to take. */
    public List<Resource> resources() {
        return resources;
    }

    /** Names the lists that can look at this world. */
    public Set<String> lists() {
        return Collections.unmodifiableSet(settings.keySet());
    }

    /**
     * Closes every port and ends every thread of this world; whoever else closes it waits until that is done, since a
     * process may end by its input and by a signal at once.
     *
     * @throws UncheckedIOException if a part resists; the others are closed nevertheless
     */
    @Override
    public synchronized void close() {
        try {
            parts.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
