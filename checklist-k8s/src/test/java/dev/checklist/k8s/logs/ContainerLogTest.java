package dev.checklist.k8s.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContainerLogTest {
    private static ContainerLog read(String text) throws IOException {
        return read(text, null);
    }

    private static ContainerLog read(String text, String cut) throws IOException {
        return ContainerLog.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), cut);
    }

    @Test
    void each_line_has_the_time_that_the_kubelet_gave_it() throws IOException {
        ContainerLog log =
                read("2026-03-01T10:00:05.123456789Z started é\n2026-03-01T11:00:06+01:00 \n2026-03-01T10:00:07Z");
        assertThat(log.gap()).isEmpty();
        assertThat(log.lines())
                .containsExactly(
                        new LogLine(Instant.parse("2026-03-01T10:00:05.123456789Z"), "started é", false),
                        new LogLine(Instant.parse("2026-03-01T10:00:06Z"), "", false),
                        new LogLine(Instant.parse("2026-03-01T10:00:07Z"), "", false));
    }

    @Test
    void an_empty_log_has_no_line_and_no_gap() throws IOException {
        assertThat(read("")).isEqualTo(read("", null));
        assertThat(read("").lines()).isEmpty();
        assertThat(read("").gap()).isEmpty();
    }

    @Test
    void what_the_kubelet_says_in_place_of_a_log_is_no_log() throws IOException {
        ContainerLog log = read("unable to retrieve container logs for containerd://0123");
        assertThat(log.lines()).isEmpty();
        assertThat(log.gap()).hasValueSatisfying(gap -> assertThat(gap.why()).contains("a line has no time"));
    }

    @Test
    void a_failure_of_the_kubelet_at_the_end_of_a_log_is_a_gap() throws IOException {
        ContainerLog log = read("2026-03-01T10:00:05Z ok\nrpc error: code = Unknown desc = failed to read\n");
        assertThat(log.lines()).hasSize(1);
        assertThat(log.gap()).isPresent();
    }

    @Test
    void a_line_is_cut_at_eight_kibibytes_and_that_is_a_gap() throws IOException {
        ContainerLog log = read("2026-03-01T10:00:05Z " + "x".repeat(9000) + " panic\n2026-03-01T10:00:06Z next\n");
        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(0).text()).hasSizeLessThan(ContainerLog.LONGEST_LINE);
        assertThat(log.lines().get(1).text()).isEqualTo("next");
        assertThat(log.gap()).contains(Gap.of("a line is longer than 8 KiB"));
    }

    @Test
    void a_cut_line_is_not_shown_since_it_could_end_in_half_a_secret() throws IOException {
        assertThat(read("2026-03-01T10:00:05Z " + "x".repeat(9000))
                        .lines()
                        .get(0)
                        .shown())
                .isEqualTo("(a line of more than 8 KiB)");
        assertThat(read("2026-03-01T10:00:05Z xyz").lines().get(0).shown()).isEqualTo("xyz");
    }

    @Test
    void a_log_that_was_cut_keeps_that_as_its_gap() throws IOException {
        ContainerLog log = read("2026-03-01T10:00:05Z ok\n2026-03-01T10:0", "too long");
        assertThat(log.lines()).hasSize(1);
        assertThat(log.gap()).contains(Gap.of("too long"));
    }
}
