package dev.checklist.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.checklist.Checklists;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Result;
import dev.checklist.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that no process outlives the check that started it. */
class ProcessTreeTest {
    @TempDir
    private Path root;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(root);
    }

    /** Waits for the end of a process that wrote its id into a file. */
    private void assertGone(String file) throws Exception {
        long pid =
                Long.parseLong(Files.readString(desk.directory().resolve(file)).strip());
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void a_tool_that_hangs_is_ended_with_all_its_descendants() throws Exception {
        desk.script("t", "echo $$ > a; (sh -c 'echo $$ > b; sleep 300; :') & sh -c 'echo $$ > c; sleep 300; :'");
        Result result = Desk.run(desk.local().tool("t").runs().timeout(Duration.ofSeconds(2)));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("did not end in time, and was ended");
        assertGone("a");
        assertGone("b");
        assertGone("c");
    }

    @Test
    void a_grandchild_that_outlives_its_parent_is_ended_and_told_of() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "there is no /proc to find it by its output");
        desk.script("t", "sh -c 'echo $$ > b; exec sleep 300' & while [ ! -s b ]; do :; done; sleep 1; echo done");
        Result result = Desk.run(desk.local().tool("t").runs());
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.warnings()).hasSize(1).first().asString().contains("left behind were ended");
        assertGone("b");
    }

    @Test
    void what_a_tool_printed_is_not_all_while_a_grandchild_could_print_more() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "there is no /proc to find it by its output");
        desk.script("t", "sh -c 'echo $$ > b; exec sleep 300' & while [ ! -s b ]; do :; done; sleep 1; echo done");
        Result result = Desk.run(desk.local().tool("t").prints("done"));
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("which may have had more to say");
        assertGone("b");
    }

    @Test
    void a_process_that_keeps_the_output_open_in_another_place_is_ended_too() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "there is no /proc to find it by its output");
        String hidden = "(sh -c 'echo $$ > b; exec sleep 300' 3>&1 >/dev/null 2>&1 &)";
        desk.script("t", hidden + "; while [ ! -s b ]; do :; done; echo done");
        Result result = Desk.run(desk.local().tool("t").prints("done"));
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.ERROR);
        assertGone("b");
    }

    @Test
    void a_grandchild_that_ignores_signals_is_ended_too() throws Exception {
        desk.script("t", "sh -c 'trap \"\" TERM HUP INT; echo $$ > b; while :; do sleep 1; done' & wait");
        Result result = Desk.run(desk.local().tool("t").runs().timeout(Duration.ofSeconds(2)));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertGone("b");
    }

    @Test
    void a_run_that_is_cancelled_leaves_no_process() throws Exception {
        desk.script("t", "echo $$ > a; echo started > pipe; sleep 300");
        Path pipe = desk.directory().resolve("pipe");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeTrue(mkfifo.waitFor() == 0, "there is no mkfifo to hear of the start");
        Run run = ChecklistRunner.create()
                .start(Checklists.checklist("x", desk.local().tool("t").runs()));
        assertThat(Files.readString(pipe)).isEqualTo("started\n"); // waits for the writer
        run.cancel();
        assertThat(run.report().results().get(0).status()).isEqualTo(Status.ERROR);
        assertGone("a");
    }
}
