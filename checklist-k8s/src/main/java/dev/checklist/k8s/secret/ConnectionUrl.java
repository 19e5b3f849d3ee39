package dev.checklist.k8s.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parts of a URL that leads to a database or service, percent-decoded; it never shows any of them. */
public final class ConnectionUrl {
    private static final Map<String, Integer> PORTS = Map.ofEntries(
            Map.entry("postgres", 5432),
            Map.entry("postgresql", 5432),
            Map.entry("mysql", 3306),
            Map.entry("mariadb", 3306),
            Map.entry("mongodb", 27017),
            Map.entry("redis", 6379),
            Map.entry("rediss", 6379),
            Map.entry("amqp", 5672),
            Map.entry("amqps", 5671),
            Map.entry("http", 80),
            Map.entry("https", 443));

    private final String scheme;
    private final @Nullable String user;
    private final @Nullable String password;
    private final List<Host> hosts;
    private final String path;

    /** One host of a URL, in lower case, and its port where one is written. */
    record Host(String name, OptionalInt port) {
        @Override
        public String toString() {
            return "***";
        }
    }

    ConnectionUrl(String scheme, @Nullable String user, @Nullable String password, List<Host> hosts, String path) {
        this.scheme = scheme;
        this.user = user;
        this.password = password;
        this.hosts = List.copyOf(hosts);
        this.path = path;
    }

    /**
     * Reads a URL with a host, such as {@code postgresql://user:password@host:5432/database}, one with {@code jdbc:}
     * before it, or one of {@code mongodb} or {@code postgresql} with several hosts.
     *
     * @throws NotAUrlException saying what it lacks, without a word of it
     */
    public static ConnectionUrl parse(String text) throws NotAUrlException {
        return new UrlText(text).parse();
    }

    static Optional<ConnectionUrl> in(String text) {
        try {
            return Optional.of(parse(text));
        } catch (NotAUrlException e) {
            return Optional.empty();
        }
    }

    /** Returns the password, if there is one that is not empty. */
    public Optional<String> password() {
        return Optional.ofNullable(password).filter(some -> !some.isEmpty());
    }

    /** Returns the names that its password must not contain: of the user and of the database. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        Optional.ofNullable(user).ifPresent(names::add);
        names.add(database());
        return names;
    }

    /** Returns the path without its slash; of Redis, where the default is written nowhere, {@code 0}. */
    private String database() {
        return path.isEmpty() && scheme.startsWith("redis") ? "0" : path;
    }

    /**
     * Says which parts are others than these; empty if none is.
     *
     * @param names of the hosts, all of them, in lower case
     * @param port of every host, also where it is the default of the scheme; empty for any
     * @param database exact
     */
    public Optional<String> otherThan(Set<String> names, OptionalInt port, String database) {
        List<String> others = new ArrayList<>();
        Set<String> found = new TreeSet<>();
        hosts.forEach(host -> found.add(host.name()));
        if (!found.equals(names)) {
            others.add("it names " + (found.containsAll(names) ? "further hosts" : "another host"));
        }
        if (port.isPresent() && scheme.equals("mongodb+srv")) {
            others.add("its port is in the DNS, so leave the port out");
        } else if (port.isPresent() && !hosts.stream().allMatch(host -> port(host) == port.getAsInt())) {
            others.add("it names another port");
        }
        if (!database().equals(database)) {
            others.add("it names another database");
        }
        return others.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", others));
    }

    private int port(Host host) {
        return host.port().orElseGet(() -> PORTS.getOrDefault(scheme, -1));
    }

    /** Writes the name of a host as it is compared: in lower case, without the dot of the root or brackets. */
    public static String hostName(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "").replaceAll("^\\[|\\]$", "");
    }

    @Override
    public String toString() {
        return "***";
    }
}
