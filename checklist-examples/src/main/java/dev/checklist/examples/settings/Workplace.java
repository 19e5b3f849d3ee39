package dev.checklist.examples.settings;

import dev.checklist.Check;
import dev.checklist.local.GitChecks;
import dev.checklist.local.LocalChecks;
import dev.checklist.registry.ImageChecks;
import dev.checklist.registry.RegistryChecks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says where the release is built.
 *
 * @param repository the working tree
 * @param commit the commit that is released
 * @param registry the host of the registry
 * @param account the account at the registry; none asks as nobody in particular
 * @param archive the folder of the reports of former runs; made by the first
 * @param variables what takes the place of variables of this process
 */
public record Workplace(
        Path repository,
        String commit,
        String registry,
        Optional<Account> account,
        Path archive,
        Map<String, String> variables) {
    /** Every name that a settings file may have for it. */
    public static final List<String> NAMES = List.of(
            "archive",
            "registry.host",
            "registry.password",
            "registry.user",
            "registry.variable",
            "release.commit",
            "repository",
            "tools.path");

    /** Is an account. */
    public record Account(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /** Takes the values by the names of the settings file. */
    public static Workplace of(Values given) {
        Map<String, String> variables = new TreeMap<>();
        given.optional("tools.path").ifPresent(path -> variables.put("PATH", path));
        given.optional("registry.variable").ifPresent(value -> variables.put("REGISTRY", value));
        return new Workplace(
                given.folder("repository"),
                given.text("release.commit"),
                given.text("registry.host"),
                given.optional("registry.user").map(user -> new Account(user, given.secret("registry.password"))),
                given.path("archive"),
                variables);
    }

    /** Looks at this machine, from the working tree. */
    public LocalChecks local() {
        LocalChecks local = LocalChecks.in(repository);
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            local = local.withVariable(variable.getKey(), variable.getValue());
        }
        return local;
    }

    /** Looks at the repository. */
    public GitChecks git() {
        return local().git(".");
    }

    /** Asks the registry. */
    public RegistryChecks images() {
        RegistryChecks anybody = RegistryChecks.of(registry);
        return account.map(known -> anybody.as(known.user(), known::password)).orElse(anybody);
    }

    /** Asks whether an image was scanned, and nothing critical was found in it. */
    public Check scan(String name, String file, ImageChecks image) {
        return ScannedImage.check(name, local().vulnerabilityReport(file), image.digests())
                .remedy("trivy image --format json -o " + file + ", with the image of the registry");
    }
}
