package dev.checklist.benchmarks;

import dev.checklist.Checklist;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.RunListener;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures a run of one check, its threads' start and end included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OneCheck {
    private final Checklist list = Lists.passing(1);
    private final ChecklistRunner bare = ChecklistRunner.create();
    private final ChecklistRunner heard = bare.withListener(new RunListener() {});

    /** Runs the list with nobody listening. */
    @Benchmark
    public Report checklist() {
        return bare.run(list).requireReady();
    }

    /** Runs the list with one listener. */
    @Benchmark
    public Report checklistWithListener() {
        return heard.run(list).requireReady();
    }
}
