package dev.checklist.registry;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Says which token servers may see the credentials of a registry. */
final class Realm {
    private static final Set<String> HUB = Set.of("auth.docker.io");

    private Realm() {}

    /** Tells whether a request to this address is safe enough: https, or plain where the registry itself is. */
    static boolean isReachable(URI realm, RegistryHost registry) {
        if (realm.getHost() == null || realm.getRawUserInfo() != null || realm.getScheme() == null) {
            return false;
        }
        boolean isPlain = realm.getScheme().equalsIgnoreCase("http")
                && registry.isPlain()
                && realm.getHost().equalsIgnoreCase(registry.api().getHost());
        return isPlain || realm.getScheme().equalsIgnoreCase("https");
    }

    /** Tells whether credentials may go there: to the registry's host, its registrable domain, or one allowed by name. */
    static boolean mayHaveCredentials(URI realm, RegistryHost registry, Set<String> allowed) {
        String host = realm.getHost().toLowerCase(Locale.ROOT);
        String own = registry.api().getHost().toLowerCase(Locale.ROOT);
        return isReachable(realm, registry)
                && (host.equals(own)
                        || allowed.contains(host)
                        || (registry.isHub() && HUB.contains(host))
                        || (!isAddress(host) && !isAddress(own) && domain(host).equals(domain(own))));
    }

    /**
     * Returns the registrable domain, cautiously: without the list of public suffixes, a short label before a country
     * (co.uk, com.au) is taken for a part of the suffix. A name of one label, or of a suffix alone, is its own domain.
     */
    static String domain(String host) {
        String[] labels = host.split("\\.");
        int last = labels.length - 1;
        if (last < 1) {
            return host;
        }
        boolean isSuffix = labels[last].length() == 2 && labels[last - 1].length() <= 3;
        int first = Math.max(0, isSuffix ? last - 2 : last - 1);
        return String.join(".", Arrays.asList(labels).subList(first, labels.length));
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }
}
