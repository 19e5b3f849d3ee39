package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Live tests never touch a cluster that nobody meant. */
class LiveGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:6443",
                "https://127.8.9.10:6443/",
                "https://localhost:6443",
                "https://[::1]:6443",
                "http://127.0.0.1:8001"
            })
    void a_server_on_this_machine_is_allowed(String server) {
        assertThatCode(() -> LiveGuard.mustBeAllowed(server, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://prod.example:6443",
                "https://10.0.0.1:6443",
                "https://127.0.0.1.prod.example:6443",
                "https://localhost.prod.example",
                "https://127.0.0.1@prod.example:6443",
                "https://0.0.0.0:6443",
                "https:/prod"
            })
    void any_other_server_is_refused(String server) {
        assertThatThrownBy(() -> LiveGuard.mustBeAllowed(server, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected a server on this machine, or CHECKLIST_LIVE_ALLOW to be its URL");
        assertThatThrownBy(() -> LiveGuard.mustBeAllowed(server, "")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://test.example:6443, https://test.example:6443, true",
        "https://test.example:6443/, https://test.example:6443, true",
        "https://test.example:6443, https://test.example, false",
        "https://prod.example:6443, https://test.example:6443, false",
        "http://test.example:6443, https://test.example:6443, false"
    })
    void a_server_that_is_named_exactly_is_allowed(String server, String allowed, boolean isAllowed) {
        if (isAllowed) {
            assertThatCode(() -> LiveGuard.mustBeAllowed(server, allowed)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> LiveGuard.mustBeAllowed(server, allowed)).hasMessageContaining("but found ");
        }
    }

    @Test
    void user_info_is_refused_and_not_shown() {
        assertThatThrownBy(() -> LiveGuard.mustBeAllowed("https://u:hunter2@127.0.0.1:6443", null))
                .hasMessageContaining("https://127.0.0.1:6443")
                .hasMessageNotContaining("hunter2");
    }
}
