package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The entries of a kubeconfig file, found by name or refused by name. */
final class KubeconfigFile {
    private final Path file;
    private final Config parsed;

    private KubeconfigFile(Path file, Config parsed) {
        this.file = file;
        this.parsed = parsed;
    }

    static KubeconfigFile read(Path file) {
        Config parsed = parsed(file);
        if (parsed == null) {
            throw new IllegalArgumentException("the kubeconfig " + file + " is empty");
        }
        return new KubeconfigFile(file, parsed);
    }

    private static @Nullable Config parsed(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new KubernetesSerialization().unmarshal(in, Config.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("the kubeconfig " + file + " cannot be read: "
                    + e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            // its message quotes the lines, tokens and all
            throw new IllegalArgumentException("the kubeconfig " + file + " is not one: it is no YAML with clusters,"
                    + " users and contexts (" + e.getClass().getSimpleName() + ")");
        }
    }

    Context context(String name) {
        return find("contexts", name, parsed.getContexts(), NamedContext::getName, NamedContext::getContext);
    }

    Cluster cluster(@Nullable String name) {
        return find("clusters", name, parsed.getClusters(), NamedCluster::getName, NamedCluster::getCluster);
    }

    /** Returns the user of that name; one without credentials where a context names none. */
    AuthInfo user(@Nullable String name) {
        return name == null || name.isEmpty()
                ? new AuthInfo()
                : find("users", name, parsed.getUsers(), NamedAuthInfo::getName, NamedAuthInfo::getUser);
    }

    private <N, T> T find(
            String list,
            @Nullable String name,
            @Nullable List<N> entries,
            Function<N, @Nullable String> names,
            Function<N, @Nullable T> values) {
        List<String> found = new ArrayList<>();
        for (N entry : Objects.requireNonNullElse(entries, List.<N>of())) {
            T value = values.apply(entry);
            String entryName = String.valueOf(names.apply(entry));
            if (value != null && entryName.equals(name)) {
                return value;
            }
            found.add(entryName);
        }
        throw new IllegalArgumentException("the kubeconfig " + file + " has no \"" + name + "\" among its " + list
                + (found.isEmpty() ? ", which are none" : ": " + String.join(", ", found)));
    }
}
