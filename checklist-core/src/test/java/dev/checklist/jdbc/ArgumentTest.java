package dev.checklist.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArgumentTest {
    private final JdbcChecks db = JdbcChecks.using(PublicCheck.healthy().source());

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void bad_arguments_are_refused_when_the_list_is_built() {
        refused("source is null", () -> JdbcChecks.using(null));
        refused("shown is \"\"", () -> db.named(" "));
        refused("user is null", () -> db.encryptsSessionsOf(null));
        refused("user is \"a b\"", () -> db.encryptsSessionsOf("a\nb"));
        refused("connections is 6: expected between 1 and 5", () -> db.acceptsConnections(6));
        refused("connections is 0", () -> db.acceptsConnections(0));
        refused("table is \"\"", () -> db.table(""));
        refused("schema is null", () -> db.table(null, "orders"));
        refused("table is \"xxx", () -> db.table("x".repeat(256)));
        refused("column is null", () -> db.table("orders").hasColumns("id", (String) null));
        refused("least is 0", () -> db.table("orders").hasRowsAtLeast(0));
        refused("value is null", () -> db.query("select 1").returns((String) null));
        refused("value is null", () -> db.query("select 1").returnsAtLeast(null));
        refused("value is NaN: expected a number", () -> db.query("select 1").returns(Double.NaN));
        refused("migrations is null", () -> db.prismaMigrations().areApplied((Path) null));
        refused("migration is null", () -> db.prismaMigrations().areApplied((String) null));
        refused("script is \"\"", () -> db.flywayMigrations().areApplied(""));
    }

    @Test
    void a_title_says_what_is_wanted() {
        assertThat(db.isReachable().title()).isEqualTo("database is reachable");
        assertThat(db.named("orders").isReachable().title()).isEqualTo("database orders is reachable");
        assertThat(db.query("select  count(*)\n from t").returnsAtLeast(3).title())
                .isEqualTo("database query select count(*) from t returns at least 3");
        assertThat(db.table("app", "orders").hasColumns("id", "total").title())
                .isEqualTo("database table app.orders has columns id, total");
        assertThat(db.encryptsSessionsOf("app").title()).isEqualTo("database encrypts the sessions of app");
    }

    @Test
    void a_probe_is_a_record_that_shows_nothing_of_the_source() {
        for (PublicCheck check : PublicCheck.all()) {
            Check line = check.check().apply(db);
            assertThat(line.probe()).isInstanceOf(Record.class);
            assertThat(line.probe().toString()).doesNotContain("canary");
        }
    }

    @Test
    void a_number_without_end_is_compared_and_not_written_out() {
        Value huge = new Value(new BigDecimal("1E+999999999"));
        assertThat(new Wanted.Bound(BigDecimal.TEN, false).judge(huge).message())
                .isEqualTo("expected at most 10 but found 1E+999999999");
        assertThat(new Wanted.Equal(new Value(BigDecimal.TEN)).judge(huge).message())
                .isEqualTo("expected 10 but found 1E+999999999");
        assertThat(new Value(new BigDecimal("1E-999999999")).toString()).hasSizeLessThan(120);
    }

    @Test
    void a_baseline_covers_the_versions_up_to_its_own_and_nothing_without_one() {
        assertThat(FlywayVersion.covers("2", "V1__init.sql")).isTrue();
        assertThat(FlywayVersion.covers("2", "V2__init.sql")).isTrue();
        assertThat(FlywayVersion.covers("2.0", "V2__init.sql")).isTrue();
        assertThat(FlywayVersion.covers("2", "V2_0_1__init.sql")).isFalse();
        assertThat(FlywayVersion.covers("2", "V10__init.sql")).isFalse();
        assertThat(FlywayVersion.covers("10", "V9.5__init.sql")).isTrue();
        assertThat(FlywayVersion.covers("2", "R__views.sql")).isFalse();
        assertThat(FlywayVersion.covers("", "V1__init.sql")).isFalse();
        assertThat(FlywayVersion.covers("x", "V1__init.sql")).isFalse();
    }
}
