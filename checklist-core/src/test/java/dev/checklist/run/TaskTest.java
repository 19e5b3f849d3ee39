package dev.checklist.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklists;
import dev.checklist.Item;
import dev.checklist.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A look ends exactly once, whoever ends it, and its thread is interrupted for it alone. */
class TaskTest {
    private static final RunClock CLOCK = RunClock.system();
    private static final Redactor REDACTOR = new Redactor(KnownSecrets.of(List.of()));
    private static final AttemptContext.Shared SHARED = new AttemptContext.Shared(
            Checklists.checklist("list", Checklists.signOff("read")), CLOCK, new SharedReads(CLOCK));
    private static final AttemptContext.Owner NOBODY = new AttemptContext.Owner() {
        @Override
        public boolean isRetried() {
            return false;
        }

        @Override
        public int sharing(Record key) {
            return 1;
        }

        @Override
        public Map<String, String> evidence(Item required) {
            return Map.of();
        }

        @Override
        public void wake() {
            throw new AssertionError("nobody subscribed");
        }
    };

    private static Task passing() {
        AttemptContext context = new AttemptContext(SHARED, NOBODY, 1, 0);
        return new Task(look -> Outcome.passed("saw it"), context, 1, Task.Manner.NORMAL, (task, ending) -> {});
    }

    @Test
    void a_look_that_was_called_off_does_not_begin() {
        Task task = passing();

        assertThat(task.callOff()).isTrue();
        assertThat(task.begin(CLOCK)).isFalse();
        assertThat(task.interrupt(0)).isFalse();
        assertThat(task.isOver()).isTrue();
        assertThat(task.callOff()).isFalse();
    }

    @Test
    void a_look_that_has_ended_is_not_interrupted() {
        Task task = passing();
        assertThat(task.begin(CLOCK)).isTrue();
        task.work(REDACTOR, CLOCK);
        assertThat(task.finish()).isTrue();

        assertThat(task.callOff()).isFalse();
        assertThat(task.interrupt(0)).isFalse();
        assertThat(task.abandon()).isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void a_look_that_was_interrupted_comes_back_late_and_leaves_no_interrupt() {
        Task task = passing();
        assertThat(task.begin(CLOCK)).isTrue();

        assertThat(task.interrupt(7)).isTrue();
        assertThat(task.interruptedAt()).isEqualTo(7);
        assertThat(task.context().isOver()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(task.finish()).isFalse();
        assertThat(task.comeBack()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
        assertThat(task.abandon()).isFalse();
    }

    @Test
    void a_look_that_was_given_up_does_not_come_back() {
        Task task = passing();
        assertThat(task.begin(CLOCK)).isTrue();
        assertThat(task.interrupt(0)).isTrue();

        assertThat(task.abandon()).isTrue();
        assertThat(task.finish()).isFalse();
        assertThat(task.comeBack()).isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Two threads race for the end of the same look, over and over: exactly one of them has it. */
    @Test
    void whoever_comes_first_a_look_ends_once_and_its_interrupt_never_outlives_it() throws InterruptedException {
        AtomicReference<Task> current = new AtomicReference<>();
        AtomicReference<String> fault = new AtomicReference<>();
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger inTime = new AtomicInteger();
        Thread worker = new Thread(() -> {
            for (int i = 0; !enough.get(); i++) {
                Task task = passing();
                if (!task.begin(CLOCK)) {
                    fault.set("called off by nobody");
                }
                current.set(task);
                for (int spin = 0; spin < i % 300; spin++) {
                    Thread.onSpinWait();
                }
                if (task.finish()) {
                    inTime.incrementAndGet();
                } else if (!task.comeBack() && !task.isOver()) {
                    fault.set("ended by nobody");
                }
                if (Thread.currentThread().isInterrupted()) {
                    fault.set("an interrupt outlived its look");
                }
            }
        });
        worker.start();
        int interrupted = 0;
        while (interrupted < 5_000) {
            Task task = current.get();
            if (task != null && task.interrupt(0)) {
                interrupted++;
                if (interrupted % 3 == 0) {
                    task.abandon();
                }
            }
        }
        enough.set(true);
        worker.join();

        assertThat(fault.get()).isNull();
        assertThat(inTime).as("looks that won the race").hasPositiveValue();
    }
}
