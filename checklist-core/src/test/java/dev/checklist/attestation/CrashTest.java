package dev.checklist.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.checklist.run.Attestation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at seeded instants, while two processes write to one file: 40 times, 200 under {@code -Pcrash}. */
class CrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 40);
    // A kill takes two starts of Java; a machine that does much else needs seconds for each.
    private static final Duration LIMIT = Duration.ofSeconds(15L * KILLS);
    private static final long SEED = Long.getLong("crash.seed", 20261122L);

    @TempDir
    private Path folder;

    private final List<Writer> alive = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();
    private int started;

    @AfterEach
    void leaveNothingRunning() {
        alive.forEach(writer -> writer.process.destroyForcibly());
    }

    /** Is a process that writes, as this one sees it. */
    private static final class Writer {
        private final Process process;
        private final BufferedReader out;

        private Writer(Process process) {
            this.process = process;
            this.out = process.inputReader();
        }
    }

    private Writer start(Path path) throws IOException {
        String who = "writer-" + ++started;
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writing.class.getName(),
                        path.toString(),
                        who,
                        String.valueOf(SEED + started))
                .redirectError(folder.resolve(who + ".err").toFile())
                .start();
        Writer writer = new Writer(process);
        alive.add(writer);
        return writer;
    }

    /** Asks a process for answers, and goes on when so many were acknowledged, while it writes some more. */
    private void await(Writer writer, int answers, int more) throws IOException {
        writer.process.getOutputStream().write(new byte[answers + more]);
        writer.process.getOutputStream().flush();
        for (int i = 0; i < answers; ) {
            i += take(Objects.requireNonNull(writer.out.readLine(), "a writer ended by itself")) ? 1 : 0;
        }
    }

    /** Notes an acknowledgement; a line that the kill has torn is none. */
    private boolean take(String said) {
        boolean isKept = said.matches("kept writer-\\d+ \\d+");
        if (isKept) {
            acknowledged.add(said.substring("kept ".length()));
        }
        return isKept;
    }

    private void kill(Path path, Writer writer, long bytes) throws IOException, InterruptedException {
        long size = Files.size(path);
        while (Files.size(path) < size + bytes) {
            Thread.onSpinWait(); // in the middle of a line, as often as not
        }
        writer.process.toHandle().destroyForcibly(); // which leaves what it said to be read
        assertThat(writer.process.waitFor())
                .as("it was killed, and did not fail")
                .isEqualTo(128 + 9);
        for (String said = writer.out.readLine(); said != null; said = writer.out.readLine()) {
            take(said);
        }
        alive.remove(writer);
    }

    private static List<String> comments(AttestationFile file) throws IOException {
        return file.records().stream()
                .map(Attestation::comment)
                .map(comment -> comment.orElseThrow().split(" x")[0].strip())
                .toList();
    }

    @Test
    void no_acknowledged_answer_is_lost_and_the_chain_verifies() {
        assertTimeoutPreemptively(LIMIT, this::killAndCompare);
    }

    private void killAndCompare() throws IOException, InterruptedException {
        Path path = folder.resolve("answers.jsonl");
        Random random = new Random(SEED);
        int torn = 0;
        int kills = 0;
        start(path);
        start(path);
        while (kills < KILLS) {
            boolean both = random.nextInt(4) == 0;
            Writer victim = alive.get(random.nextInt(2));
            Writer other = alive.get(alive.get(0) == victim ? 1 : 0);
            await(other, 1, 2);
            await(victim, 1 + random.nextInt(5), 100);
            kill(path, victim, random.nextInt(3) == 0 ? 0 : random.nextInt(2_000));
            kills++;
            if (both) {
                kill(path, other, 0);
                kills++;
            }
            AttestationFile file = AttestationFile.at(path);
            int findings = file.ledger().orElseThrow().findings().size();
            assertThat(findings).as("at most one torn end is repaired").isLessThanOrEqualTo(1);
            torn += findings;
            Set<String> kept = new HashSet<>(comments(file));
            assertThat(acknowledged).as("kill %d of seed %d", kills, SEED).allMatch(kept::contains);
            while (alive.size() < 2) {
                start(path);
            }
        }
        leaveNothingRunning();
        for (Writer writer : alive) {
            writer.process.waitFor();
        }
        List<String> all = comments(AttestationFile.at(path));
        assertThat(all).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(acknowledged.size()).isGreaterThan(KILLS);
        assertThat(torn).isLessThanOrEqualTo(kills);
    }
}
