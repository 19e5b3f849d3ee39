package dev.checklist.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklists;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderedTest {
    private static final String IMAGE = "echo 'spec: {image: \"ghcr.io/a:1\"}'";

    @TempDir
    private Path root;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(root).file("k8s/prod/kustomization.yaml", "resources: []\n");
    }

    private List<Check> all() {
        YamlChecks rendered = desk.local().rendered("k8s/prod");
        return List.of(rendered.hasImages("ghcr.io/a:1"), rendered.hasHosts("a.ch"), rendered.hasNoPlaceholders());
    }

    private void assertAll(Status status, String words) {
        Desk.assertAll(all(), status, words);
    }

    @Test
    void kustomize_renders_the_overlay() {
        String place = desk.directory().resolve("k8s/prod") + "/";
        desk.script("kustomize", "[ \"$*\" = 'build " + place + "' ] && " + IMAGE);
        assertThat(Desk.run(all().get(0)).message()).isEqualTo("found exactly ghcr.io/a:1");
    }

    @Test
    void kubectl_renders_it_where_there_is_no_kustomize() {
        String place = desk.directory().resolve("k8s/prod") + "/";
        desk.script("kubectl", "[ \"$*\" = 'kustomize " + place + "' ] && " + IMAGE);
        assertThat(Desk.run(all().get(0)).message()).isEqualTo("found exactly ghcr.io/a:1");
    }

    @Test
    void a_machine_with_neither_is_an_error() {
        assertAll(Status.ERROR, "neither kustomize nor kubectl");
    }

    @Test
    void an_overlay_that_is_not_there_is_failed() {
        desk.script("kustomize", IMAGE);
        Check check = desk.local().rendered("k8s/test").hasImages("ghcr.io/a:1");
        assertThat(Desk.run(check).status()).isEqualTo(Status.FAILED);
        assertThat(Desk.run(check).message()).contains("k8s/test is not there");
    }

    @Test
    void an_overlay_that_cannot_be_rendered_is_an_error_whatever_was_printed() {
        desk.script("kustomize", IMAGE + "; echo 'Error: no such base' >&2; exit 1");
        assertAll(Status.ERROR, "it exited with 1: Error: no such base");
    }

    @Test
    void an_overlay_that_renders_to_nothing_is_failed() {
        desk.script("kustomize", "exit 0");
        assertAll(Status.FAILED, "nothing was rendered");
    }

    @Test
    void what_is_no_yaml_is_an_error() {
        desk.script("kustomize", "echo 'a: [1'");
        assertAll(Status.ERROR, "no YAML document");
    }

    @Test
    void a_renderer_that_hangs_is_an_error() {
        desk.script("kustomize", "exec sleep 300");
        Result result = Desk.run(all().get(0).timeout(Duration.ofMillis(500)));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("did not end in time");
    }

    @Test
    void lines_on_one_overlay_that_fall_due_together_render_it_once() throws Exception {
        desk.script("kustomize", "echo x >> count; " + IMAGE);
        ChecklistRunner.create().run(Checklists.checklist("x", all()));
        assertThat(Files.readString(desk.directory().resolve("count"))).isEqualTo("x\n");
    }
}
