package dev.checklist.registry;

import dev.checklist.Check;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes checks of a container registry, over HTTPS and by the OCI distribution API.
 *
 * <p>Immutable and safe to share. Asks as nobody in particular unless credentials are given; those go to the registry's
 * host, to an https token server of the same domain, and to nobody else. A refused credential is not sent again in the
 * run, since accounts lock. Credentials appear in no title, message or evidence.
 */
public final class RegistryChecks {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Registry registry;

    private RegistryChecks(Registry registry) {
        this.registry = registry;
    }

    /**
     * Names a registry.
     *
     * @param host as image references have it, such as {@code registry.example:5000}; {@code docker.io} for Docker Hub;
     *     {@code http://localhost:5000} for one on this machine without TLS
     * @throws IllegalArgumentException if it is no host
     */
    public static RegistryChecks of(String host) {
        return of(RegistryHost.of(host, false));
    }

    /**
     * Names a registry without TLS: credentials and answers can be read and changed on the way.
     *
     * @throws IllegalArgumentException if it is no host
     */
    public static RegistryChecks overPlainHttp(String host) {
        return of(RegistryHost.of(host, true));
    }

    private static RegistryChecks of(RegistryHost host) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
        return new RegistryChecks(new Registry(host, Login.anonymous(), Set.of(), new Wire(client)));
    }

    /**
     * Uses a client of the caller's, with its proxy and trust; it is never closed here.
     *
     * @throws IllegalArgumentException if it follows redirects, and so would carry credentials elsewhere, or has an
     *     authenticator of its own
     */
    public RegistryChecks using(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER
                || client.authenticator().isPresent()) {
            throw new IllegalArgumentException(
                    "client follows redirects or has an authenticator: give one with Redirect.NEVER and without");
        }
        return new RegistryChecks(new Registry(registry.host(), registry.login(), registry.realms(), new Wire(client)));
    }

    /**
     * Logs in with user and password; the password is asked for when the registry wants it.
     *
     * @throws IllegalArgumentException if the user is blank or has a colon
     */
    public RegistryChecks as(String user, Supplier<String> password) {
        if (user == null || user.isBlank() || user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("user is blank, or has a colon: give a name, and the password apart");
        }
        return with(Login.of(user, password));
    }

    /** Logs in with what a Docker configuration file holds for the registry; credential helpers are not run. */
    public RegistryChecks withDockerConfig(Path file) {
        return with(DockerConfig.of(file));
    }

    /**
     * Logs in with what a Kubernetes pull secret holds for the registry.
     *
     * @param dockerConfigJson gives the value of the key {@code .dockerconfigjson}
     */
    public RegistryChecks withPullSecret(Supplier<byte[]> dockerConfigJson) {
        return with(DockerConfig.of(dockerConfigJson));
    }

    /**
     * Lets a token server have the credentials that is not of the registry's domain.
     *
     * @param host its name, such as {@code auth.example}
     */
    public RegistryChecks allowingTokenRealm(String host) {
        String name = RegistryHost.of(host, false).name().toLowerCase(Locale.ROOT);
        Set<String> realms = new LinkedHashSet<>(registry.realms());
        realms.add(name);
        return new RegistryChecks(new Registry(registry.host(), registry.login(), Set.copyOf(realms), registry.wire()));
    }

    /**
     * Names an image.
     *
     * @param repository without registry and tag, such as {@code team/shop}
     * @param tag such as {@code 1.4.2}, or a digest
     * @throws IllegalArgumentException if one is malformed
     */
    public ImageChecks image(String repository, String tag) {
        return new ImageChecks(registry, ImageName.of(repository, tag));
    }

    /** Passes when the registry has the image, as {@code image(repository, tag).exists()} does. */
    public Check hasImage(String repository, String tag) {
        return image(repository, tag).exists();
    }

    /**
     * Passes when the registry has all images that are named when the list runs, such as those of a previous revision;
     * none is FAILED.
     *
     * @param what names the line, such as "the previous revision"
     * @param images full references, such as {@code registry.example/team/shop:1.4.2}; 50 at most
     */
    public Check hasImages(String what, Supplier<? extends Collection<String>> images) {
        return Check.of(
                "registry has images of " + what,
                registry.toString(),
                "registry " + registry + " has the images of " + what,
                new HasImages(registry, what, images));
    }

    /**
     * Passes when the account may read, or add to, the repository. PULL asks for one tag; a repository that does not exist
     * yet will do. PUSH starts an upload and takes it back, so it needs {@code withWrites()} on the runner.
     *
     * @throws IllegalArgumentException if the repository is malformed
     */
    public Check grants(String repository, Access access, Access... more) {
        String name = ImageName.repository("repository", repository);
        Set<Access> wanted = EnumSet.of(access, more);
        String words = String.join(" and ", wanted.stream().map(Access::action).toList());
        String key = "registry repository " + ImageName.last(name) + " grants " + words;
        String place = registry + "/" + name;
        String title = "registry " + registry + " grants " + words + " of " + name;
        if (!wanted.contains(Access.PUSH)) {
            return Check.of(key, place, title, new GrantsPull(registry, name));
        }
        GrantsPush probe = new GrantsPush(registry, name, wanted.contains(Access.PULL));
        return Check.of(key, place, title, probe).writes((context, outcome) -> probe.cleanUp(context));
    }

    private RegistryChecks with(Login login) {
        return new RegistryChecks(new Registry(registry.host(), login, registry.realms(), registry.wire()));
    }
}
