package dev.checklist.k8s.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogVerdictTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = START.plusSeconds(3600);
    private static final Instances ONCE = new Instances(0, false, 0, Optional.of(START.plusSeconds(2)));
    private static final LogTerms TERMS = terms("ERROR", LogWindow.SINCE_CREATION, false);

    private static LogTerms terms(String pattern, LogWindow window, boolean silent) {
        return new LogTerms(pattern, window, silent, true);
    }

    private static ContainerLog log(int after, String... texts) {
        List<LogLine> lines = IntStream.range(0, texts.length)
                .mapToObj(i -> new LogLine(START.plusSeconds(after + i), texts[i], false))
                .toList();
        return new ContainerLog(lines, Optional.empty());
    }

    private static Finding finding(String pod, ContainerLog... logs) throws InterruptedException {
        return Finding.of(pod, "web", TERMS.compiled(), List.of(logs), ONCE, START);
    }

    private static Finding gap(String pod, Gap gap) {
        return Finding.unread(pod, "web", gap);
    }

    private static Outcome none(Finding... findings) {
        return LogVerdict.none(TERMS, List.of(findings), NOW);
    }

    private static Outcome some(boolean every, Finding... findings) {
        return LogVerdict.some(TERMS, every, List.of(findings), NOW);
    }

    @Test
    void no_line_is_proven_by_logs_that_were_read_from_start_to_end() throws InterruptedException {
        Outcome outcome = none(finding("a", log(3, "ok", "fine")), finding("b", log(3, "ok")));
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.message())
                .isEqualTo(
                        "no line matching \"ERROR\" since its pod was created among 3 lines of 2 containers in 2 pods");
    }

    @Test
    void a_line_that_is_there_fails_for_good_whatever_was_not_read() throws InterruptedException {
        Outcome outcome = none(gap("a", Gap.of("gone")), finding("b", log(3, "an ERROR here", "ERROR")));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.isConclusive()).isTrue();
        assertThat(outcome.message()).contains("but found 2 in b/web");
    }

    @Test
    void a_line_may_leave_a_window_that_moves_on() throws InterruptedException {
        LogTerms last = terms("ERROR", LogWindow.last(Duration.ofMinutes(5)), false);
        Outcome outcome = LogVerdict.none(last, List.of(finding("a", log(3, "ERROR"))), NOW);
        assertThat(outcome.isConclusive()).isFalse();
        assertThat(outcome.message()).contains("in the last 5 min");
    }

    @Test
    void a_log_that_was_not_read_is_an_error() throws InterruptedException {
        Outcome outcome = none(finding("a", log(3, "ok")), gap("b", Gap.of("gone")), gap("c", Gap.of("cut")));
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("not read completely: b/web: gone and 1 more");
        assertThat(none(gap("b", new Gap("no right", true))).mark()).isEqualTo(Mark.NOT_PERMITTED);
    }

    @Test
    void a_container_without_a_line_is_an_error_unless_silence_is_allowed() throws InterruptedException {
        Finding silent = finding("a", log(0));
        assertThat(none(silent, finding("b", log(3, "ok"))).status()).isEqualTo(Status.ERROR);
        assertThat(none(silent).message()).contains("a/web: no line was seen since", "allowingSilence()");
        LogTerms allowed = terms("ERROR", LogWindow.SINCE_CREATION, true);
        assertThat(LogVerdict.none(allowed, List.of(silent), NOW).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_first_line_over_a_minute_after_the_start_may_have_been_rotated_away() throws InterruptedException {
        assertThat(none(finding("a", log(62, "ok"))).status()).isEqualTo(Status.PASSED);
        Outcome late = none(finding("a", log(63, "ok")));
        assertThat(late.status()).isEqualTo(Status.ERROR);
        assertThat(late.message()).contains("its first line is of 2026-03-01T10:01:03Z, 61 s after", "rotated");
    }

    @Test
    void silence_excuses_no_log_that_was_not_read() {
        LogTerms allowed = terms("ERROR", LogWindow.SINCE_CREATION, true);
        Outcome outcome = LogVerdict.none(allowed, List.of(gap("a", Gap.of("gone"))), NOW);
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
    }

    @Test
    void lines_before_the_start_do_not_count() throws InterruptedException {
        Finding old = Finding.of(
                "a", "web", Pattern.compile("ERROR"), List.of(log(0, "ERROR", "ok")), ONCE, START.plusSeconds(1));
        assertThat(old.matches()).isZero();
        assertThat(old.lines()).isEqualTo(1);
    }

    @Test
    void a_window_that_has_not_begun_proves_nothing_even_in_silence() throws InterruptedException {
        LogTerms future = terms("ERROR", LogWindow.since(NOW.plusSeconds(1)), true);
        Outcome outcome = LogVerdict.none(future, List.of(finding("a", log(3, "ok"))), NOW);
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("that time has not come");
    }

    @Test
    void every_pod_has_to_prove_it_for_itself() throws InterruptedException {
        Finding with = finding("a", log(3, "ERROR"));
        Finding without = finding("b", log(3, "ok"));
        assertThat(some(true, with, finding("b", log(3, "ERROR"))).status()).isEqualTo(Status.PASSED);
        assertThat(some(true, with, without).status()).isEqualTo(Status.FAILED);
        assertThat(some(true, with, without).message()).contains("in every pod but found none in b");
        assertThat(some(false, with, without).status()).isEqualTo(Status.PASSED);
        assertThat(some(false, without).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_line_that_is_there_passes_on_a_partial_read_and_says_so() throws InterruptedException {
        Outcome any = some(false, finding("a", log(3, "ERROR")), gap("b", Gap.of("gone")));
        assertThat(any.status()).isEqualTo(Status.PASSED);
        assertThat(any.warnings()).containsExactly("not all logs were read: b/web: gone");
    }

    @Test
    void a_pod_that_was_not_read_proves_nothing_for_every_pod() throws InterruptedException {
        Outcome every = some(true, finding("a", log(3, "ERROR")), gap("b", Gap.of("gone")));
        assertThat(every.status()).isEqualTo(Status.ERROR);
        assertThat(every.message()).contains("not read completely: b/web: gone");
    }

    @Test
    void no_container_at_all_never_passes() {
        assertThat(none().status()).isEqualTo(Status.FAILED);
        assertThat(some(true).status()).isEqualTo(Status.FAILED);
        assertThat(some(false).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void five_lines_are_shown_at_most_and_none_without_logs() throws InterruptedException {
        String[] many = IntStream.range(0, 9).mapToObj(i -> "ERROR " + i).toArray(String[]::new);
        Finding a = finding("a", log(3, many));
        Outcome outcome = none(a, finding("b", log(3, many)));
        assertThat(outcome.evidence())
                .hasSize(6)
                .containsEntry("log line 5", "2026-03-01T10:00:07Z a/web: ERROR 4")
                .containsEntry("lines read", "18");
        LogTerms without = new LogTerms(TERMS.pattern(), TERMS.window(), false, false);
        assertThat(LogVerdict.none(without, List.of(a), NOW).evidence()).containsOnlyKeys("lines read");
    }

    @Test
    void a_pattern_that_overflows_the_stack_is_a_gap() throws Exception {
        FutureTask<Finding> search = new FutureTask<>(() ->
                Finding.of("a", "web", Pattern.compile("(a|b)*c"), List.of(log(3, "ab".repeat(4000))), ONCE, START));
        Thread shallow = new Thread(null, search, "shallow", 1 << 18);
        shallow.start();
        assertThat(search.get().gaps().get(0).why()).contains("overflowed the stack");
    }

    @Test
    void a_window_begins_with_the_pod_or_later() {
        Instant window = START.plusSeconds(600);
        String created = START.toString();
        assertThat(LogWindow.SINCE_CREATION.start(created, NOW)).contains(START);
        assertThat(LogWindow.since(window).start(created, NOW)).contains(window);
        assertThat(LogWindow.since(START.minusSeconds(600)).start(created, NOW)).contains(START);
        assertThat(LogWindow.last(Duration.ofMinutes(10)).start(created, NOW)).contains(NOW.minusSeconds(600));
        assertThat(LogWindow.SINCE_CREATION.start(null, NOW)).isEmpty();
        assertThat(LogWindow.since(window).start("yesterday", NOW)).isEmpty();
    }
}
