package dev.checklist.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the benchmarks that JMH's arguments pick, all by default, and prints their figures beside what is wanted.
 *
 * <p>A figure is the median of the iterations, which one disturbed iteration does not move.
 */
public final class Figures {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Picks the one figure that is not JMH's: programs of their own are started for it. */
    private static final String START_UP = "StartUp";

    private final Collection<RunResult> results;
    private final List<String> rows = new ArrayList<>();

    private Figures(Collection<RunResult> results) {
        this.results = results;
    }

    /** Runs JMH with these arguments, then measures the size of a report. */
    public static void main(String[] arguments) throws Exception {
        CommandLineOptions options = new CommandLineOptions(arguments);
        List<String> picked = options.getIncludes();
        Figures figures = new Figures(picked.equals(List.of(START_UP)) ? List.of() : measured(options));
        figures.passing();
        figures.one();
        figures.waiting();
        figures.namespace();
        figures.changes();
        if (picked.isEmpty() || picked.contains(START_UP)) {
            figures.starting(StartUp.read());
        }
        figures.stores();
        figures.git();
        figures.limit("Report, retained bytes per check", Optional.of(ReportSize.bytesPerCheck(100_000)), 700, "B");
        System.out.println("\n| Figure | Read | Wanted | |\n|---|---|---|---|");
        figures.rows.forEach(System.out::println);
    }

    private static Collection<RunResult> measured(CommandLineOptions options) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .parent(options)
                        .addProfiler(StartedThreads.class)
                        .build())
                .run();
    }

    private void passing() {
        for (String checks : List.of("1000", "10000", "100000")) {
            Optional<Double> ours = median("PassingChecks.checklist", checks);
            limit(checks + " passing checks, per check", ours, 4, "µs");
            compare("Dropwizard's health checks, as many", median("PassingChecks.dropwizard", checks), ours, "µs");
        }
        Optional<Double> few = median("PassingChecks.checklist", "1000");
        Optional<Double> many = median("PassingChecks.checklist", "100000");
        limit("100000 checks to 1000, per check", many.flatMap(m -> few.map(f -> m / f)), 1.3, "×");
    }

    private void one() {
        limit("A run of one check", median("OneCheck.checklist", ""), 1_000, "µs");
        limit("A run of one check, one listener", median("OneCheck.checklistWithListener", ""), 1_000, "µs");
    }

    private void waiting() {
        Optional<Double> ours = median("WaitingRetries.checklist", "");
        limit("10000 checks pass on the fifth attempt, 250 ms apart", ours, 1_100, "ms");
        compare("resilience4j's asynchronous retry", median("WaitingRetries.resilience4j", ""), ours, "ms");
        compare("Failsafe's asynchronous retry", median("WaitingRetries.failsafe", ""), ours, "ms");
        Optional<Double> threads = result("WaitingRetries.checklist", "")
                .map(found -> found.getSecondaryResults().get(StartedThreads.LABEL))
                .map(Result::getScore);
        limit("Threads started for them, at most", threads, 2 * CORES + 4, "threads");
    }

    private void namespace() {
        for (String fork : List.of("cold", "warm")) {
            limit("2000 rolled out Deployments, " + fork, bigNamespace("0", fork), 2_500, "ms");
            limit(
                    "2000 Deployments, 100 of them progressing, " + fork,
                    bigNamespace("20", fork),
                    fork.equals("cold") ? 10_000 : 5_000,
                    "ms");
        }
    }

    /** Returns the median of the first iterations of all forks, or of the others. */
    private Optional<Double> bigNamespace(String eachProgressing, String fork) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("BigNamespace.areRolledOut"))
                .filter(result -> eachProgressing.equals(result.getParams().getParam("eachProgressing")))
                .findFirst()
                .map(found -> found.getBenchmarkResults().stream()
                        .flatMap(run -> fork.equals("cold")
                                ? run.getIterationResults().stream().limit(1)
                                : run.getIterationResults().stream().skip(1))
                        .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                        .sorted()
                        .toArray())
                .map(sorted -> sorted[sorted.length / 2]);
    }

    private void changes() {
        Optional<Statistics> read = result("ChangeToVerdict.verdict", "")
                .map(found -> found.getPrimaryResult().getStatistics());
        limit("From a change to its verdict, median", read.map(all -> all.getPercentile(50)), 100, "ms");
        limit("From a change to its verdict, 95 of 100", read.map(all -> all.getPercentile(95)), 500, "ms");
    }

    private void starting(StartUp.Figures read) {
        starting("First verdict, JVM start included", read.plain());
        starting("The same with a class-data archive", read.archived());
    }

    private void starting(String what, StartUp.Medians read) {
        compare(what + ": the bare client's answer", Optional.of(read.bare()), Optional.of(read.ours()), "ms");
        limit(what + ", to it", Optional.of(read.ratio()), 1.25, "×");
    }

    private void stores() {
        limit("Freshness over 100000 objects with 64 MB of heap", median("BigBucket.isFresh", ""), 5_000, "ms");
        Optional<Double> one = median("TenBuckets.one", "");
        Optional<Double> ten = median("TenBuckets.ten", "");
        limit("Ten buckets to one, four lines each", ten.flatMap(t -> one.map(o -> t / o)), 3, "×");
        limit("A dead endpoint of one address", median("DeadEndpoint.isOneCause", ""), 7_000, "ms");
    }

    private void git() {
        for (String values : List.of("1", "100", "10000")) {
            Optional<Double> search = median("GitHistory.containsNone", values);
            limit("Search of a history of 200 MB, " + values + " values", search, 5_000, "ms");
        }
        limit("Commits of two paths among 10000", median("GitHistory.neverCommitted", "1"), 500, "ms");
    }

    private void limit(String what, Optional<Double> value, double limit, String unit) {
        String wanted = limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
        value.ifPresent(read -> rows.add(String.format(
                Locale.ROOT,
                "| %s | %.2f %s | ≤ %s %s | %s |",
                what,
                read,
                unit,
                wanted,
                unit,
                read <= limit ? "met" : "**not met**")));
    }

    private void compare(String what, Optional<Double> theirs, Optional<Double> ours, String unit) {
        theirs.ifPresent(read -> rows.add(String.format(
                Locale.ROOT,
                "| %s | %.2f %s | | ours takes %.2f × that |",
                what,
                read,
                unit,
                ours.orElse(Double.NaN) / read)));
    }

    private Optional<Double> median(String benchmark, String checks) {
        return result(benchmark, checks)
                .map(found -> found.getPrimaryResult().getStatistics().getPercentile(50));
    }

    private Optional<RunResult> result(String benchmark, String checks) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .filter(result -> checks.isEmpty()
                        || result.getParams().getParamsKeys().stream()
                                .anyMatch(
                                        name -> checks.equals(result.getParams().getParam(name))))
                .findFirst();
    }
}
