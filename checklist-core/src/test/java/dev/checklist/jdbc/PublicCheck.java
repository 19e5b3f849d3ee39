package dev.checklist.jdbc;

import dev.checklist.Check;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One public predicate over {@link #healthy()}, in which it holds.
 *
 * @param name class, method and parameter types, as {@link #found} finds them
 * @param check makes the line
 * @param deciding the part of the answers that decides
 * @param broken changes that answer so that the predicate does not hold
 */
record PublicCheck(String name, Function<JdbcChecks, Check> check, String deciding, UnaryOperator<FakeAnswer> broken) {
    static final Path PRISMA = Path.of("src/test/resources/dev/checklist/jdbc/prisma");
    static final Path FLYWAY = Path.of("src/test/resources/dev/checklist/jdbc/flyway");

    private static final String SESSIONS = "pg_stat_activity a left join";
    private static final String ROOM = "max_connections";
    private static final String COUNT = "select count(*) from (select 1";
    private static final String PRISMA_APPLIED = "_prisma_migrations where finished_at is not null";
    private static final String FLYWAY_APPLIED = "flyway_schema_history h where h.success";

    static FakeDatabase healthy() {
        return new FakeDatabase()
                .answering(FakeDatabase.IS_VALID, FakeAnswer.row(true))
                .answering(SESSIONS, FakeAnswer.row(2, 0, 0, 0))
                .answering(ROOM, FakeAnswer.row(100, 3))
                .answering(COUNT, FakeAnswer.row(5))
                .answering("select text", FakeAnswer.row("green"))
                .answering("select number", FakeAnswer.row(7))
                .answering("select truth", FakeAnswer.row(true))
                .answering(
                        FakeDatabase.TABLES,
                        FakeAnswer.row("public", "orders", "TABLE").labelled("TABLE_SCHEM", "TABLE_NAME", "TABLE_TYPE"))
                .answering(
                        FakeDatabase.COLUMNS,
                        FakeAnswer.row("public", "orders", "id").labelled("TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME"))
                .answering(
                        "_prisma_migrations where finished_at is null",
                        FakeAnswer.column().empty())
                .answering(PRISMA_APPLIED, FakeAnswer.column("1_init"))
                .answering(
                        "flyway_schema_history where not success",
                        FakeAnswer.column().empty())
                .answering(
                        "flyway_schema_history where success",
                        FakeAnswer.column().empty())
                .answering(FLYWAY_APPLIED, FakeAnswer.column("V1__init.sql"));
    }

    static List<PublicCheck> all() {
        return List.of(
                of("JdbcChecks.isReachable()", JdbcChecks::isReachable, FakeDatabase.IS_VALID, FakeAnswer.row(false)),
                of(
                        "JdbcChecks.encryptsSessionsOf(String)",
                        db -> db.encryptsSessionsOf("app"),
                        SESSIONS,
                        FakeAnswer.row(2, 1, 0, 0)),
                of("JdbcChecks.acceptsConnections()", JdbcChecks::acceptsConnections, ROOM, FakeAnswer.row(100, 51)),
                of("JdbcChecks.acceptsConnections(int)", db -> db.acceptsConnections(2), ROOM, FakeAnswer.row(100, 90)),
                query("returns(String)", q -> q.returns("green"), "select text", "red"),
                query("returns(Number)", q -> q.returns(7), "select number", 8),
                query("returns(boolean)", q -> q.returns(true), "select truth", false),
                query("returnsAtLeast(Number)", q -> q.returnsAtLeast(7), "select number", 6),
                query("returnsAtMost(Number)", q -> q.returnsAtMost(7), "select number", 8),
                new PublicCheck(
                        "TableChecks.exists()",
                        db -> db.table("orders").exists(),
                        FakeDatabase.TABLES,
                        FakeAnswer::empty),
                of(
                        "TableChecks.hasColumns(String, String[])",
                        db -> db.table("orders").hasColumns("id"),
                        FakeDatabase.COLUMNS,
                        FakeAnswer.row("public", "orders", "name")
                                .labelled("TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")),
                of(
                        "TableChecks.hasRowsAtLeast(int)",
                        db -> db.table("orders").hasRowsAtLeast(5),
                        COUNT,
                        FakeAnswer.row(4)),
                of(
                        "PrismaMigrations.areApplied(Path)",
                        db -> db.prismaMigrations().areApplied(PRISMA),
                        PRISMA_APPLIED,
                        FakeAnswer.column("2_other")),
                of(
                        "PrismaMigrations.areApplied(String, String[])",
                        db -> db.prismaMigrations().areApplied("1_init"),
                        PRISMA_APPLIED,
                        FakeAnswer.column("2_other")),
                of(
                        "FlywayMigrations.areApplied(Path)",
                        db -> db.flywayMigrations().areApplied(FLYWAY),
                        FLYWAY_APPLIED,
                        FakeAnswer.column("V2__other.sql")),
                of(
                        "FlywayMigrations.areApplied(String, String[])",
                        db -> db.flywayMigrations().areApplied("V1__init.sql"),
                        FLYWAY_APPLIED,
                        FakeAnswer.column("V2__other.sql")));
    }

    private static PublicCheck of(String name, Function<JdbcChecks, Check> check, String deciding, FakeAnswer broken) {
        return new PublicCheck(name, check, deciding, answer -> broken);
    }

    private static PublicCheck query(String name, Function<QueryChecks, Check> predicate, String sql, Object broken) {
        return of("QueryChecks." + name, db -> predicate.apply(db.query(sql)), sql, FakeAnswer.row(broken));
    }

    /** Finds every public method of the package's public classes that makes a check. */
    static Set<String> found() {
        Set<String> found = new TreeSet<>();
        Set<Class<?>> seen = new HashSet<>();
        find(JdbcChecks.class, seen, found);
        return found;
    }

    private static void find(Class<?> type, Set<Class<?>> seen, Set<String> found) {
        if (!type.getName().startsWith("dev.checklist.jdbc.") || !seen.add(type)) {
            return;
        }
        for (Method method : type.getMethods()) {
            if (method.getReturnType() == Check.class && Modifier.isPublic(method.getModifiers())) {
                found.add(type.getSimpleName() + "." + method.getName()
                        + Stream.of(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .collect(Collectors.joining(", ", "(", ")")));
            }
            find(method.getReturnType(), seen, found);
        }
    }

    /** Returns the simple names of the predicates, as a guide speaks of them. */
    static Set<String> words() {
        return found().stream()
                .map(name -> name.substring(name.indexOf('.') + 1, name.indexOf('(')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return name;
    }
}
