package dev.checklist.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for one run which credentials were refused: each is sent once and then never again, since accounts lock.
 *
 * <p>Until a credential was accepted, requests that carry it are sent one after another. What is remembered can only
 * keep a line from passing.
 */
final class Credentials {
    /** Finds the memory of a run; one for all clients, since an account does not ask which client locks it. */
    record Key() {}

    private final Map<Credential, Standing> standings = new ConcurrentHashMap<>();

    /** Sends a call unless it carries a refused credential. */
    Answer guard(Call call, SortedSet<Credential> credentials, Deadline deadline, Callable<Answer> send)
            throws Exception {
        Deque<Standing> carried = new ArrayDeque<>();
        credentials.forEach(c -> carried.addLast(standings.computeIfAbsent(c, any -> new Standing())));
        Deque<Standing> held = new ArrayDeque<>();
        try {
            for (Standing standing : carried) {
                if (!standing.accepted) {
                    await(standing, call, deadline);
                    held.addFirst(standing);
                }
            }
            for (Standing standing : carried) {
                standing.refuseAgain(call);
            }
            return judged(send.call(), call, carried);
        } finally {
            held.forEach(standing -> standing.turn.unlock());
        }
    }

    private static void await(Standing standing, Call call, Deadline deadline)
            throws NoAnswerException, InterruptedException {
        if (!standing.turn.tryLock(deadline.nanos(), TimeUnit.NANOSECONDS)) {
            throw NoAnswerException.unseen(call + " was not sent: another line was still waiting to see whether its"
                    + " credential is accepted");
        }
    }

    private static Answer judged(Answer answer, Call call, Deque<Standing> carried) throws NoAnswerException {
        if (isRefusal(answer) && !call.reading().expectsRefusal() && !carried.isEmpty()) {
            Refusal refusal = new Refusal(call, answer.status());
            carried.forEach(standing -> standing.refusal = refusal);
            throw refusal.toward(call);
        }
        if (answer.isSuccess()) {
            carried.forEach(standing -> standing.accepted = true);
        }
        return answer;
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() == 401
                || answer.status() == 403
                || (answer.status() == 400
                        && new String(answer.body().bytes(), StandardCharsets.UTF_8).contains("invalid_grant"));
    }

    /** Is what is known of one credential. */
    private static final class Standing {
        private final ReentrantLock turn = new ReentrantLock();
        private volatile boolean accepted;
        private volatile @Nullable Refusal refusal;

        private void refuseAgain(Call call) throws NoAnswerException {
            Refusal known = refusal;
            if (known != null) {
                throw known.toward(call);
            }
        }
    }

    /** Is the answer that ended the use of a credential. */
    private record Refusal(Call first, int status) {
        /** Says the same to a repetition of the call, so that its retries end. */
        private NoAnswerException toward(Call call) {
            String seen = first + " answered " + status + " to its credential";
            return NoAnswerException.credentialRefused(
                    call.equals(first)
                            ? "found that " + seen + "; it is not sent again in this run, since accounts lock"
                            : call + " was not sent: " + seen
                                    + ", and a refused one is sent once, since accounts lock");
        }
    }
}
