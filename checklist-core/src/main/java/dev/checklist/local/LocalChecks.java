package dev.checklist.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes checks of the machine that runs the list: its tools, files, manifests, git repositories, scan reports and
 * environment.
 *
 * <p>Paths are texts, written with slashes: they stand in ids, which are the same on every machine.
 *
 * <p>Immutable and safe to share; there is nothing to close. Nothing here writes: programs that checks run are the
 * author's to choose.
 */
public final class LocalChecks {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private final Place place;

    LocalChecks(Place place) {
        this.place = place;
    }

    /** Looks from the working directory of this process. */
    public static LocalChecks create() {
        return in(Path.of(""));
    }

    /** Looks from this directory: relative paths start there, and programs run in it. */
    public static LocalChecks in(Path directory) {
        return new LocalChecks(Place.of(Given.present("directory", directory)));
    }

    /**
     * Names values that may stand in no argument of a program, besides keys known by their form, user info in URLs and
     * what follows options such as {@code --password}; adds. Give the same values to the runner, which masks them in
     * what programs print.
     *
     * @throws IllegalArgumentException if a value has fewer than 4 characters
     */
    public LocalChecks withSecrets(String... secrets) {
        return new LocalChecks(place.with(place.secrets().and(Arrays.asList(Given.present("secrets", secrets)))));
    }

    /**
     * Takes this value for an environment variable in the place of the process's own, such as a PATH with tools of one's
     * own before all others; adds. Programs get PATH, HOME and KUBECONFIG only.
     *
     * @throws IllegalArgumentException if it is no name of one
     */
    public LocalChecks withVariable(String name, String value) {
        String variable = variable(name);
        String given = Given.present("value", value);
        Function<String, @Nullable String> before = place.environment();
        return new LocalChecks(new Place(
                place.directory(), asked -> asked.equals(variable) ? given : before.apply(asked), place.secrets()));
    }

    /**
     * Names a program.
     *
     * @param name as in PATH, such as {@code kubectl}, or an absolute path
     * @throws IllegalArgumentException if it is a relative path
     */
    public ToolChecks tool(String name) {
        return new ToolChecks(new Tool(place, Programs.named(name)));
    }

    /** Names a file. */
    public FileChecks file(String path) {
        return new FileChecks(path, place.path("path", path));
    }

    /** Names the YAML documents of a file. */
    public YamlChecks yaml(String path) {
        return new YamlChecks("yaml " + path, new Manifest.InFile(place.path("path", path)), LooksAtManifest.Which.ALL);
    }

    /**
     * Names the manifests that an overlay is rendered to, by {@code kustomize build} or {@code kubectl kustomize},
     * whichever there is: the overlay's own files do not tell, since an entry of theirs that matches nothing changes
     * nothing.
     *
     * @param overlay a directory with a kustomization
     */
    public YamlChecks rendered(String overlay) {
        return new YamlChecks(
                "rendered " + overlay,
                new Manifest.Rendered(place, place.path("overlay", overlay)),
                LooksAtManifest.Which.ALL);
    }

    /**
     * Names an environment variable of this process.
     *
     * @throws IllegalArgumentException if it is no name of one
     */
    public EnvironmentVariableChecks environmentVariable(String name) {
        return new EnvironmentVariableChecks(place, variable(name), false);
    }

    private static String variable(String name) {
        String given = Given.line("name", name);
        if (!VARIABLE.matcher(given).matches()) {
            throw new IllegalArgumentException("name is " + Shown.quoted(given)
                    + ": expected the name of an environment variable, such as REGISTRY");
        }
        return given;
    }

    /**
     * Names a git repository; paths in it are relative to this directory.
     *
     * @param directory of the working tree, such as {@code .}
     */
    public GitChecks git(String directory) {
        return new GitChecks(directory, new Repository(place, place.path("directory", directory)));
    }

    /** Names the report of a vulnerability scan, as a file. */
    public VulnerabilityReportChecks vulnerabilityReport(String path) {
        return new VulnerabilityReportChecks(path, place.path("path", path));
    }
}
