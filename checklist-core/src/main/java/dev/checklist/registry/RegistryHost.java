package dev.checklist.registry;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is a registry by the name that image references have, and the address that serves its API.
 *
 * @param name such as {@code registry.example:5000}, or {@code docker.io}
 */
record RegistryHost(String name, URI api) {
    private static final String HUB = "docker.io";
    private static final Set<String> HUB_NAMES = Set.of(HUB, "index.docker.io", "registry-1.docker.io");
    private static final String NAME = "([a-z0-9]([-a-z0-9]*[a-z0-9])?\\.?)+(:\\d{1,5})?|\\[[0-9a-f:]+](:\\d{1,5})?";

    /** Reads a host; plain http is for this machine itself, unless the author wants it. */
    static RegistryHost of(@Nullable String host, boolean isPlain) {
        String given = host == null ? "" : host.strip().toLowerCase(Locale.ROOT);
        boolean saysHttp = given.startsWith("http://");
        String name = saysHttp ? given.substring("http://".length()) : given;
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("host is " + (host == null ? "null" : "\"" + shown(host) + "\"")
                    + ": expected a name such as registry.example:5000, without scheme, path and user");
        }
        if (HUB_NAMES.contains(name)) {
            return new RegistryHost(HUB, URI.create("https://registry-1.docker.io"));
        }
        URI api = URI.create((saysHttp || isPlain ? "http://" : "https://") + name);
        if (api.getHost() == null || api.getPort() > 65_535 || api.getPort() == 0) {
            throw new IllegalArgumentException("host is \"" + shown(name) + "\": expected a name and a port");
        }
        if (saysHttp && !isPlain && !Realm.isLoopback(api.getHost())) {
            throw new IllegalArgumentException("host is \"" + shown(given)
                    + "\": plain http is for this machine itself, else say RegistryChecks.overPlainHttp(host)");
        }
        return new RegistryHost(name, api);
    }

    boolean isHub() {
        return name.equals(HUB);
    }

    boolean isPlain() {
        return api.getScheme().equals("http");
    }

    /** Returns the repository as the API names it: on Docker Hub those without an owner belong to "library". */
    String path(String repository) {
        return isHub() && repository.indexOf('/') < 0 ? "library/" + repository : repository;
    }

    /** Returns the names under which a Docker configuration may hold the credentials. */
    List<String> configurationKeys() {
        return isHub()
                ? List.of("https://index.docker.io/v1/", "index.docker.io", "docker.io", "registry-1.docker.io")
                : List.of(
                        name,
                        "https://" + name,
                        "http://" + name,
                        "https://" + name + "/v1/",
                        "https://" + name + "/v2/",
                        "https://" + name + "/");
    }

    private static String shown(String text) {
        // whatever stands before an at sign may be a password
        return text.replaceFirst("(?s).*@", "***@").replaceFirst("(?s)\\?.*", "?***");
    }

    @Override
    public String toString() {
        return name;
    }
}
