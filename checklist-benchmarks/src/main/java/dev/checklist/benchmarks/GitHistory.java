package dev.checklist.benchmarks;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Checklists;
import dev.checklist.local.GitChecks;
import dev.checklist.local.LocalChecks;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures lines about the history of a repository of 10 000 commits, 30 000 file changes and 200 MB of content. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(1)
public class GitHistory {
    /** How many values are searched for. */
    @Param({"1", "100", "10000"})
    public int values;

    private final ChecklistRunner runner = ChecklistRunner.create().withDefaultTimeout(Duration.ofMinutes(2));

    @SuppressWarnings("NullAway.Init") // made before each trial
    private Path directory;

    @SuppressWarnings("NullAway.Init") // made before each trial
    private Checklist containsNone;

    @SuppressWarnings("NullAway.Init") // made before each trial
    private Checklist neverCommitted;

    /** Makes the repository and the lists. */
    @Setup(Level.Trial)
    public void make() throws IOException, InterruptedException {
        directory = Files.createTempDirectory("checklist-history");
        GitSample.make(directory);
        Random random = new Random(7);
        List<String> secrets = IntStream.range(0, values)
                .mapToObj(i -> GitSample.text(random, 16 + random.nextInt(24)))
                .toList();
        GitChecks git = LocalChecks.in(directory).git(".");
        containsNone = list(git.historyContainsNone(secrets));
        neverCommitted = list(git.wasNeverCommitted(".env", "k8s/secret.yaml"));
    }

    private static Checklist list(Check check) {
        return Checklists.checklist("git", check);
    }

    /** Deletes the repository. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Searches all objects for the values and for keys of known kinds. */
    @Benchmark
    public Report containsNone() {
        return runner.run(containsNone).requireReady();
    }

    /** Asks for the commits that touched two paths. */
    @Benchmark
    public Report neverCommitted() {
        return runner.run(neverCommitted).requireReady();
    }
}
