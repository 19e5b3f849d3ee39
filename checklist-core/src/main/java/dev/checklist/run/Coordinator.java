package dev.checklist.run;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries out one run: holds all its state in one thread, to which workers, timers and people only post. */
final class Coordinator {
    private static final long FAR = Long.MAX_VALUE / 4;
    /** How long the end of a run waits, in all, for threads that have been told to end. */
    private static final long FAREWELL = 500_000_000;

    private final Checklist checklist;
    private final Settings settings;
    private final RunClock clock;
    private final Redactor redactor;
    private final Set<Entry> selected;
    private final Mailbox<Runnable> mailbox = new Mailbox<>();
    private final Timers timers = new Timers();
    private final SharedReads reads;
    private final Sharers sharers = new Sharers();
    private final AttemptContext.Shared shared;
    private final Workforce workforce;
    private final Dispatcher dispatcher;
    private final Asking asking = new Asking(this);
    private final Aftercare aftercare = new Aftercare(this, asking);
    private final Opening opening;
    private final Deriving deriving = new Deriving(this);
    private final Finale finale;
    private final Reporting reporting;
    private final Questions questions;
    private final Listeners listeners;
    private final People people;
    private final Waivers waivers;
    private final Board board;
    private final CompletableFuture<Report> done;
    private final Instant startedAt;
    private @Nullable String stopReason;

    /** Prepares a run; on the caller's thread, whose context a decorator may want to carry. */
    Coordinator(Checklist checklist, Settings settings, CompletableFuture<Report> done) {
        this.checklist = checklist;
        this.settings = settings;
        this.done = done;
        Settings.Surroundings surroundings = settings.surroundings();
        this.clock = surroundings.clock();
        this.startedAt = clock.now();
        this.selected = settings.selection().select(checklist);
        this.redactor = new Redactor(KnownSecrets.of(surroundings.secrets()));
        this.reads = new SharedReads(clock);
        this.shared = new AttemptContext.Shared(checklist, clock, reads);
        boolean inline = clock instanceof RunClock.Virtual;
        Crew crew = new Crew(redactor, surroundings.executor(), surroundings.decorator());
        int parallelism = settings.limits().parallelism();
        this.workforce = inline
                ? new VirtualLane(crew, clock, parallelism, timers, this::postEnd)
                : new Workers(crew, clock, parallelism, this::postEnd, () -> mailbox.post(() -> {}));
        this.dispatcher = new Dispatcher(workforce, parallelism);
        this.listeners = new Listeners(settings.listeners(), redactor, inline);
        settings.attestor().prepare(checklist);
        this.people = new People(settings.attestor(), mailbox, inline);
        this.questions = new Questions(this, checklist, people);
        this.reporting = new Reporting(this, checklist, selected, startedAt);
        this.finale =
                new Finale(this, new Freshness(this, asking, settings.limits().oldest()));
        this.opening = new Opening(this, asking, questions);
        this.waivers =
                new Waivers(settings.waivers(), checklist.about(), LocalDate.ofInstant(startedAt, ZoneOffset.UTC));
        this.board =
                new Board(selected, reads::started, sharers, result -> tell(listener -> listener.lineEnded(result)));
    }

    // ---- what its parts ask of it

    Settings settings() {
        return settings;
    }

    AttemptContext.Shared shared() {
        return shared;
    }

    SharedReads reads() {
        return reads;
    }

    Sharers sharers() {
        return sharers;
    }

    Conditions conditions() {
        return opening.conditions();
    }

    Reporting reporting() {
        return reporting;
    }

    int abandoned() {
        return workforce.abandoned();
    }

    Deriving deriving() {
        return deriving;
    }

    /** Returns what the signatures of the whole list sign; null before they are asked. */
    @Nullable
    Report signed() {
        return finale.signed();
    }

    Redactor redactor() {
        return redactor;
    }

    Timers timers() {
        return timers;
    }

    Waivers waivers() {
        return waivers;
    }

    Board board() {
        return board;
    }

    long now() {
        return clock.nanoTime();
    }

    Instant wallClock() {
        return clock.now();
    }

    boolean isStopped() {
        return stopReason != null;
    }

    String stopReason() {
        return stopReason == null ? "the run has ended" : stopReason;
    }

    String refusal() {
        return workforce.refusal();
    }

    void post(Runnable message) {
        mailbox.post(message);
    }

    void tell(Consumer<RunListener> what) {
        if (!listeners.isEmpty()) {
            listeners.tell(what);
        }
    }

    void submit(Task task) {
        dispatcher.add(task);
    }

    // ---- the loop

    /** Carries the run out, on the current thread; never throws. */
    void run() {
        try {
            RunLog.started(checklist, selected.size());
            tell(listener -> listener.runStarted(checklist));
            String deadline = "run deadline " + Durations.text(settings.limits().deadline());
            timers.at(now() + settings.limits().deadline().toNanos(), () -> stop(deadline));
            board.start();
            while (step()) {
                rest();
            }
            finish();
        } catch (Throwable e) {
            done.completeExceptionally(new IllegalStateException("the runner itself failed; please report this", e));
            endThreads();
        }
    }

    /** Tells all threads at once to end, so that those which do not listen take their time together. */
    private void endThreads() {
        long until = System.nanoTime() + FAREWELL;
        people.close();
        listeners.close();
        workforce.close();
        people.awaitEnd(until);
        listeners.awaitEnd(until);
    }

    /** Does all there is to do now; false when the run is over. */
    private boolean step() {
        mailbox.drain(Runnable::run);
        long now = now();
        timers.fire(now);
        workforce.tend(now);
        for (Node node = next(); node != null; node = next()) {
            opening.start(node);
        }
        aftercare.tend();
        dispatcher.pump();
        boolean isIdle = dispatcher.isIdle() && aftercare.isDone() && mailbox.isEmpty() && !asking.isLookingAgain();
        if (isIdle && finale.goOn()) {
            mailbox.post(() -> {}); // there is something to do, so do not rest
        }
        return !isIdle || !mailbox.isEmpty() || !board.isOver();
    }

    /** Returns the next node to start, unless too much is under way: a node in line costs less than a task. */
    private @Nullable Node next() {
        return dispatcher.isCrowded() ? null : board.nextDue();
    }

    private void rest() {
        if (!mailbox.isEmpty()) {
            return;
        }
        long now = now();
        long wait = workforce.untilNext(now, timers.untilNext(now, FAR));
        if (clock instanceof RunClock.Virtual virtual) {
            virtual.advanceTo(now + Math.max(0, wait));
        } else {
            mailbox.await(wait);
        }
    }

    private void postEnd(Task task, Ending ending) {
        mailbox.post(() -> {
            if (dispatcher.ended(task)) {
                task.owner().ended(task, ending);
            }
        });
    }

    // ---- what ends

    /** Takes the result of a check; a person is asked where the machine could not look. */
    void finished(CheckRun asked, Result result) {
        if (asked.isAgain()) {
            asking.lookedAgain(asked, result);
            aftercare.ended(asked, result);
            return;
        }
        if (!questions.takesOver(asked, result)) {
            Outcome raw = asked.raw();
            if (result.status() == Status.PASSED
                    && raw != null
                    && !asked.node().followers().isEmpty()) {
                asked.node().seen(raw);
            }
            ended(asked.node(), result);
        }
    }

    /** Ends a line, and does what its end calls for. */
    void ended(Node node, Result result) {
        CheckRun asked = node.run();
        board.end(node, result);
        if (asked != null) {
            aftercare.ended(asked, result);
        }
    }

    // ---- the end

    /** Ends the run early: what runs is interrupted, what waits keeps its last status, the rest is BLOCKED. */
    void stop(String reason) {
        if (isStopped() || done.isDone()) {
            return;
        }
        stopReason = reason;
        people.close();
        dispatcher.stop();
        board.nodes().forEach(node -> Stopping.stop(node, this, asking, questions));
    }

    private void finish() {
        finale.end();
        Report report = reporting.report(people.ledger(), finale.finding());
        RunLog.ended(report);
        tell(listener -> listener.runEnded(report));
        endThreads();
        done.complete(report);
    }
}
