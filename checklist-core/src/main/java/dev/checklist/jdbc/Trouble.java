package dev.checklist.jdbc;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Puts what a driver threw into words: while connecting never its own, since drivers quote URLs with passwords. */
final class Trouble {
    private static final int MOST_CAUSES = 30;

    private Trouble() {}

    static UnseenException connecting(Throwable thrown) {
        Set<Throwable> all = causes(thrown);
        Reason reason = reason(all);
        if (reason == Reason.UNSEEN || reason == Reason.UNREACHABLE) {
            return new UnseenException(Reason.UNREACHABLE, Reason.UNREACHABLE.words() + detail(all));
        }
        return new UnseenException(reason, reason.words() + detail(all));
    }

    static UnseenException asking(Throwable thrown) {
        Set<Throwable> all = causes(thrown);
        Reason reason = reason(all);
        String said = thrown instanceof SQLException ? Said.of(thrown) : "";
        return new UnseenException(reason, reason.words() + (said.isEmpty() ? detail(all) : ": " + said));
    }

    /** The first that says something known decides: pools wrap what the driver threw. */
    private static Reason reason(Set<Throwable> all) {
        Reason found = Reason.UNSEEN;
        for (Throwable one : all) {
            if (one instanceof SQLException e && (found == Reason.UNSEEN || found == Reason.UNREACHABLE)) {
                Reason reason = Reason.of(e);
                found = reason == Reason.UNSEEN ? found : reason;
            }
        }
        return found;
    }

    private static String detail(Set<Throwable> all) {
        for (Throwable one : all) {
            if (one instanceof UnknownHostException) {
                return " (its host name was not resolved)";
            }
            if (one instanceof SocketTimeoutException) {
                return " (it is silent)";
            }
            if (one instanceof ConnectException) {
                return String.valueOf(one.getMessage()).contains("refused")
                        ? " (the connection was refused)"
                        : " (the network does not lead there)";
            }
        }
        for (Throwable one : all) {
            if (one instanceof SQLException e
                    && e.getSQLState() != null
                    && e.getSQLState().matches("[0-9A-Z]{5}")) {
                return " (SQLSTATE " + e.getSQLState() + (e.getErrorCode() == 0 ? "" : ", code " + e.getErrorCode())
                        + ")";
            }
        }
        return all.isEmpty() ? "" : " (" + all.iterator().next().getClass().getSimpleName() + ")";
    }

    /** Returns the exception and all behind it, each once: a chain may be a circle. */
    private static Set<Throwable> causes(Throwable thrown) {
        Set<Throwable> all = new LinkedHashSet<>();
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(thrown);
        while (!open.isEmpty() && all.size() < MOST_CAUSES) {
            Throwable one = open.removeFirst();
            if (all.add(one)) {
                if (one.getCause() != null) {
                    open.addLast(one.getCause());
                }
                if (one instanceof SQLException e && e.getNextException() != null) {
                    open.addLast(e.getNextException());
                }
            }
        }
        return all;
    }
}
