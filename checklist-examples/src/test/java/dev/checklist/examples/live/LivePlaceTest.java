package dev.checklist.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is made on a server that nobody meant. */
class LivePlaceTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:6443/", "https://localhost:6443", "http://[::1]:7480"})
    void a_server_on_this_machine_is_allowed(String server) {
        assertThat(LivePlace.allowed(server, "")).hasToString(server);
    }

    @ParameterizedTest
    @CsvSource({
        "https://test.example:6443, https://test.example:6443",
        "https://test.example:6443/, https://test.example:6443",
        "https://test.example:6443, http://store.example https://test.example:6443"
    })
    void a_server_that_is_named_exactly_is_allowed(String server, String named) {
        assertThat(LivePlace.allowed(server, named)).hasToString(server);
    }

    @ParameterizedTest
    @CsvSource({
        "https://prod.example:6443, ''",
        "https://127.0.0.1.prod.example, ''",
        "https://0.0.0.0:6443, ''",
        "https:/prod, ''",
        "https://prod.example:6443, https://test.example:6443",
        "https://test.example:6443, https://test.example"
    })
    void any_other_server_is_refused(String server, String named) {
        assertThatThrownBy(() -> LivePlace.allowed(server, named))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its whole address in CHECKLIST_LIVE_ALLOW");
    }

    @ParameterizedTest
    @ValueSource(strings = "https://u:hunter2@127.0.0.1:6443")
    void an_account_in_the_address_is_refused_and_not_shown(String server) {
        assertThatThrownBy(() -> LivePlace.allowed(server, server))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("hunter2");
    }
}
