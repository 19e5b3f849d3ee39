package dev.checklist.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the attestor one question at a time, on a thread of its own, without a timeout. */
final class People {
    /**
     * Is what came of a question.
     *
     * @param question what was asked, with the files as they were then
     * @param attestation the answer, if there was one
     * @param problem what went wrong while asking
     * @param isAnswerable whether the question can be answered later: all that it is about could be read
     */
    record Reply(
            Question question, Optional<Attestation> attestation, Optional<String> problem, boolean isAnswerable) {}

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

    /** Asks over these files; the reply comes back on the coordinator's thread. */
    void ask(Question question, List<Path> files, Consumer<Reply> then) {
        Runnable asking = () -> {
            Reply reply = ask(question, files);
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

    /** Reads the files here, since that may take long on a slow disk. */
    private Reply ask(Question question, List<Path> files) {
        Question whole;
        try {
            whole = question.over(SignedFiles.bound(files));
        } catch (Exception e) {
            return new Reply(question, Optional.empty(), Optional.of(Judgement.describe(e)), false);
        }
        try {
            Optional<Attestation> answer = attestor.answer(whole);
            return answer == null
                    ? problem(whole, "the attestor returned null")
                    : new Reply(whole, answer, Optional.empty(), true);
        } catch (Throwable e) {
            return problem(whole, "the attestor failed: " + Judgement.describe(e));
        }
    }

    private static Reply problem(Question question, String text) {
        return new Reply(question, Optional.empty(), Optional.of(text), true);
    }

    /** Returns which kept answers were seen. */
    Optional<Ledger> ledger() {
        try {
            return attestor.ledger();
        } catch (RuntimeException e) {
            String problem = "the attestor could not say which answers it keeps: " + Judgement.describe(e);
            return Optional.of(new Ledger("unknown", 0, Optional.empty(), List.of(problem)));
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
