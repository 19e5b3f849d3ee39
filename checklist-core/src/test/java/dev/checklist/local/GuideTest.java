package dev.checklist.local;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the guide: its snippets stand in this test as they do there, and its table names every predicate. */
class GuideTest {
    private static String guide() throws IOException {
        return Files.readString(Path.of("../docs/local.md"));
    }

    @Test
    void every_public_predicate_stands_in_the_guide() throws IOException {
        String guide = guide();
        assertThat(ContractTest.found()).isNotEmpty().allSatisfy(predicate -> {
            String name = predicate.substring(predicate.indexOf('.') + 1, predicate.indexOf('('));
            assertThat(guide).as(predicate).containsPattern("\\b" + name + "\\b");
        });
    }

    @Test
    void every_snippet_of_the_guide_compiles_here() throws IOException {
        String test = plain(Files.readString(Path.of("src/test/java/dev/checklist/local/GuideTest.java")));
        List<String> snippets = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?s)```java\n(.*?)```").matcher(guide());
        while (matcher.find()) {
            snippets.add(matcher.group(1));
        }
        assertThat(snippets)
                .hasSizeGreaterThan(3)
                .allSatisfy(snippet -> assertThat(test).contains(plain(snippet)));
    }

    /** Leaves out what a formatter may change, and comments. */
    private static String plain(String code) {
        return code.replaceAll("//.*", "").replaceAll("\\s", "");
    }

    @Test
    void the_lists_of_the_guide_can_be_built() {
        String password = "correct horse";
        String digest = "sha256:" + "a".repeat(64);
        LocalChecks local = LocalChecks.in(Path.of("checkout")).withSecrets(password); // or create(): here

        assertThat(checklist(
                                "guide",
                                section(
                                        "Tools",
                                        local.tool("kubectl").isVersionAtLeast("1.28"),
                                        local.tool("kubectl")
                                                .prints("prod-ch", "config", "current-context")
                                                .orStop(),
                                        anyOf(
                                                "kustomize is available",
                                                local.tool("kustomize").isInstalled(),
                                                local.tool("kubectl").runs("kustomize", "--help")),
                                        local.tool("docker").runs("version").because("its daemon answers, too")),
                                section(
                                        "Manifests",
                                        local.rendered("k8s/overlays/prod").hasImages("ghcr.io/shop/api:1.2.3"),
                                        local.rendered("k8s/overlays/prod").hasHosts("shop.ch", "api.shop.ch"),
                                        local.yaml("k8s/all.yaml")
                                                .document("Deployment", "api")
                                                .hasValue("/spec/replicas", 3),
                                        local.environmentVariable("REGISTRY").isNoPlaceholder(),
                                        local.vulnerabilityReport("trivy.json")
                                                .hasNone(Severity.CRITICAL, digest, Duration.ofHours(24))),
                                section(
                                        "Secrets stay out of git",
                                        local.git(".").ignores(".env", "k8s/secret.yaml"),
                                        local.git(".").isNotTracked(".env", "k8s/secret.yaml"),
                                        local.git(".").wasNeverCommitted(".env", "k8s/secret.yaml"),
                                        local.git(".").historyContainsNone(List.of(password))))
                        .items())
                .hasSize(3);
    }
}
