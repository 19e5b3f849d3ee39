package dev.checklist.net;

import static dev.checklist.net.NameServerStub.Manner.GARBAGE;
import static dev.checklist.net.NameServerStub.Manner.OTHER_ID_FIRST;
import static dev.checklist.net.NameServerStub.Manner.SILENT;
import static dev.checklist.net.NameServerStub.Manner.TRUNCATED;
import static dev.checklist.net.NameServerStub.NXDOMAIN;
import static dev.checklist.net.NameServerStub.REFUSED;
import static dev.checklist.net.NameServerStub.SERVFAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsTest {
    private final NameServerStub server = new NameServerStub();
    private final NetChecks net = NetChecks.create().askingNameServers(server.address());

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static Result run(Check check) {
        return CheckTester.create().run(check);
    }

    private static void ends(Status status, Check check, String... words) {
        Result result = run(check);
        assertThat(result.status()).as(result.message()).isEqualTo(status);
        for (String word : words) {
            assertThat(result.message()).contains(word);
        }
    }

    private static void passes(Check check, String... words) {
        ends(Status.PASSED, check, words);
    }

    private static void fails(Check check, String... words) {
        ends(Status.FAILED, check, words);
    }

    private static void isError(Check check, String... words) {
        ends(Status.ERROR, check, words);
    }

    private Check resolves(String name) {
        return net.dns(name).resolves();
    }

    private Check pointsTo(String name, String... targets) {
        return net.dns(name).pointsTo(() -> Arrays.asList(targets));
    }

    @Test
    void a_name_with_an_address_resolves_and_the_line_says_who_said_so() {
        server.a("shop.example", "198.51.100.7").aaaa("shop.example", "2001:db8::7");

        Result result = run(resolves("shop.example"));

        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo("shop.example resolves to 198.51.100.7, 2001:db8:0:0:0:0:0:7");
        assertThat(result.evidence())
                .containsEntry("name server", "127.0.0.1:" + server.address().getPort())
                .containsEntry("addresses", "198.51.100.7, 2001:db8:0:0:0:0:0:7");
    }

    @Test
    void one_family_of_addresses_is_enough() {
        server.a("four.example", "198.51.100.7").aaaa("six.example", "2001:db8::7");
        passes(resolves("four.example"));
        passes(resolves("six.example"));
    }

    @Test
    void a_name_that_does_not_exist_is_failed_and_so_is_one_without_an_address_in_other_words() {
        server.caa("mail.example", 0, "issue", "ca.example");
        fails(resolves("nobody.example"), "nobody.example does not exist (NXDOMAIN)");
        fails(resolves("mail.example"), "has neither an A nor an AAAA record (NODATA)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, SERVFAIL, 4, REFUSED, 9})
    void a_name_server_that_fails_or_refuses_is_an_error(int code) {
        server.a("shop.example", "198.51.100.7").code("shop.example", code);
        isError(resolves("shop.example"), "asked for shop.example, answered ");
        isError(pointsTo("shop.example", "198.51.100.7"), "answered ");
        isError(net.dns("shop.example").hasCaaFor("ca.example"), "answered ");
    }

    @Test
    void a_silent_name_server_is_an_error_within_the_time_of_the_line() {
        server.a("shop.example", "198.51.100.7").manner("shop.example", SILENT);
        isError(resolves("shop.example").timeout(Duration.ofMillis(300)), "did not answer in time");
    }

    @Test
    void a_name_server_that_nobody_runs_is_an_error() throws IOException {
        int port;
        try (DatagramSocket gone = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            port = gone.getLocalPort();
        }
        NetChecks lost = NetChecks.create().askingNameServers(new InetSocketAddress("127.0.0.1", port));
        isError(lost.dns("shop.example").resolves(), "127.0.0.1:" + port, "could not be reached");
    }

    @Test
    void the_next_name_server_is_asked_where_one_does_not_know() throws IOException {
        try (NameServerStub broken = new NameServerStub()) {
            broken.code("shop.example", SERVFAIL);
            server.a("shop.example", "198.51.100.7");
            NetChecks both = NetChecks.create().askingNameServers(broken.address(), server.address());
            passes(both.dns("shop.example").resolves());
        }
    }

    @Test
    void a_name_that_one_server_denies_is_not_asked_of_the_next() throws IOException {
        try (NameServerStub other = new NameServerStub()) {
            other.a("shop.example", "198.51.100.7");
            NetChecks both = NetChecks.create().askingNameServers(server.address(), other.address());
            fails(both.dns("shop.example").resolves(), "NXDOMAIN");
        }
    }

    @Test
    void an_answer_that_does_not_fit_is_asked_for_again_over_tcp() {
        server.a("shop.example", "198.51.100.7").manner("shop.example", TRUNCATED);
        passes(resolves("shop.example"), "198.51.100.7");
        assertThat(server.asked()).contains("udp 1 shop.example", "tcp 1 shop.example");
    }

    @Test
    void an_answer_that_cannot_be_read_is_an_error() {
        server.a("shop.example", "198.51.100.7").manner("shop.example", GARBAGE);
        isError(resolves("shop.example"), "gave an answer that cannot be read");
    }

    @Test
    void an_answer_to_another_question_is_not_ours() {
        server.a("shop.example", "198.51.100.7").manner("shop.example", OTHER_ID_FIRST);
        passes(resolves("shop.example"), "198.51.100.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.3.4",
                "192.168.1.1",
                "127.0.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "fd00::1",
                "fe80::1",
                "::1"
            })
    void a_private_address_of_a_public_name_is_failed(String address) {
        if (address.indexOf(':') < 0) {
            server.a("shop.example", "198.51.100.7", address);
        } else {
            server.a("shop.example", "198.51.100.7").aaaa("shop.example", address);
        }
        fails(resolves("shop.example"), "expected public addresses only but found");
        passes(net.dns("shop.example").allowingPrivateAddresses().resolves());
    }

    @Test
    void a_wildcard_that_makes_every_name_resolve_is_a_warning() {
        server.a("shop.plain.example", "198.51.100.7").a("*.shops.example", "198.51.100.7");

        assertThat(run(resolves("shop.plain.example")).warnings()).isEmpty();
        assertThat(run(resolves("misspelled.shops.example")).warnings())
                .containsExactly("every name under shops.example resolves, also one made up for this look (wildcard)");
    }

    @Test
    void a_half_that_was_not_seen_is_a_warning_where_any_address_is_enough_and_an_error_where_all_count() {
        server.a("half.example", "198.51.100.7");
        Resolver resolver = new Resolver(() -> List.of(server.address()));
        NameLook half = new NameLook(
                "half.example",
                resolver.ask("half.example", RecordType.A, Deadline.within(Duration.ofSeconds(5))),
                DnsAnswer.unknown("127.0.0.1", "did not answer in time"));
        assertThat(half.isFound()).isTrue();
        assertThat(half.without("an address").status()).isEqualTo(Status.ERROR);
    }

    @Test
    void a_name_points_to_the_load_balancer_if_every_address_is_one_of_its() {
        server.a("shop.example", "198.51.100.7", "198.51.100.8");
        passes(pointsTo("shop.example", "198.51.100.7", "198.51.100.8"));
        passes(pointsTo("shop.example", "198.51.100.8", "198.51.100.7", "198.51.100.9"));
        assertThat(run(pointsTo("shop.example", "198.51.100.8", "198.51.100.7", "198.51.100.9"))
                        .warnings())
                .containsExactly("not in use: 198.51.100.9");
    }

    @Test
    void a_left_over_old_address_is_failed_since_it_fails_half_of_the_users() {
        server.a("shop.example", "198.51.100.7", "203.0.113.9");
        fails(pointsTo("shop.example", "198.51.100.7"), "but found 203.0.113.9 beside right ones");
    }

    @Test
    void an_ipv6_address_beside_a_load_balancer_of_ipv4_is_failed() {
        server.a("shop.example", "198.51.100.7").aaaa("shop.example", "2001:db8::7");
        fails(pointsTo("shop.example", "198.51.100.7"), "but found 2001:db8:0:0:0:0:0:7");
    }

    @Test
    void a_load_balancer_with_a_name_is_compared_by_alias_or_by_what_both_resolve_to() {
        server.a("lb.cloud.example", "198.51.100.7", "198.51.100.8");
        server.alias("shop.example", "lb.cloud.example").a("apex.example", "198.51.100.8");
        server.a("other.example", "203.0.113.1");
        passes(pointsTo("shop.example", "LB.cloud.example."), "is an alias of lb.cloud.example");
        passes(pointsTo("apex.example", "lb.cloud.example"));
        fails(pointsTo("other.example", "lb.cloud.example"), "but found 203.0.113.1");
    }

    @Test
    void an_alias_of_a_load_balancer_that_does_not_resolve_is_failed() {
        server.alias("shop.example", "gone.example");
        fails(pointsTo("shop.example", "gone.example"), "has neither");
        server.a("apex.example", "198.51.100.8").code("lost.example", SERVFAIL);
        isError(pointsTo("apex.example", "lost.example"), "SERVFAIL");
        fails(pointsTo("apex.example", "never.example"), "never.example does not exist");
    }

    @Test
    void no_address_to_compare_with_is_an_error_never_passed() {
        server.a("shop.example", "198.51.100.7");
        isError(pointsTo("shop.example"), "has none yet");
        isError(net.dns("shop.example").pointsTo(() -> null), "has none yet");
        isError(net.dns("shop.example").pointsTo(() -> Arrays.asList("198.51.100.7", null)), "is blank");
        isError(
                net.dns("shop.example").pointsTo(() -> {
                    throw new IllegalStateException("no ingress");
                }),
                "no ingress");
    }

    @Test
    void exactly_these_addresses_means_neither_more_nor_fewer() {
        server.a("shop.example", "198.51.100.7").aaaa("shop.example", "2001:db8::7");
        passes(net.dns("shop.example").resolvesTo("2001:DB8::7", "198.51.100.7"));
        fails(net.dns("shop.example").resolvesTo("198.51.100.7"), "but found 2001:db8:");
        fails(
                net.dns("shop.example").resolvesTo("198.51.100.7", "2001:db8::7", "198.51.100.8"),
                "but missing 198.51.100.8");
    }

    @Test
    void a_caa_record_of_the_nearest_name_decides() {
        server.a("a.shop.example", "198.51.100.7").caa("shop.example", 0, "issue", "letsencrypt.org; accounturi=x");
        server.caa("example", 0, "issue", "other.example");
        passes(net.dns("a.shop.example").hasCaaFor("letsencrypt.org"), "shop.example lets letsencrypt.org issue");
        fails(net.dns("a.shop.example").hasCaaFor("other.example"), "lets letsencrypt.org issue");
    }

    @Test
    void no_caa_record_or_one_that_restricts_nobody_is_failed() {
        server.a("shop.example", "198.51.100.7").code("example", NXDOMAIN);
        fails(net.dns("shop.example").hasCaaFor("letsencrypt.org"), "any authority may issue");
        server.caa("shop.example", 0, "iodef", "mailto:x@shop.example");
        fails(net.dns("shop.example").hasCaaFor("letsencrypt.org"), "restricts nobody");
        server.caa("shop.example", 0, "issue", ";");
        fails(net.dns("shop.example").hasCaaFor("letsencrypt.org"), "lets nobody issue");
    }

    @Test
    void a_critical_caa_property_that_is_not_known_is_an_error() {
        server.caa("shop.example", 0, "issue", "letsencrypt.org").caa("shop.example", 128, "future", "x");
        isError(net.dns("shop.example").hasCaaFor("letsencrypt.org"), "critical", "future");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "http://shop.example", "shop.example/x", "shop example", "-x.example", "a..b", "1.2.3.4"
            })
    void what_is_no_host_name_is_refused(String name) {
        assertThatThrownBy(() -> net.dns(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name is \"" + name + "\": expected a host name");
    }

    @Test
    void a_name_in_any_spelling_is_the_same_name() {
        server.a("xn--bcher-kva.example", "198.51.100.7");
        passes(resolves("BÜCHER.example."));
        assertThat(resolves("Shop.Example.").key())
                .isEqualTo(resolves("shop.example").key());
    }
}
