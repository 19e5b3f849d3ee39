package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.SUSPENDED;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.k8s.health.AllHealth.Judged;
import dev.checklist.k8s.health.Health.State;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllHealthTest {
    private static final Judged GOOD = judged("a", HEALTHY);

    private static Judged judged(String name, State state) {
        return new Judged(name, new Health(state, "it is " + state, List.of("noted"), Map.of()));
    }

    private static Health all(int least, Judged... judged) {
        return AllHealth.of("deployments", "rolled out", Arrays.asList(judged), least);
    }

    @Test
    void all_of_enough_are_healthy_with_the_notes_of_each() {
        assertHealth(all(1, GOOD), HEALTHY, "1 of 1 deployments rolled out", "a: noted");
    }

    @Test
    void none_at_all_or_too_few_are_no_good_sign() {
        assertHealth(all(1), PROGRESSING, "found 0 deployments, at least 1 expected", "right namespace?");
        assertHealth(all(2, GOOD), PROGRESSING, "found 1 deployments, at least 2 expected");
    }

    @Test
    void a_least_number_below_one_is_refused() {
        assertThatThrownBy(() -> all(0, GOOD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("least must be 1 or more, was 0");
    }

    @Test
    void those_that_are_not_are_named_with_their_reasons_the_worst_first() {
        Health health = all(1, GOOD, judged("b", PROGRESSING), judged("c", FAILED), judged("d", UNKNOWN));
        assertHealth(health, FAILED);
        assertThat(health.reason())
                .isEqualTo(
                        "3 of 4 deployments not rolled out: c (it is FAILED), d (it is UNKNOWN), b (it is PROGRESSING)");
        assertHealth(all(1, GOOD, judged("b", UNKNOWN), judged("c", PROGRESSING)), UNKNOWN);
        assertHealth(all(1, GOOD, judged("c", PROGRESSING)), PROGRESSING);
    }

    @Test
    void one_that_is_suspended_fails_all() {
        assertHealth(all(1, GOOD, judged("b", SUSPENDED)), FAILED, "b (it is SUSPENDED)");
    }

    @Test
    void of_many_ten_are_named() {
        Judged[] many =
                IntStream.range(0, 12).mapToObj(i -> judged("x" + i, FAILED)).toArray(Judged[]::new);
        assertThat(all(1, many).reason())
                .contains("12 of 12", "x9 (")
                .endsWith(" and 2 more")
                .doesNotContain("x10");
    }
}
