package dev.checklist.jdbc;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;

/**
 * Looks at a database in a session of its own.
 *
 * @param expected the end of "expected ..."
 */
record Look(Database database, String expected, Session.Look<Outcome> look) implements Probe {
    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        return database.look(context, expected, look);
    }
}
