package dev.checklist.k8s.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection URL is taken apart as its drivers do it, and never quoted. */
class ConnectionUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://app:Zr5@db.shop.svc:5433/orders?sslmode=require | db.shop.svc | 5433 | orders | Zr5",
                "postgres://app:Zr5@db/orders | db | 5432 | orders | Zr5",
                "POSTGRES://app:Zr5@DB.Shop./orders | db.shop | 5432 | orders | Zr5",
                "mysql://app:Zr5@db:3307/shop | db | 3307 | shop | Zr5",
                "mariadb://app:Zr5@db/shop | db | 3306 | shop | Zr5",
                "mongodb://app:Zr5@m-0:27017,m-1,m-2:27017/shop?replicaSet=rs0 | m-0,m-1,m-2 | 27017 | shop | Zr5",
                "redis://:Zr5@cache:6380/2 | cache | 6380 | 2 | Zr5",
                "redis://:Zr5@cache | cache | 6379 | 0 | Zr5",
                "rediss://default:Zr5@cache:6379/ | cache | 6379 | 0 | Zr5",
                "amqp://app:Zr5@mq/%2Fvhost | mq | 5672 | /vhost | Zr5",
                "jdbc:postgresql://db:5432/orders?user=app&password=Zr5 | db | 5432 | orders | Zr5",
                "jdbc:mysql://db/orders?password=Z%725&user=app | db | 3306 | orders | Zr5",
                "https://key:Zr5@o1.ingest.test/42 | o1.ingest.test | 443 | 42 | Zr5",
                "postgresql://app:Z%72%35@db/or%64ers | db | 5432 | orders | Zr5",
                "postgresql://app:Zr5@[2001:db8::7]:5432/orders | 2001:db8::7 | 5432 | orders | Zr5",
                "postgresql://app:a:b@db/orders | db | 5432 | orders | a:b",
                "postgresql://app:a+b@db/orders | db | 5432 | orders | a+b",
                "postgresql://app:%40%2F%23@db/orders | db | 5432 | orders | @/#"
            })
    void the_parts_of_a_url(String text, String hosts, int port, String database, String password) throws Exception {
        ConnectionUrl url = ConnectionUrl.parse(text);
        assertThat(url.otherThan(new TreeSet<>(Set.of(hosts.split(","))), OptionalInt.of(port), database))
                .isEmpty();
        assertThat(url.password()).contains(password);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is empty",
                "db:5432 | it does not start with a scheme and \"://\"",
                "app:Zr5@db/orders | it does not start with a scheme and \"://\"",
                "jdbc:sqlserver:db | it does not start with a scheme and \"://\"",
                "postgres:///orders | it names no host",
                "postgres://app:Zr5@/orders | it names no host",
                "postgres://app:Z/r5@db/orders | what names its host is no host",
                "postgres://app:Z#r5@db/orders | what names its host is no host",
                "postgres://app:Z?r5@db/orders | what names its host is no host",
                "postgres://app:Z@r5@db/orders | it has a second @, which must be percent-encoded in a user or password",
                "postgres://app:Z%r5@db/orders | it has a percent sign that encodes nothing",
                "postgres://app:Zr%5@db/orders | it has a percent sign that encodes nothing",
                "postgres://app:Zr%@db/orders | it has a percent sign that encodes nothing",
                "postgres://app:%ff@db/orders | it has a percent sign that encodes nothing",
                "postgres://app:Zr5@db:0/orders | its port is not from 1 to 65535",
                "postgres://app:Zr5@db:65536/orders | its port is not from 1 to 65535",
                "postgres://app:Zr5@db:port/orders | what names its host is no host",
                "postgres://app:Zr5@db:999999999999/orders | what names its host is no host",
                "mysql://app:Zr5@a,b/orders | it names several hosts, which its scheme does not know",
                "mongodb+srv://app:Zr5@m:27017/shop | it names a port, which is in the DNS",
                "mongodb://app:Zr5@a,,b/shop | it names no host",
                "postgres://app:Z r5@db/x | it contains a blank, a quotation mark or another character that no URL has",
                "\"postgres://a:b@db/x\" | it contains a blank, a quotation mark or another character that no URL has"
            })
    void what_is_no_url_is_told_by_what_it_lacks(String text, String flaw) {
        assertThatThrownBy(() -> ConnectionUrl.parse(text))
                .isInstanceOf(NotAUrlException.class)
                .hasMessage(flaw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://a:b@db/x\n", "postgres://a:b@db/x\r\n"})
    void a_line_break_at_the_end_is_named(String text) {
        assertThatThrownBy(() -> ConnectionUrl.parse(text)).hasMessage("it ends with a line break");
    }

    @Test
    void another_host_port_or_database_is_named_by_what_differs_only() throws Exception {
        ConnectionUrl url = ConnectionUrl.parse("postgresql://app:Zr5@db:5432/orders");
        assertThat(url.otherThan(Set.of("other"), OptionalInt.of(5432), "orders"))
                .contains("it names another host");
        assertThat(url.otherThan(Set.of("db"), OptionalInt.of(5433), "orders")).contains("it names another port");
        assertThat(url.otherThan(Set.of("db"), OptionalInt.of(5432), "Orders")).contains("it names another database");
        assertThat(url.otherThan(Set.of("x"), OptionalInt.of(1), "y"))
                .contains("it names another host and it names another port and it names another database");
    }

    @Test
    void one_of_several_hosts_is_not_all_of_them() throws Exception {
        ConnectionUrl url = ConnectionUrl.parse("mongodb://app:Zr5@a,b:27018/shop");
        assertThat(url.otherThan(Set.of("a"), OptionalInt.empty(), "shop")).contains("it names further hosts");
        assertThat(url.otherThan(Set.of("a", "b"), OptionalInt.empty(), "shop")).isEmpty();
        assertThat(url.otherThan(Set.of("a", "b", "c"), OptionalInt.empty(), "shop"))
                .contains("it names another host");
        assertThat(url.otherThan(Set.of("a", "b"), OptionalInt.of(27017), "shop"))
                .contains("it names another port");
    }

    @Test
    void the_port_of_a_dns_seed_list_cannot_be_shown() throws Exception {
        ConnectionUrl url = ConnectionUrl.parse("mongodb+srv://app:Zr5@m.shop.test/shop");
        assertThat(url.otherThan(Set.of("m.shop.test"), OptionalInt.of(27017), "shop"))
                .contains("its port is in the DNS, so leave the port out");
        assertThat(url.otherThan(Set.of("m.shop.test"), OptionalInt.empty(), "shop"))
                .isEmpty();
    }

    @Test
    void a_scheme_without_a_known_port_has_none() throws Exception {
        ConnectionUrl url = ConnectionUrl.parse("clickhouse://app:Zr5@db/shop");
        assertThat(url.otherThan(Set.of("db"), OptionalInt.of(5432), "shop")).contains("it names another port");
    }

    @Test
    void an_empty_password_is_none() throws Exception {
        assertThat(ConnectionUrl.parse("postgres://app:@db/x").password()).isEmpty();
        assertThat(ConnectionUrl.parse("postgres://app@db/x").password()).isEmpty();
        assertThat(ConnectionUrl.parse("postgres://db/x").password()).isEmpty();
    }

    @Test
    void its_names_are_the_user_and_the_database() throws Exception {
        assertThat(ConnectionUrl.parse("postgres://al%69ce:Zr5@db/orders").names())
                .containsExactlyInAnyOrder("alice", "orders");
        assertThat(ConnectionUrl.parse("jdbc:postgresql://db/orders?user=bob").names())
                .contains("bob");
    }

    @Test
    void it_never_shows_itself() throws Exception {
        ConnectionUrl url = ConnectionUrl.parse("postgres://app:Zr5@db/orders");
        assertThat(url).hasToString("***");
        assertThat(new ConnectionUrl.Host("db", OptionalInt.of(1))).hasToString("***");
    }
}
