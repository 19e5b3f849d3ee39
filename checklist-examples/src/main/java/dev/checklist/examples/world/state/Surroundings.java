package dev.checklist.examples.world.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What is outside the cluster, as data.
 *
 * @param names the addresses that the name server knows, by host name
 * @param certificate what the sites show
 * @param store the object store
 */
public record Surroundings(Map<String, List<String>> names, CertificateState certificate, StoreState store) {
    /** Keeps an unmodifiable copy of the names. */
    public Surroundings {
        names = Map.copyOf(names);
    }

    /** Gives a name other addresses; without any it does not exist. */
    public Surroundings naming(String host, String... addresses) {
        Map<String, List<String>> others = new HashMap<>(names);
        if (addresses.length == 0) {
            others.remove(host);
        } else {
            others.put(host, List.of(addresses));
        }
        return new Surroundings(others, certificate, store);
    }

    /** Shows another certificate. */
    public Surroundings with(CertificateState other) {
        return new Surroundings(names, other, store);
    }

    /** Has another store. */
    public Surroundings storing(UnaryOperator<StoreState> change) {
        return new Surroundings(names, certificate, change.apply(store));
    }

    /** Knows the names of both, shows one certificate for all hosts, and has the store that holds something. */
    Surroundings and(Surroundings other) {
        Map<String, List<String>> all = new HashMap<>(names);
        all.putAll(other.names);
        TreeSet<String> hosts = new TreeSet<>(certificate.hosts());
        hosts.addAll(other.certificate.hosts());
        return new Surroundings(
                all,
                certificate.with(List.copyOf(hosts)),
                store.buckets().isEmpty() ? other.store : store);
    }
}
