package dev.checklist.examples.world;

import dev.checklist.examples.world.server.Bench;
import dev.checklist.examples.world.server.NameServer;
import dev.checklist.examples.world.server.RegistryServer;
import dev.checklist.examples.world.server.S3Store;
import dev.checklist.examples.world.state.RegistryState;
import dev.checklist.examples.world.state.Surroundings;
import dev.checklist.examples.world.state.Template;
import dev.checklist.examples.world.state.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What is outside the cluster: name server, object store, registry, and the machine that runs a list. */
final class Surrounding {
    private final NameServer names;
    private final S3Store store;
    private final RegistryServer registry;
    private final Map<String, Bench> benches = new TreeMap<>();
    private Map<String, Workshop> workshops = Map.of();
    private RegistryState images = new RegistryState(Map.of(), true);
    private Template known = new Template(Map.of(), Instant.EPOCH);
    private final Map<String, String> commits = new TreeMap<>();

    private Surrounding(NameServer names, S3Store store, RegistryServer registry) {
        this.names = names;
        this.store = store;
        this.registry = registry;
    }

    static Surrounding start(Surroundings state, Path folder, Parts parts) throws IOException {
        Surrounding all = new Surrounding(
                parts.add(NameServer.start(state.names())),
                parts.add(S3Store.start(state.store())),
                parts.add(RegistryServer.start()));
        for (String list : state.workshops().keySet()) {
            all.benches.put(list, parts.add(Bench.in(folder.resolve(list))));
        }
        return all;
    }

    String registryHost() {
        return registry.host();
    }

    /**
     * Is in this state from now on.
     *
     * @return the template, which knows also the commits and the digests of images
     */
    Template become(Surroundings state, Template template) throws IOException {
        names.become(state.names());
        store.become(state.store());
        if (!state.workshops().equals(workshops) || !state.registry().equals(images)) {
            known = furnished(state, template);
            images = state.registry();
        }
        return known.at(template);
    }

    /** Makes the repositories, the images that are built from them, and the reports about these, in this order. */
    private Template furnished(Surroundings state, Template template) throws IOException {
        boolean isAnew = !state.workshops().equals(workshops);
        workshops = state.workshops();
        Template known = template;
        for (Map.Entry<String, Bench> bench : benches.entrySet()) {
            Workshop workshop = workshop(bench.getKey());
            if (isAnew) {
                // The release stays built from the first commit, whatever the repository becomes.
                String head = bench.getValue().commit(workshop, template);
                commits.putIfAbsent(bench.getKey(), head);
            }
            known = known.with("commit." + bench.getKey(), String.valueOf(commits.get(bench.getKey())));
        }
        Map<String, String> built = new TreeMap<>(state.registry().images());
        built.replaceAll((image, commit) -> filled(commit));
        registry.become(new RegistryState(built, state.registry().pushable()));
        for (String image : built.keySet()) {
            known = known.with("digest." + image, registry.digest(image));
        }
        for (Map.Entry<String, Bench> bench : benches.entrySet()) {
            bench.getValue().furnish(workshop(bench.getKey()), known);
        }
        return known;
    }

    private String filled(String commit) {
        String filled = commit;
        for (Map.Entry<String, String> known : commits.entrySet()) {
            filled = filled.replace("${commit." + known.getKey() + "}", known.getValue());
        }
        return filled;
    }

    private Workshop workshop(String list) {
        Workshop workshop = workshops.get(list);
        if (workshop == null) {
            throw new IllegalArgumentException("workshops: none for " + list + " any more");
        }
        return workshop;
    }

    /** Returns the settings of a list that lead here. */
    Map<String, String> settings(String list) {
        Map<String, String> all = new TreeMap<>();
        all.put("dns.servers", "127.0.0.1:" + names.port());
        all.put("registry.host", "http://" + registry.host());
        Bench bench = benches.get(list);
        if (bench != null) {
            all.put("repository", bench.repository().toString());
            all.put("archive", bench.archive().toString());
            all.put("tools.path", bench.tools() + ":" + System.getenv("PATH"));
        }
        if (list.equals("trackdechets")) {
            all.put("s3.endpoint", store.endpoint().toString());
        }
        return all;
    }
}
