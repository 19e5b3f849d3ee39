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
 * @param registry the container registry
 * @param workshops the machine that runs a list, by list
 */
public record Surroundings(
        Map<String, List<String>> names,
        CertificateState certificate,
        StoreState store,
        RegistryState registry,
        Map<String, Workshop> workshops) {
    /** Keeps unmodifiable copies. */
    public Surroundings {
        names = Map.copyOf(names);
        workshops = Map.copyOf(workshops);
    }

    /** Gives a name other addresses; without any it does not exist. */
    public Surroundings naming(String host, String... addresses) {
        Map<String, List<String>> others = new HashMap<>(names);
        if (addresses.length == 0) {
            others.remove(host);
        } else {
            others.put(host, List.of(addresses));
        }
        return new Surroundings(others, certificate, store, registry, workshops);
    }

    /** Shows another certificate. */
    public Surroundings certified(UnaryOperator<CertificateState> change) {
        return new Surroundings(names, change.apply(certificate), store, registry, workshops);
    }

    /** Has another store. */
    public Surroundings storing(UnaryOperator<StoreState> change) {
        return new Surroundings(names, certificate, change.apply(store), registry, workshops);
    }

    /** Has another registry. */
    public Surroundings registering(UnaryOperator<RegistryState> change) {
        return new Surroundings(names, certificate, store, change.apply(registry), workshops);
    }

    /**
     * Has another machine to run a list.
     *
     * @throws IllegalArgumentException if there is none for that list
     */
    public Surroundings working(String list, UnaryOperator<Workshop> change) {
        Workshop workshop = workshops.get(list);
        if (workshop == null) {
            throw new IllegalArgumentException("list: no workshop for " + list + " among " + workshops.keySet());
        }
        Map<String, Workshop> others = new HashMap<>(workshops);
        others.put(list, change.apply(workshop));
        return new Surroundings(names, certificate, store, registry, others);
    }

    /** Knows the names of both, shows one certificate for all hosts, and has the store that holds something. */
    Surroundings and(Surroundings other) {
        Map<String, List<String>> all = new HashMap<>(names);
        all.putAll(other.names);
        TreeSet<String> hosts = new TreeSet<>(certificate.hosts());
        hosts.addAll(other.certificate.hosts());
        Map<String, Workshop> both = new HashMap<>(workshops);
        both.putAll(other.workshops);
        return new Surroundings(
                all,
                certificate.with(List.copyOf(hosts)),
                store.buckets().isEmpty() ? other.store : store,
                registry.and(other.registry),
                both);
    }
}
