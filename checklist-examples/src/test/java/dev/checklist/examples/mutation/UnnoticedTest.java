package dev.checklist.examples.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnnoticedTest {
    private final Unnoticed reviewed = Unnoticed.of(List.of("Pod/* {a,b} removed | why"));

    @Test
    void a_mutation_that_nothing_noticed_needs_an_entry() {
        assertThat(reviewed.missing(
                        Map.of("Pod/x a removed", false, "Pod/x c removed", false, "Pod/x d removed", true)))
                .containsExactly("Pod/x c removed");
    }

    @Test
    void an_entry_that_covers_nothing_is_stale() {
        assertThat(reviewed.stale(Map.of("Pod/x c removed", false)))
                .containsExactly("Pod/* {a,b} removed: covers nothing");
    }

    @Test
    void an_entry_that_covers_what_was_noticed_is_stale() {
        assertThat(reviewed.stale(Map.of("Pod/x a removed", false, "Pod/x b removed", true)))
                .containsExactly("Pod/* {a,b} removed: noticed is Pod/x b removed");
    }

    @Test
    void an_entry_without_a_reason_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unnoticed.of(List.of("Pod/* removed |")))
                .withMessageContaining("expected pattern | reason");
    }
}
