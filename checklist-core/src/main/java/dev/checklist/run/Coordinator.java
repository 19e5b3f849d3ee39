package dev.checklist.run;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Effect;
import dev.checklist.Entry;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Precondition;
import dev.checklist.Rating;
import dev.checklist.SignOff;
import dev.checklist.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
    private final Mailbox mailbox = new Mailbox();
    private final Timers timers = new Timers();
    private final SharedReads reads;
    private final AttemptContext.Shared shared;
    private final Conditions conditions = new Conditions(this::ask);
    private final Workforce workforce;
    private final Dispatcher dispatcher;
    private final Asking asking = new Asking(this);
    private final Aftercare aftercare = new Aftercare(this, asking);
    private final Listeners listeners;
    private final People people;
    private final Waivers waivers;
    private final Board board;
    private final CompletableFuture<Report> done;
    private final Instant startedAt;
    private int conditionsAsked;
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
        this.dispatcher = new Dispatcher(workforce);
        this.listeners = new Listeners(settings.listeners(), redactor, inline);
        this.people = new People(settings.attestor(), mailbox, inline);
        this.waivers = new Waivers(settings.waivers(), LocalDate.ofInstant(startedAt, ZoneOffset.UTC));
        this.board = new Board(selected, this::ended);
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

    Conditions conditions() {
        return conditions;
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
        mailbox.drain();
        long now = now();
        timers.fire(now);
        workforce.tend(now);
        for (Node node = board.nextDue(); node != null; node = board.nextDue()) {
            start(node);
        }
        aftercare.tend();
        dispatcher.pump();
        return !(board.isOver() && dispatcher.isIdle() && aftercare.isDone() && mailbox.isEmpty());
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
            dispatcher.ended(task);
            task.owner().ended(task, ending);
        });
    }

    // ---- what starts and ends

    private void start(Node node) {
        conditions.all(node.entry().item().preconditions(), finding -> {
            if (node.isEnded()) {
                return;
            }
            if (isStopped()) {
                board.block(node, List.of(), stopReason()); // it was never started
            } else if (finding == null) {
                begin(node);
            } else if (finding.answer() == Conditions.Answer.DOES_NOT_HOLD) {
                String reason = redactor.mask(finding.condition().reasonToSkip(finding.outcome()));
                board.endAll(node, Status.SKIPPED, reason, Result.Details.NONE);
            } else {
                String message = redactor.mask("the condition \"" + finding.condition().description()
                        + "\" could not be judged: " + finding.outcome().message());
                Result.Details details =
                        new Result.Details(List.of(), null, finding.cause(), null, List.of(), null, null);
                board.endAll(node, Status.ERROR, message, details);
            }
        });
    }

    private void begin(Node node) {
        Item item = node.entry().item();
        node.start();
        if (node.scope() != null) {
            board.open(node, node.scope());
        } else if (item instanceof Check check) {
            if (isAllowed(check.effect())) {
                asking.begin(node, check);
            } else {
                String message = check.effect() == Effect.WRITES
                        ? "writes to its target: run it with withWrites() to allow that"
                        : "puts load on its target: run it with withLoad() to allow that";
                board.endAll(node, Status.PENDING, message, Result.Details.NONE);
            }
        } else {
            Rating rating = item instanceof Rating rated ? rated : null;
            OptionalInt scale = rating == null ? OptionalInt.empty() : OptionalInt.of(rating.scale());
            ask(node, Answers.question(checklist, node.line(), scale, Optional.empty()), rating, null);
        }
    }

    private boolean isAllowed(Effect effect) {
        return switch (effect) {
            case NONE -> true;
            case WRITES -> settings.permissions().writes();
            case LOADS -> settings.permissions().load();
        };
    }

    /** Takes the result of a check; a person is asked where the machine could not look. */
    void finished(CheckRun asked, Result result) {
        Node node = asked.node();
        SignOff question = asked.check().question().orElse(null);
        if (result.status() == Status.ERROR && result.mark().couldNotLook() && question != null && !isStopped()) {
            board.looked(node);
            asked.over(result);
            Line asking = node.line().asking(question);
            Optional<String> seen = Optional.of(result.message());
            ask(node, Answers.question(checklist, asking, OptionalInt.empty(), seen), null, result);
            return;
        }
        Outcome raw = asked.raw();
        if (result.status() == Status.PASSED && raw != null && !node.followers().isEmpty()) {
            node.seen(raw);
        }
        board.end(node, result);
        aftercare.ended(asked, result);
    }

    private void ask(Node node, Question question, @Nullable Rating rating, @Nullable Result machine) {
        tell(listener -> listener.lineStarted(question.line()));
        people.ask(question, reply -> {
            if (!node.isEnded()) {
                Result answered = Answers.judge(question, rating, reply, clock.now());
                Result result = waivers.applyTo(answered.masked(redactor).after(machine));
                board.end(node, result);
                careFor(node, result);
            }
        });
    }

    /** Does what the end of a check calls for, once a person has answered in its place. */
    private void careFor(Node node, Result result) {
        CheckRun asked = node.run();
        if (asked != null) {
            aftercare.ended(asked, result);
        }
    }

    private void ask(Precondition condition, Consumer<Conditions.Finding> then) {
        int number = ++conditionsAsked;
        AttemptContext.Owner owner = new AttemptContext.Owner() {
            @Override
            public Map<String, String> evidence(Item required) {
                throw new IllegalArgumentException("a condition requires nothing, so it has no evidence to read");
            }

            @Override
            public void wake() {
                // a condition is asked once
            }
        };
        AttemptContext context = new AttemptContext(shared, owner, 1);
        long timeout = condition
                .timeoutPerAttempt()
                .orElse(settings.limits().timeout())
                .toNanos();
        submit(new Task(condition.probe(), context, timeout, Task.Manner.NORMAL, (task, ending) -> {
            Outcome outcome = task.masked();
            if (ending != Ending.RETURNED || outcome == null) {
                reads.orphan(task.context());
                outcome = Outcome.error(
                        ending == Ending.REFUSED
                                ? "not started: " + refusal()
                                : isStopped()
                                        ? stopReason()
                                        : "timed out after " + Durations.text(Duration.ofNanos(timeout)));
            }
            String cause = context.cause() == null ? "condition " + number : context.cause();
            then.accept(new Conditions.Finding(Conditions.judge(outcome), condition, outcome, cause));
        }));
    }

    private void ended(Result result) {
        tell(listener -> listener.lineEnded(result));
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
        for (Node node : board.nodes()) {
            if (node.scope() == null && !node.isEnded()) {
                stop(node, reason);
            }
        }
    }

    private void stop(Node node, String reason) {
        CheckRun asked = node.run();
        if (asked != null && asked.over() == null) {
            asking.stop(asked);
        } else if (node.isStarted()) {
            String message = Answers.waiting(node.line()) + "; no answer before the end of the run: " + reason;
            Result open = new Result(node.line(), Status.PENDING, message, List.of(), Result.Details.NONE);
            Result result = open.after(asked == null ? null : asked.over());
            board.end(node, result);
            careFor(node, result);
        } else {
            board.block(node, List.of(), reason);
        }
    }

    private void finish() {
        List<Node> nodes = board.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node.scope() != null) {
                node.end(SectionResult.of(node)); // a cleanup may have turned a line since the section ended
            }
        }
        List<Result> results = nodes.stream().map(Node::ending).toList();
        List<Line> unselected = checklist.entries().stream()
                .filter(entry -> entry.children().isEmpty() && !selected.contains(entry))
                .map(Line::of)
                .toList();
        Report.Scope scope = new Report.Scope(
                unselected,
                waivers.findings(checklist, selected),
                workforce.abandoned(),
                Optional.ofNullable(stopReason));
        RunFacts facts = Machine.facts(startedAt, clock.now());
        Report report = new Report(checklist.title(), checklist.about(), facts, results, scope);
        RunLog.ended(report);
        tell(listener -> listener.runEnded(report));
        endThreads();
        done.complete(report);
    }
}
