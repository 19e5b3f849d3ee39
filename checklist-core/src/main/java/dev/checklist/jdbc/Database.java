package dev.checklist.jdbc;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.time.Duration;
import javax.sql.DataSource;

/** Is where connections come from. */
record Database(DataSource source) {
    private static final Duration WORTH_ASKING = Duration.ofMillis(500);

    /** Names what is shared by those who use the same source. */
    private record Key(DataSource source, Class<?> what) {}

    /** Judges what a session of its own shows, or words why it shows nothing. */
    Outcome look(CheckContext context, String expected, Session.Look<Outcome> look) throws Exception {
        Deadline deadline = Deadline.within(context.remaining());
        try {
            // Asked once for all lines that fall due together: a database that is away is one cause.
            Facts facts = facts(context, deadline);
            return facts.seen(visited(context, deadline, expected, look));
        } catch (UnseenException e) {
            return e.outcome(expected);
        }
    }

    private Outcome visited(CheckContext context, Deadline deadline, String expected, Session.Look<Outcome> look)
            throws InterruptedException {
        try {
            return visit(context, deadline, look);
        } catch (UnseenException e) {
            return e.outcome(expected);
        }
    }

    private Facts facts(CheckContext context, Deadline deadline) throws Exception {
        Session.Look<Facts> who = session -> Facts.of(session.metaData(), session.catalog());
        try {
            return context.shared(new Key(source, Facts.class), () -> visit(context, deadline, who));
        } catch (UnseenException e) {
            // The line that asked for all may have had less time than this one.
            if (e.reason() != Reason.TIMED_OUT || deadline.nanos() < WORTH_ASKING.toNanos()) {
                throw e;
            }
            return visit(context, deadline, who);
        }
    }

    private <T> T visit(CheckContext context, Deadline deadline, Session.Look<T> look)
            throws UnseenException, InterruptedException {
        Door door = context.perRun(new Key(source, Door.class), () -> new Door(source));
        try (Session session = door.enter(deadline)) {
            return session.look(look);
        }
    }

    /** Says nothing about the source, whose own words may hold a password. */
    @Override
    public String toString() {
        return "a database";
    }
}
