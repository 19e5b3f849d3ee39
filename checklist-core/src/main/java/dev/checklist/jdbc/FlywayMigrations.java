package dev.checklist.jdbc;

import dev.checklist.Check;
import dev.checklist.Outcome;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Is the table of applied migrations that Flyway keeps, {@code flyway_schema_history} in the connection's schema.
 *
 * <p>A script counts when a row with its name succeeded and was neither undone nor deleted later, or when its version
 * is not above the newest baseline. Checksums are not compared: {@code flyway validate} does.
 */
public final class FlywayMigrations {
    private static final String LATER = "'UNDO_SQL', 'UNDO_SCRIPT', 'UNDO_JDBC', 'DELETE'";
    private static final String APPLIED = "select distinct h.script from flyway_schema_history h where h.success"
            + " and h.type not in (" + LATER + ") and not exists (select 1 from flyway_schema_history u"
            + " where u.installed_rank > h.installed_rank and u.type in (" + LATER
            + ") and (u.version = h.version or u.script = h.script)) and h.script in ";
    private static final String FAILED = "select distinct script from flyway_schema_history where not success";
    private static final String BASELINE = "select distinct version from flyway_schema_history where success"
            + " and type in ('BASELINE', 'SQL_BASELINE') and version is not null";

    private final JdbcChecks database;

    FlywayMigrations(JdbcChecks database) {
        this.database = database;
    }

    /**
     * Passes when every script of the directory and of those in it, which are read when the line is asked, is applied
     * and none failed.
     *
     * @param migrations the directory {@code db/migration} of the release with its {@code V1__name.sql} and {@code
     *     R__name.sql}; none in it is an ERROR
     */
    public Check areApplied(Path migrations) {
        MigrationFiles files = MigrationFiles.flyway(migrations);
        return check("every script of the release", session -> applied(session, files.names()));
    }

    /**
     * Passes when these scripts are applied and none failed.
     *
     * @param first the name of a script as Flyway keeps it, such as {@code V1__create_orders.sql}
     */
    public Check areApplied(String first, String... more) {
        List<String> scripts = Names.all("script", first, more);
        return check("scripts " + Names.some(scripts), session -> applied(session, scripts));
    }

    private Check check(String expected, Session.Look<Outcome> look) {
        return database.check(
                "flyway migrations are applied", "flyway migrations are applied", expected + " to be applied", look);
    }

    private static Outcome applied(Session session, List<String> wanted) throws SQLException, UnseenException {
        Set<String> failed = MigrationTable.names(session, FAILED);
        Set<String> applied = new HashSet<>(MigrationTable.names(session, APPLIED, wanted));
        Set<String> baselines = MigrationTable.names(session, BASELINE);
        List<String> below = new ArrayList<>(wanted);
        below.removeIf(script ->
                applied.contains(script) || baselines.stream().noneMatch(base -> FlywayVersion.covers(base, script)));
        applied.addAll(below);
        Outcome outcome = MigrationTable.judge(wanted, applied, failed);
        return below.isEmpty() ? outcome : outcome.warning("not above the baseline, so not run: " + Names.some(below));
    }
}
