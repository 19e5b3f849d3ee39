package dev.checklist.examples.world.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.Response;
import dev.checklist.examples.world.state.Template;
import dev.checklist.examples.world.state.WorldState;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class BreakageTest {
    private final WorldState healthy = WorldState.ticketer();

    /** The table beside this test is written by hand; parts are separated by a semicolon. */
    @ParameterizedTest
    @CsvFileSource(resources = "/world/breakages.csv", numLinesToSkip = 1)
    void a_broken_world_differs_from_the_healthy_one_only_where_it_is_meant_to(String title, String parts) {
        Map<String, Object> before = parts(healthy);
        Map<String, Object> after = parts(Breakage.named(title).apply(healthy));
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        assertThat(names).containsExactlyInAnyOrder(parts.split("; "));
    }

    @Test
    void the_table_has_every_breakage() throws Exception {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/world/breakages.csv")),
                StandardCharsets.UTF_8))) {
            assertThat(lines.lines().skip(1).map(line -> line.split(",", 2)[0]))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Breakage.values())
                            .map(Breakage::title)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void counters_pods_and_endpoints_of_a_broken_world_tell_one_story(Breakage breakage) {
        WorldState broken = breakage.apply(healthy);
        Story story = new Story(broken);
        assertThat(story.counter("Deployment", "replicas")).isEqualTo(story.pods());
        assertThat(story.counter("Deployment", "readyReplicas")).isEqualTo(story.readyPods());
        assertThat(story.counter("Deployment", "availableReplicas")).isEqualTo(story.readyPods());
        assertThat(story.counter("Deployment", "unavailableReplicas")).isEqualTo(story.pods() - story.readyPods());
        assertThat(story.counter("ReplicaSet", "replicas")).isEqualTo(story.pods());
        assertThat(story.counter("ReplicaSet", "fullyLabeledReplicas")).isEqualTo(story.pods());
        assertThat(story.counter("ReplicaSet", "readyReplicas")).isEqualTo(story.readyPods());
        assertThat(story.podsOwnedByTheirReplicaSets()).isEqualTo(story.pods());
        if (breakage != Breakage.NO_ENDPOINTS) {
            assertThat(story.endpoints()).isEqualTo(story.podUids());
            assertThat(story.readyEndpoints()).isEqualTo(story.readyPods());
        }
    }

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void every_text_of_a_broken_world_can_be_filled(Breakage breakage) {
        WorldState broken = breakage.apply(healthy);
        Template template = new Template(
                Map.of(
                        "ticketer.app.url", "https://localhost:1",
                        "seconds", "1",
                        "site.host", "localhost",
                        "site.certificate", "-",
                        "site.privateKey", "-",
                        "application.databaseUrl", "mysql://-",
                        "application.sessionSecret", "-",
                        "target", "/"),
                Instant.EPOCH);
        broken.resources()
                .forEach(resource -> assertThat(
                                resource.mapText(template::fill).json().toString())
                        .doesNotContain("${"));
        broken.responses().forEach(response -> {
            assertThat(template.fill(response.body())).doesNotContain("${");
            response.headers()
                    .values()
                    .forEach(value -> assertThat(template.fill(value)).doesNotContain("${"));
        });
    }

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void a_title_finds_its_breakage_and_the_catalogue_describes_it(Breakage breakage) {
        assertThat(breakage.title()).matches("[a-z0-9-]+");
        assertThat(Breakage.named(breakage.title())).isEqualTo(breakage);
        assertThat(Breakage.catalogue()).contains(breakage.title()).contains(breakage.description());
    }

    @Test
    void an_unknown_title_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Breakage.named("pods"))
                .withMessageStartingWith("--broken: no breakage \"pods\"; choose one of\n  pods-crash-loop");
    }

    private static Map<String, Object> parts(WorldState state) {
        Map<String, Object> parts = new TreeMap<>();
        for (Resource resource : state.resources()) {
            parts.put(resource.id(), resource);
        }
        for (Response response : state.responses()) {
            parts.put(response.id(), response);
        }
        parts.put("api", state.api());
        parts.put("database", state.database());
        parts.put("surroundings", state.surroundings());
        parts.put("logs", state.logs());
        parts.put("facts", state.facts());
        return parts;
    }
}
