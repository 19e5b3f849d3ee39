package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Section;
import dev.checklist.SignOff;
import dev.checklist.examples.settings.Workplace;
import dev.checklist.local.GitChecks;
import dev.checklist.local.KeyPattern;
import dev.checklist.local.YamlChecks;
import java.util.EnumSet;
import java.util.List;

/** Is the part of the page about files of the repository: D92 and D96 to D102. */
final class Repository {
    private static final String SECRETS = "kubernetes/secrets";
    private static final String ROLE = "DevOps lead";

    private final Workplace workplace;
    private final TrackdechetsSettings.Release release;
    private final List<String> hosts;
    private final List<String> secrets;

    Repository(TrackdechetsSettings settings, List<String> hosts) {
        this.workplace = settings.workplace();
        this.release = settings.release();
        this.hosts = hosts;
        this.secrets = List.of(settings.secrets());
    }

    Section holdsNoSecret() {
        GitChecks git = workplace.git();
        return section(
                "In version control",
                git.isNotTracked(".env", SECRETS)
                        .remedy("git rm --cached, and make new secrets: the old ones are in the history")
                        .tag("D92"),
                git.wasNeverCommitted(".env", SECRETS).tag("D92"),
                git.historyContainsNone(secrets, EnumSet.allOf(KeyPattern.class))
                        .named("no secret of the settings, and no key of a known kind, is in the history")
                        .tag("D92"));
    }

    Section manifests() {
        YamlChecks overlay = workplace.local().rendered("kubernetes/overlays/" + release.environment());
        List<String> images = Deployments.ALL.stream().map(release::image).toList();
        return section(
                "Manifests",
                section(
                                "Overlay",
                                overlay.hasImages(images.get(0), rest(images))
                                        .id("overlay-has-images")
                                        .because("an entry of the overlay that matches nothing changes nothing")
                                        .remedy("cd kubernetes/overlays/" + release.environment()
                                                + " && kustomize edit set image")
                                        .tag("D97", "D98"),
                                overlay.hasHosts(hosts.get(0), rest(hosts))
                                        .id("overlay-has-hosts")
                                        .tag("D99"))
                        .tag("D96"),
                reviewed("the config map says what this environment needs", "configmap.yaml")
                        .tag("D100"),
                reviewed("the resource quota leaves room for a rollout", "resourcequota.yaml")
                        .tag("D101"),
                reviewed("the limit range fits every container", "limitrange.yaml")
                        .tag("D102"));
    }

    private SignOff reviewed(String statement, String file) {
        return signOff(statement)
                .by(ROLE)
                .over(workplace.repository().resolve("kubernetes/base").resolve(file));
    }

    private static String[] rest(List<String> all) {
        return all.subList(1, all.size()).toArray(String[]::new);
    }
}
