package dev.checklist.run;

import dev.checklist.Checklist;
import dev.checklist.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs checklists: an immutable configuration, safe to share, with nothing to close.
 *
 * <p>Defaults: 64 probes at a time, 30 seconds for an attempt, no retry, 30 minutes for a run, nobody to ask, no
 * writing and no load. Every {@code with} method returns a changed copy.
 */
public final class ChecklistRunner {
    /** The most probes that run at a time, unless changed. */
    public static final int DEFAULT_PARALLELISM = 64;
    /** The time that one attempt may take, unless changed. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    /** The time that a whole run may take, unless changed. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(30);

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Settings settings;

    private ChecklistRunner(Settings settings) {
        this.settings = settings;
    }

    /** Makes a runner with the defaults. */
    public static ChecklistRunner create() {
        return new ChecklistRunner(new Settings(
                new Settings.Limits(DEFAULT_PARALLELISM, DEFAULT_TIMEOUT, null, DEFAULT_DEADLINE, null),
                new Settings.Surroundings(RunClock.system(), null, null, List.of()),
                new Settings.Permissions(false, false),
                Selection.all(),
                Attestor.none(),
                List.of(),
                List.of()));
    }

    /** Runs the list and waits for the report; the same as {@code start(checklist).report()}. */
    public Report run(Checklist checklist) {
        return start(checklist).report();
    }

    /**
     * Starts running the list.
     *
     * @throws IllegalArgumentException if the selection names a tag or id that the list does not have, or the attestor
     *     cannot answer this list
     */
    public Run start(Checklist checklist) {
        CompletableFuture<Report> done = new CompletableFuture<>();
        Coordinator coordinator = new Coordinator(checklist, settings, done);
        Run run = new Run(coordinator, done);
        if (settings.surroundings().clock() instanceof RunClock.Virtual) {
            run.carryOut();
        } else {
            Thread thread = new Thread(run::carryOut, "checklist-run");
            thread.setDaemon(true);
            thread.start();
        }
        return run;
    }

    /** Runs at most so many probes at a time, from 1 to 10 000; default 64 on every machine. */
    public ChecklistRunner withParallelism(int probes) {
        if (probes < 1 || probes > 10_000) {
            throw new IllegalArgumentException("parallelism is " + probes + ": expected between 1 and 10000");
        }
        Settings.Limits limits = settings.limits();
        return with(new Settings.Limits(probes, limits.timeout(), limits.retry(), limits.deadline(), limits.oldest()));
    }

    /** Limits one attempt of checks that set no timeout; default 30 seconds. */
    public ChecklistRunner withDefaultTimeout(Duration timeout) {
        Settings.Limits limits = settings.limits();
        return with(new Settings.Limits(
                limits.parallelism(),
                positive("timeout", timeout),
                limits.retry(),
                limits.deadline(),
                limits.oldest()));
    }

    /** Repeats checks that set no retry policy and stand in no section that sets one; default: none. */
    public ChecklistRunner withDefaultRetry(RetryPolicy policy) {
        Settings.Limits limits = settings.limits();
        return with(new Settings.Limits(
                limits.parallelism(), limits.timeout(), present("policy", policy), limits.deadline(), limits.oldest()));
    }

    /** Limits a whole run, waiting for people included; default 30 minutes. */
    public ChecklistRunner withDeadline(Duration deadline) {
        Settings.Limits limits = settings.limits();
        return with(new Settings.Limits(
                limits.parallelism(),
                limits.timeout(),
                limits.retry(),
                positive("deadline", deadline),
                limits.oldest()));
    }

    /**
     * Asks again, before people sign the whole list and before the verdict, what PASSED longer ago than this; default:
     * never. Such a line keeps all its attempts, and the last one decides. What writes, loads or runs alone is not asked
     * again: the report lists it as a finding.
     */
    public ChecklistRunner withEvidenceNoOlderThan(Duration oldest) {
        Settings.Limits limits = settings.limits();
        return with(new Settings.Limits(
                limits.parallelism(),
                limits.timeout(),
                limits.retry(),
                limits.deadline(),
                positive("oldest evidence", oldest)));
    }

    /** Tells a listener what happens; adds. */
    public ChecklistRunner withListener(RunListener listener) {
        List<RunListener> all = plus(settings.listeners(), List.of(present("listener", listener)));
        return with(settings.permissions(), settings.selection(), settings.attestor(), settings.waivers(), all);
    }

    /** Asks this attestor for sign-offs and ratings; default: nobody, so that they are PENDING. */
    public ChecklistRunner withAttestor(Attestor attestor) {
        Attestor given = present("attestor", attestor);
        return with(settings.permissions(), settings.selection(), given, settings.waivers(), settings.listeners());
    }

    /** Lets waivers cover failures; adds. */
    public ChecklistRunner withWaivers(Collection<Waiver> waivers) {
        List<Waiver> all = plus(settings.waivers(), present("waivers", waivers));
        return with(settings.permissions(), settings.selection(), settings.attestor(), all, settings.listeners());
    }

    /** Runs only a part of the list; default: all of it. */
    public ChecklistRunner withSelection(Selection selection) {
        Selection given = present("selection", selection);
        return with(settings.permissions(), given, settings.attestor(), settings.waivers(), settings.listeners());
    }

    /** Lets checks write to their targets; default: they are PENDING, or ask their {@code orAsk} question. */
    public ChecklistRunner withWrites() {
        Settings.Permissions allowed =
                new Settings.Permissions(true, settings.permissions().load());
        return with(allowed, settings.selection(), settings.attestor(), settings.waivers(), settings.listeners());
    }

    /** Lets checks put load on their targets; default: they are PENDING, or ask their {@code orAsk} question. */
    public ChecklistRunner withLoad() {
        Settings.Permissions allowed =
                new Settings.Permissions(settings.permissions().writes(), true);
        return with(allowed, settings.selection(), settings.attestor(), settings.waivers(), settings.listeners());
    }

    /**
     * Masks these values wherever they appear, also in Base64, URL- and JSON-escaped form; adds.
     *
     * @throws IllegalArgumentException if a value has fewer than 4 characters
     */
    public ChecklistRunner withSecrets(String... secrets) {
        Settings.Surroundings old = settings.surroundings();
        List<String> given = Arrays.asList(present("secrets", secrets));
        KnownSecrets.of(given); // refuses now what would fail later
        List<String> all = plus(old.secrets(), given);
        return with(new Settings.Surroundings(old.clock(), old.executor(), old.decorator(), all));
    }

    /**
     * Runs probes on threads of this executor, virtual ones for instance; default: daemon threads of the run's own. It
     * must run tasks on other threads than the caller's, and is not shut down.
     */
    public ChecklistRunner withExecutor(Executor executor) {
        Settings.Surroundings old = settings.surroundings();
        return with(
                new Settings.Surroundings(old.clock(), present("executor", executor), old.decorator(), old.secrets()));
    }

    /**
     * Wraps every probe, to carry a logging or security context. The decorator is called once a run, on the thread that
     * starts it; what it returns is run for each probe, by several threads at a time.
     */
    public ChecklistRunner withTaskDecorator(UnaryOperator<Runnable> decorator) {
        Settings.Surroundings old = settings.surroundings();
        return with(
                new Settings.Surroundings(old.clock(), old.executor(), present("decorator", decorator), old.secrets()));
    }

    /** Takes the time from this clock; default: the machine's. */
    public ChecklistRunner withClock(RunClock clock) {
        Settings.Surroundings old = settings.surroundings();
        return with(new Settings.Surroundings(present("clock", clock), old.executor(), old.decorator(), old.secrets()));
    }

    private ChecklistRunner with(Settings.Limits limits) {
        return new ChecklistRunner(new Settings(
                limits,
                settings.surroundings(),
                settings.permissions(),
                settings.selection(),
                settings.attestor(),
                settings.waivers(),
                settings.listeners()));
    }

    private ChecklistRunner with(Settings.Surroundings surroundings) {
        return new ChecklistRunner(new Settings(
                settings.limits(),
                surroundings,
                settings.permissions(),
                settings.selection(),
                settings.attestor(),
                settings.waivers(),
                settings.listeners()));
    }

    private ChecklistRunner with(
            Settings.Permissions permissions,
            Selection selection,
            Attestor attestor,
            List<Waiver> waivers,
            List<RunListener> listeners) {
        return new ChecklistRunner(new Settings(
                settings.limits(), settings.surroundings(), permissions, selection, attestor, waivers, listeners));
    }

    private static <T> List<T> plus(List<T> list, Collection<? extends T> more) {
        List<T> all = new ArrayList<>(list);
        more.forEach(one -> all.add(present("an element", one)));
        return List.copyOf(all);
    }

    private static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is null: give one, or leave the call out");
        }
        return value;
    }

    private static Duration positive(String name, @Nullable Duration value) {
        Duration given = present(name, value);
        if (given.isZero() || given.isNegative() || given.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " is " + given + ": expected more than zero and at most " + LONGEST.toDays() + " days");
        }
        return given;
    }
}
