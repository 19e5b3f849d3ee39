package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a connection that was built here leaves behind when it is closed: nothing. */
@Timeout(60)
class LeftoversTest {
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("raw-store"))
                .filter(thread -> !isOfTheSdk(thread))
                .collect(Collectors.toSet());
    }

    /** One thread that closes idle connections of all clients of the process, and ends with the last of them. */
    private static boolean isOfTheSdk(Thread thread) {
        return thread.getName().startsWith("idle-connection-reaper");
    }

    @Test
    void a_stalled_answer_leaves_no_connection_and_no_thread() throws Exception {
        Set<Thread> before = threads();
        try (RawStore store = RawStore.running((raw, socket) -> raw.hang())) {
            S3Checks s3 = S3Checks.connecting(store.endpoint(), "fr-par", true)
                    .withCredentials(Asking.CREDENTIALS)
                    .open();
            assertThat(Asking.exists(s3, new FakeContext(Duration.ofSeconds(2))).status())
                    .isEqualTo(Status.ERROR);
            s3.close();

            assertThat(store.sawHangUp()).isTrue();
        }
        for (Thread thread : threads()) {
            if (!before.contains(thread)) {
                thread.join(Duration.ofSeconds(10).toMillis());
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
