package dev.checklist.k8s.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.k8s.health.Health.State;
import io.fabric8.kubernetes.api.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what a real API server answered; the expectations stand in {@code recordings.tsv}. */
class RecordingsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @MethodSource("table")
    void a_recorded_object_has_the_verdict_and_the_words_of_the_table(
            String recording, String object, State state, String must, String mustNot) throws IOException {
        Path file = Shared.directory("recordings").resolve(recording + ".json");
        int space = object.lastIndexOf(' ');
        Health health = Recording.read(file).judge(object.substring(0, space), object.substring(space + 1), NOW);
        assertThat(health.state()).as(health.toString()).isEqualTo(state);
        assertThat(health.reason() + " " + health.notes()).contains(must).doesNotContain(mustNot);
    }

    @Test
    void everything_in_the_recording_of_the_desired_state_is_healthy() throws IOException {
        Path file = Shared.directory("recordings").resolve("trackdechets-healthy.json");
        Recording recording = Recording.read(file);
        List<String> unhealthy = new ArrayList<>();
        int judged = 0;
        for (Map.Entry<String, List<Tree>> kind : recording.objects().entrySet()) {
            for (Tree object : Rule.of(kind.getKey()).isPresent() ? kind.getValue() : List.<Tree>of()) {
                Health health = Rule.of(kind.getKey()).orElseThrow().judge(object, NOW);
                judged++;
                if (!health.isHealthy()) {
                    unhealthy.add(kind.getKey() + " " + object.at("/metadata/name") + ": " + health);
                }
            }
        }
        System.out.println("recordings: " + (judged - unhealthy.size()) + " of " + judged + " objects healthy");
        assertThat(unhealthy).isEmpty();
        assertThat(judged).isGreaterThan(80);
    }

    @Test
    void a_recorded_rolling_restart_is_progressing_at_every_event_but_the_last() throws IOException {
        Path file = Shared.directory("recordings").resolve("watch-rollout.jsonl");
        List<State> states = Files.readAllLines(file).stream()
                .map(line -> new Tree(Tree.yaml(line).at("/event/object")))
                .map(deployment -> Rule.DEPLOYMENT.judge(deployment, NOW).state())
                .toList();
        assertThat(states).hasSizeGreaterThan(5).endsWith(State.HEALTHY);
        assertThat(states.subList(0, states.size() - 1)).containsOnly(State.PROGRESSING);
    }

    @Test
    void recorded_answers_without_the_object_are_told_apart() throws IOException {
        Tree errors = Tree.yaml(Files.readString(Shared.directory("recordings").resolve("errors.json")));
        assertThat(answer(errors, "403 forbidden")).isEqualTo(Answer.NOT_PERMITTED);
        assertThat(answer(errors, "401 unknown token")).isEqualTo(Answer.NOT_PERMITTED);
        assertThat(answer(errors, "404 object")).isEqualTo(Answer.ABSENT);
        assertThat(answer(errors, "404 in a missing namespace")).isEqualTo(Answer.ABSENT);
        assertThat(answer(errors, "404 group not served (no CRD)")).isEqualTo(Answer.KIND_NOT_SERVED);
        assertThat(answer(errors, "410 expired resourceVersion")).isEqualTo(Answer.LIST_EXPIRED);
    }

    private static Answer answer(Tree errors, String name) {
        Map<?, ?> answer = (Map<?, ?>) ((Map<?, ?>) errors.at("/responses")).get(name);
        Status body = answer.get("body") instanceof Map<?, ?> map ? new Tree(map).as(Status.class) : null;
        return Answer.of((Integer) answer.get("status"), body);
    }

    static Stream<Object[]> table() {
        return Tree.lines("recordings.tsv").map(line -> line.split("\t")).map(columns ->
                new Object[] {columns[0], columns[1], State.valueOf(columns[2]), columns[3], columns[4]});
    }
}
