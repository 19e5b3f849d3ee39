package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.secret.ConnectionUrl;
import dev.checklist.k8s.secret.NotAUrlException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Has the checks of a URL that is the value of a key, such as a {@code DATABASE_URL}; nothing of it is shown. */
public final class SecretUrlChecks {
    private final Place place;
    private final String key;

    SecretUrlChecks(Place place, String key) {
        this.place = place;
        this.key = key;
    }

    /** Returns the checks of the password in the URL, percent-decoded. */
    public SecretPasswordChecks password() {
        return new SecretPasswordChecks(place, key);
    }

    /** Passes when the value is a URL with a host, all of it percent-encoded where it must be. */
    public Check isUrl() {
        return place.check(
                ResourceType.SECRET, "url " + key + " is a URL", "key " + key + " is a URL", new IsUrl(place, key));
    }

    /**
     * Passes when the URL leads to this host, port and database, and nowhere else.
     *
     * <p>A port that the URL leaves out is that of its scheme: postgresql, mysql, mariadb, mongodb, redis, amqp, http.
     * The one of {@code mongodb+srv} is in the DNS, so that no port can be shown: use
     * {@link #pointsTo(String, String)}.
     *
     * @param host as the URL writes it, of a URL with several hosts all of them with commas between
     * @param port from 1 to 65535, of every host
     * @param database the path without its first slash, percent-decoded; of Redis a number, 0 where the URL has none
     */
    public Check pointsTo(String host, int port, String database) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("the port is " + port + ": expected one from 1 to 65535");
        }
        return place.check(
                ResourceType.SECRET,
                "url " + key + " points to host, port and database",
                "key " + key + " points to " + host + ", port " + port + ", database " + database,
                new PointsTo(place, key, hosts(host), OptionalInt.of(port), database(database)));
    }

    /** Passes when the URL leads to this host and database, whatever the port, and nowhere else. */
    public Check pointsTo(String host, String database) {
        return place.check(
                ResourceType.SECRET,
                "url " + key + " points to host and database",
                "key " + key + " points to " + host + ", database " + database,
                new PointsTo(place, key, hosts(host), OptionalInt.empty(), database(database)));
    }

    private static Set<String> hosts(String host) {
        Set<String> hosts = new TreeSet<>();
        for (String each : host == null ? new String[] {""} : host.split(",", -1)) {
            if (!each.matches("[a-zA-Z0-9._-]+|[0-9a-fA-F.]*(:[0-9a-fA-F.]*){2,}|\\[[0-9a-fA-F:.]+\\]")) {
                throw new IllegalArgumentException("the host is " + (host == null ? "null" : "\"" + host + "\"")
                        + ": expected a name or an address without a port, or several with commas between");
            }
            hosts.add(ConnectionUrl.hostName(each));
        }
        return hosts;
    }

    private static String database(String database) {
        if (database == null || database.isBlank()) {
            throw new IllegalArgumentException("the database is " + (database == null ? "null" : "blank")
                    + ": expected its name, of Redis its number");
        }
        return database;
    }

    record IsUrl(Place place, String key) implements ValueProbe {
        @Override
        public String words() {
            return "is a URL";
        }

        @Override
        public Optional<String> flaw(SecretData data) throws Refusal {
            try {
                ConnectionUrl.parse(data.text(key));
                return Optional.empty();
            } catch (NotAUrlException e) {
                return Optional.of(e.flaw());
            }
        }
    }

    record PointsTo(Place place, String key, Set<String> hosts, OptionalInt port, String database)
            implements ValueProbe {
        @Override
        public String words() {
            return "points to " + String.join(", ", hosts) + (port.isPresent() ? ", port " + port.getAsInt() : "")
                    + ", database " + database;
        }

        @Override
        public Optional<String> flaw(SecretData data) throws Refusal {
            return data.url(key).otherThan(hosts, port, database);
        }
    }
}
