package dev.checklist.registry;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for one run which credentials were refused, since accounts lock, and the tokens that it got. Credentials are
 * sent one after another. What is remembered can only keep a line from passing, or spare it a request.
 */
final class Refusals {
    /** Finds the memory of a run; one for all registries, since an account does not ask which line locks it. */
    record Key() {}

    private final Set<Login.Credential> refused = ConcurrentHashMap.newKeySet();
    private final Map<Record, String> authorizations = new ConcurrentHashMap<>();
    private final ReentrantLock turn = new ReentrantLock();

    @Nullable
    String authorization(Record scope) {
        return authorizations.get(scope);
    }

    void keep(Record scope, String authorization) {
        authorizations.put(scope, authorization);
    }

    void forget(Record scope) {
        authorizations.remove(scope);
    }

    void await(Deadline deadline) throws UnseenException, InterruptedException {
        if (!turn.tryLock(deadline.nanos(), TimeUnit.NANOSECONDS)) {
            throw UnseenException.unseen("another line was still waiting to see whether the credential is accepted");
        }
    }

    void done() {
        turn.unlock();
    }

    /** Notes a refusal, and words it. */
    UnseenException refuse(Login.Credential credential) {
        refused.add(credential);
        return new UnseenException(
                UnseenException.Kind.CREDENTIAL_REFUSED,
                "the credential was refused; it is not sent again in this run, since accounts lock");
    }

    /** Keeps a refused credential from being sent again. */
    void check(Login.Credential credential) throws UnseenException {
        if (refused.contains(credential)) {
            throw refuse(credential);
        }
    }
}
