package dev.checklist.jdbc;

import java.sql.Connection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets the lines of one run in to one database: one log-in at a time, few connections at once, and no log-in after a
 * refused one, since accounts lock. What it remembers can only keep a line from passing.
 */
final class Door {
    private static final int MOST_INSIDE = 4;

    private final DataSource source;
    private final Semaphore places = new Semaphore(MOST_INSIDE, true);
    private final Semaphore turn = new Semaphore(1, true);
    private volatile @Nullable UnseenException refusal;
    private volatile @Nullable Opening last;

    Door(DataSource source) {
        this.source = source;
    }

    /** Opens a connection in one of the few places; closing the session frees it. */
    Session enter(Deadline deadline) throws UnseenException, InterruptedException {
        acquire(places, deadline);
        Connection connection = null;
        try {
            connection = connect(deadline);
            return Session.begin(this, connection, deadline, places::release);
        } catch (Throwable e) {
            places.release();
            throw e;
        }
    }

    /** Opens one more connection for somebody who is inside already. */
    Session another(Deadline deadline) throws UnseenException, InterruptedException {
        return Session.begin(this, connect(deadline), deadline, () -> {});
    }

    private Connection connect(Deadline deadline) throws UnseenException, InterruptedException {
        acquire(turn, deadline);
        try {
            UnseenException known = refusal;
            if (known != null) {
                throw known;
            }
            Opening before = last;
            if (before != null && before.hangs()) {
                throw new UnseenException(
                        Reason.UNREACHABLE, "could not look: an earlier call for a connection still hangs");
            }
            Opening mine = Opening.of(source);
            last = mine;
            return mine.await(deadline);
        } catch (UnseenException e) {
            if (e.reason() == Reason.LOGIN_REFUSED && refusal == null) {
                refusal = new UnseenException(
                        e.reason(), e.words() + "; nobody logs in again in this run, since accounts lock");
                throw refusal;
            }
            throw e;
        } finally {
            turn.release();
        }
    }

    private static void acquire(Semaphore semaphore, Deadline deadline) throws UnseenException, InterruptedException {
        if (!semaphore.tryAcquire(deadline.nanos(), TimeUnit.NANOSECONDS)) {
            throw new UnseenException(Reason.TIMED_OUT, "could not look: other lines still wait for this database");
        }
    }
}
