package dev.checklist.examples.ticketer;

import dev.checklist.Check;
import dev.checklist.Checklists;
import dev.checklist.Section;
import dev.checklist.jdbc.JdbcChecks;

/** Is the database: that it is the one, its tables, and whether what is in them fits together. */
final class TicketerDatabase {
    private final JdbcChecks database;
    private final TicketerSettings.Monitoring names;
    private final Check reachable;

    TicketerDatabase(TicketerSettings settings) {
        this.database = settings.database().checks();
        this.names = settings.monitoring();
        this.reachable = database.isReachable();
    }

    /** Returns one and the same check each time, so that other lines can require it. */
    Check isReachable() {
        return reachable;
    }

    Check isTheOne() {
        return database.query("SELECT database()")
                .returns(names.databaseName())
                .named("database is " + names.databaseName())
                .requires(reachable);
    }

    Section hasItsData() {
        Check answers = database.isReachable();
        Check events = database.table("events").hasRowsAtLeast(1);
        Check seats = database.table("seats").hasRowsAtLeast(1);
        return Checklists.section(
                "4. Database",
                answers.orStop().tag("T53"),
                columns("events", "id", "name", "venue", "starts_at"),
                columns("seats", "id", "event_id", "label"),
                columns("bookings", "id", "seat_id", "email", "booked_at"),
                events.remedy("make db-seed").tag("T54"),
                seats.remedy("make db-seed").tag("T54"),
                database.query("SELECT count(*) FROM events e WHERE NOT EXISTS"
                                + " (SELECT 1 FROM seats s WHERE s.event_id = e.id)")
                        .returns(0)
                        .named("every event has seats")
                        .requires(events)
                        .tag("T55"),
                database.query("SELECT count(*) FROM bookings b WHERE NOT EXISTS"
                                + " (SELECT 1 FROM seats s WHERE s.id = b.seat_id)")
                        .returns(0)
                        .named("every booking has a seat")
                        .requires(seats)
                        .tag("T55"));
    }

    private Check columns(String table, String first, String... more) {
        return database.table(table)
                .hasColumns(first, more)
                .remedy("make db-push")
                .tag("T53");
    }

    Check encryptsItsSessions() {
        return database.encryptsSessionsOf(names.applicationUser())
                .because("our own session says nothing about the application's")
                .remedy("ALTER USER … REQUIRE SSL, and sslaccept=strict in DATABASE_URL");
    }
}
