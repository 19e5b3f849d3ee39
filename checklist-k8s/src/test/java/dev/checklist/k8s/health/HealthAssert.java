package dev.checklist.k8s.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.k8s.health.Health.State;

/** Asserts a verdict together with its words, so that no test passes for another reason than its own. */
final class HealthAssert {

    private HealthAssert() {}

    static void assertHealth(Health health, State state, String... phrases) {
        assertThat(health.state()).as(health.toString()).isEqualTo(state);
        assertThat(health.reason()).isNotBlank();
        for (String phrase : phrases) {
            assertThat(health.reason() + " " + health.notes()).contains(phrase);
        }
    }
}
