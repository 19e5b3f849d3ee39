package dev.checklist.jdbc;

import dev.checklist.Check;
import dev.checklist.Outcome;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Is the table of applied migrations that Prisma Migrate keeps.
 *
 * <p>A migration counts with {@code finished_at} and without {@code rolled_back_at}. Where there is no such table, the
 * line is an ERROR "unsupported": {@code prisma db push} writes none; ask {@link TableChecks#hasColumns} there.
 */
public final class PrismaMigrations {
    private static final String APPLIED = "select distinct migration_name from _prisma_migrations"
            + " where finished_at is not null and rolled_back_at is null and migration_name in ";
    private static final String UNFINISHED = "select distinct migration_name from _prisma_migrations"
            + " where finished_at is null and rolled_back_at is null";

    private final JdbcChecks database;

    PrismaMigrations(JdbcChecks database) {
        this.database = database;
    }

    /**
     * Passes when every migration of the directory, which is read when the line is asked, is applied and none is
     * unfinished.
     *
     * @param migrations the directory {@code prisma/migrations} of the release; none in it is an ERROR
     */
    public Check areApplied(Path migrations) {
        MigrationFiles files = MigrationFiles.prisma(migrations);
        return check("every migration of the release", session -> applied(session, files.names()));
    }

    /**
     * Passes when these migrations are applied and none is unfinished.
     *
     * @param first the name of a directory below {@code prisma/migrations}
     */
    public Check areApplied(String first, String... more) {
        List<String> names = Names.all("migration", first, more);
        return check("migrations " + Names.some(names), session -> applied(session, names));
    }

    private Check check(String expected, Session.Look<Outcome> look) {
        return database.check(
                "prisma migrations are applied", "prisma migrations are applied", expected + " to be applied", look);
    }

    private static Outcome applied(Session session, List<String> wanted) throws SQLException, UnseenException {
        try {
            Set<String> unfinished = MigrationTable.names(session, UNFINISHED);
            Set<String> applied = MigrationTable.names(session, APPLIED, wanted);
            return MigrationTable.judge(wanted, applied, unfinished);
        } catch (SQLException e) {
            if (Reason.of(e) != Reason.NO_TABLE) {
                throw e;
            }
            return Outcome.unsupported("expected Prisma's migrations to be applied but there is no table"
                    + " _prisma_migrations: nothing was migrated, or `prisma db push` was used, which leaves no trace;"
                    + " ask table(name).hasColumns(...) instead");
        }
    }
}
