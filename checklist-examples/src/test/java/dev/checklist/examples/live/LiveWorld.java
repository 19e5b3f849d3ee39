package dev.checklist.examples.live;

import dev.checklist.examples.BrokenLines;
import dev.checklist.examples.world.World;
import dev.checklist.examples.world.state.TrackdechetsStore;
import dev.checklist.examples.world.state.WorldState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The world of both pages with a real API server and a real store in it; sites, names, registry, database, repository and
 * tools are those of the embedded world.
 */
final class LiveWorld implements AutoCloseable {
    /** What the sample lets a person leave out, and the embedded world does not need. */
    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
            "ticketer", Set.of("registry.user", "registry.password", "registry.variable"),
            "trackdechets", Set.of("registry.user", "registry.password", "cluster.dev"));

    private final Path folder;
    private final Deque<Runnable> ends;
    private final LiveApi api;
    private final World world;
    private final SeededStore store;

    /** The store is filled before the cluster: a backup has to be older than the pods of the release. */
    private LiveWorld(Path folder, Deque<Runnable> ends) throws IOException {
        this.folder = folder;
        this.ends = ends;
        this.api = new LiveApi();
        ends.push(api::close);
        this.world = World.start(state(api));
        ends.push(world::close);
        this.store = SeededStore.fill();
        ends.push(store::close);
        ends.push(SeededCluster.of(world.resources(), api)::close);
    }

    /**
     * Starts it.
     *
     * @throws IllegalStateException if there is something where the world's things would be made; nothing is left then
     */
    static LiveWorld start(Path folder) throws IOException {
        Deque<Runnable> ends = new ArrayDeque<>();
        try {
            return new LiveWorld(folder, ends);
        } catch (IOException | RuntimeException e) {
            close(ends);
            throw e;
        }
    }

    private static WorldState state(LiveApi api) {
        WorldState state = WorldState.both()
                .knowing("ticketer", "kubernetes.clusterUid", api.uid())
                .knowing("trackdechets", "cluster.production", api.uid())
                .knowing("trackdechets", "s3.region", SeededStore.REGION)
                .changingAll("Secret", secret -> secret.mapText(LiveWorld::withKeys));
        for (String list : List.of("ticketer", "trackdechets")) {
            String name = state.facts().getOrDefault(list, Map.of()).getOrDefault("kubernetes.context", "");
            state = state.knowing(list, "kubernetes.context", api.context())
                    .surroundedBy(around -> around.working(
                            list,
                            workshop -> workshop.tooled(
                                    "kubectl",
                                    workshop.tools().getOrDefault("kubectl", "").replace(name, api.context()))));
        }
        return state;
    }

    private static String withKeys(String text) {
        String own = text.replace("${secret.store}", SeededStore.SECRET_KEY);
        for (String key : List.of(
                TrackdechetsStore.APPLICATION_KEY, TrackdechetsStore.POSTGRES_KEY, TrackdechetsStore.MONGODB_KEY)) {
            own = own.replace(key, SeededStore.ACCESS_KEY);
        }
        return own;
    }

    LiveApi server() {
        return api;
    }

    /** Returns everything that a release manager needs to look at this world. */
    Map<String, String> values(String list) {
        Map<String, String> values = new TreeMap<>(world.settings(list));
        values.put("kubernetes.kubeconfig", api.file().toString());
        if (list.equals("trackdechets")) {
            values.putAll(Map.of(
                    "s3.endpoint", store.endpoint().toString(),
                    "s3.accessKeyId", SeededStore.ACCESS_KEY,
                    "s3.secretAccessKey", SeededStore.SECRET_KEY));
        }
        return values;
    }

    /** Names what is another one each time as the settings do. */
    String named(String list, String text) {
        return BrokenLines.named(text, values(list))
                .replace(api.uid(), "kubernetes.clusterUid")
                .replace('"' + api.context() + '"', "kubernetes.context");
    }

    /** Writes the settings file of a list, from its sample. */
    Path settings(String list) throws IOException {
        return settings(list, values(list), folder.resolve(list + ".properties"));
    }

    /** Writes the same for somebody else's kubeconfig. */
    Path settings(String list, Path kubeconfig) throws IOException {
        Map<String, String> values = values(list);
        values.put("kubernetes.kubeconfig", kubeconfig.toString());
        return settings(list, values, folder.resolve(list + "-reader.properties"));
    }

    private static Path settings(String list, Map<String, String> values, Path file) throws IOException {
        return SampleFile.fill(
                Path.of(list + ".sample.properties"), values, LEFT_OUT.getOrDefault(list, Set.of()), file);
    }

    @Override
    public void close() {
        close(ends);
    }

    /** Ends the last part first, and the others whatever happens to one. */
    private static void close(Deque<Runnable> ends) {
        if (!ends.isEmpty()) {
            try {
                ends.pop().run();
            } finally {
                close(ends);
            }
        }
    }
}
