package dev.checklist.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "SELECT count(*) FROM orders",
                "  select 1 ;  ",
                "select deleted_at, updated_at from orders",
                "select ';' || 'drop table x' || '--' || 'it''s'",
                "select \"delete\" from \"into\"",
                "select `my column` from `my-table`",
                "show server_version",
                "show variables like 'have_ssl'",
                "with recent as (select * from orders) select count(*) from recent",
                "select replace(name, 'a', 'b') from t",
                "select\n  1",
                "select 'größer', préfixe from t",
            })
    void a_statement_that_only_reads_is_accepted(String sql) {
        assertThat(Sql.reading(sql)).isNotBlank().doesNotEndWith(";");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                ";",
                "'select 1'",
                "delete from orders",
                "update orders set x = 1",
                "insert into orders values (1)",
                "drop table orders",
                "explain analyze delete from orders",
                "values (1)",
                "table orders",
                "(select 1)",
                "call wipe()",
                "do 1",
                "set x = 1",
                "select 1; delete from orders",
                "select 1;;",
                "select 1; ; select 2",
                "select * into copy from orders",
                "select * from orders into outfile '/tmp/x'",
                "select 1 INTO @x",
                "select * from orders for update",
                "select * from orders for share",
                "select * from orders for no key update",
                "select * from orders for key share",
                "select * from orders lock in share mode",
                "with gone as (delete from orders returning *) select * from gone",
                "with x as (select 1) insert into y select * from x",
                "with x as (select 1) merge into y using x on true when matched then do nothing",
                "select 1 exec wipe",
                "select 1 drop table orders",
                "select 1 -- comment",
                "select 1 /* comment */",
                "select 1 /*!50000 into @x */",
                "select 1 /*M! into @x */",
                "select 1 # comment",
                "select 'a\\'; delete from orders; -- '",
                "select $$x$$",
                "select $a$ ; delete from orders; $a$",
                "select 1 ` ; delete from orders; `",
                "select `it's` , 'x'",
                "select 'open",
                "select \"open",
                "select {fn now()}",
                "{call wipe()}",
                "select 1\u0000",
                "select 1\u001b[2J",
                "1 select",
                "-select 1",
            })
    void anything_else_is_refused_when_the_list_is_built(String sql) {
        assertThatThrownBy(() -> Sql.reading(sql))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sql is ");
    }

    @Test
    void a_refusal_names_the_statement_and_what_is_wrong() {
        assertThatThrownBy(() -> Sql.reading("select 1; delete from orders"))
                .hasMessage(
                        "sql is \"select 1; delete from orders\": give a single statement without comments; found ;");
        assertThatThrownBy(() -> Sql.reading("select * into copy from orders"))
                .hasMessageEndingWith("only reading is allowed; found SELECT INTO");
        assertThatThrownBy(() -> Sql.reading("select " + "x".repeat(20_000)))
                .hasMessageEndingWith("give at most 10000 characters")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }
}
