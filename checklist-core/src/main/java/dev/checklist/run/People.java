package dev.checklist.run;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the attestor one question at a time, on a thread of its own, without a timeout. */
final class People {
    /**
     * Is what came of a question.
     *
     * @param attestation the answer, if there was one
     * @param problem what went wrong while asking
     */
    record Reply(Optional<Attestation> attestation, Optional<String> problem) {}

    private final Attestor attestor;
    private final Mailbox<Runnable> mailbox;
    private final boolean inline;
    private final LinkedBlockingQueue<Runnable> questions = new LinkedBlockingQueue<>();
    private @Nullable Thread thread;
    private volatile boolean closed;

    People(Attestor attestor, Mailbox<Runnable> mailbox, boolean inline) {
        this.attestor = attestor;
        this.mailbox = mailbox;
        this.inline = inline;
    }

    /** Asks; the reply comes back on the coordinator's thread. */
    void ask(Question question, Consumer<Reply> then) {
        Runnable asking = () -> {
            Reply reply = ask(question);
            mailbox.post(() -> then.accept(reply));
        };
        if (inline) {
            asking.run();
            return;
        }
        if (thread == null) {
            thread = new Thread(this::askAll, "checklist-attestor");
            thread.setDaemon(true);
            thread.start();
        }
        questions.add(asking);
    }

    private void askAll() {
        while (!closed) {
            try {
                questions.take().run();
            } catch (InterruptedException e) {
                RunLog.debug("The thread that asks people was interrupted, by the end of the run or by an attestor");
            }
        }
    }

    private Reply ask(Question question) {
        try {
            Optional<Attestation> answer = attestor.answer(question);
            return answer == null
                    ? new Reply(Optional.empty(), Optional.of("the attestor returned null"))
                    : new Reply(answer, Optional.empty());
        } catch (Throwable e) {
            return new Reply(Optional.empty(), Optional.of("the attestor failed: " + Judgement.describe(e)));
        }
    }

    /** Lets the thread end; an attestor that does not give way to the interrupt is left behind. */
    void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Waits for the end of the thread, until then at most by the machine's nanoseconds. */
    void awaitEnd(long until) {
        if (thread == null) {
            return;
        }
        try {
            thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
