package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Checklists;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleTest {
    private final EndpointChecks home = HttpChecks.create().get("http://shop.example/home?lang=fr");

    @Test
    void a_title_reads_as_a_sentence() {
        assertThat(List.of(
                        home.respondsWith(200, 204),
                        home.respondsWithin(Duration.ofSeconds(1)),
                        home.hasBodyContaining("Ticketer", "Buy"),
                        home.hasJsonAt("/status", "pass"),
                        home.hasJsonAt("/n", 1.5),
                        home.hasJsonAt("", true),
                        home.hasContentType("text/html"),
                        home.hasHeader("X-Frame-Options"),
                        home.hasHeader("X-Frame-Options", "DENY"),
                        home.redirectsTo("/login"),
                        home.redirectsToHttps()))
                .extracting(Check::title)
                .containsExactly(
                        "GET http://shop.example/home?lang=*** responds with 200 or 204",
                        "GET http://shop.example/home?lang=*** responds within 1000 ms (p95)",
                        "GET http://shop.example/home?lang=*** has a body containing \"Ticketer\" and \"Buy\"",
                        "GET http://shop.example/home?lang=*** has \"pass\" at /status",
                        "GET http://shop.example/home?lang=*** has 1.5 at /n",
                        "GET http://shop.example/home?lang=*** has true at the root",
                        "GET http://shop.example/home?lang=*** has content type text/html",
                        "GET http://shop.example/home?lang=*** has header X-Frame-Options",
                        "GET http://shop.example/home?lang=*** has header X-Frame-Options: DENY",
                        "GET http://shop.example/home?lang=*** redirects to http://shop.example/login",
                        "GET http://shop.example/home?lang=*** redirects to https");
    }

    @Test
    void all_predicates_of_one_endpoint_stand_in_one_list() {
        Checklist list = Checklists.checklist(
                "Shop",
                home.respondsWith(200),
                home.respondsWithin(Duration.ofSeconds(1)),
                home.hasBodyContaining("Ticketer"),
                home.hasJsonAt("/status", "pass"),
                home.hasJsonAt("/version", "1"),
                home.hasContentType("text/html"),
                home.hasHeader("X-Frame-Options"),
                home.hasHeader("X-Version"),
                home.redirectsTo("/login"),
                home.redirectsToHttps(),
                home.header("Cookie", "a=b").respondsWith(200));
        assertThat(list.items()).hasSize(11);
    }

    @Test
    void a_key_does_not_change_with_what_is_expected() {
        assertThat(home.respondsWith(200).key())
                .isEqualTo(home.respondsWith(204, 301).key());
        assertThat(home.hasBodyContaining("1.0").key())
                .isEqualTo(home.hasBodyContaining("1.1").key());
        assertThat(home.hasJsonAt("/version", "1").key())
                .isEqualTo(home.hasJsonAt("/version", 2).key());
        assertThat(home.hasHeader("X-Version", "1").key())
                .isEqualTo(home.hasHeader("X-Version", "2").key());
        assertThat(home.redirectsTo("/a").key())
                .isEqualTo(home.redirectsTo("/b").key());
        assertThat(home.respondsWithin(Duration.ofSeconds(1)).key())
                .isEqualTo(home.respondsWithin(Duration.ofSeconds(2)).key());
    }

    @Test
    void a_key_does_not_change_with_the_place_that_is_asked() {
        HttpChecks http = HttpChecks.create();
        String key =
                http.get("https://shop.example/health?x=1").respondsWith(200).key();
        assertThat(key).isEqualTo("http-get-health-x-responds");
        assertThat(http.get("http://127.0.0.1:8080/health?x=2")
                        .respondsWith(200)
                        .key())
                .isEqualTo(key);
        for (String site : List.of("https://shop.example", "http://shop.example:81/", "https://a.test/shop/eu/")) {
            assertThat(http.below(site).get("/health?x=3").respondsWith(200).key())
                    .isEqualTo(key);
        }
        assertThat(http.get("https://shop.example/ready").respondsWith(200).key())
                .isNotEqualTo(key);
        assertThat(http.prometheus("http://a.test/prom")
                        .query("up")
                        .isAtLeast(1)
                        .key())
                .isEqualTo(http.prometheus("http://b.test:9090")
                        .query("up")
                        .isAtLeast(1)
                        .key());
    }

    @Test
    void what_stands_below_a_site_is_shown_with_its_whole_address() {
        EndpointChecks cart =
                HttpChecks.create().below("https://shop.example/eu/").get("/cart?id=7");
        assertThat(cart.respondsWith(200).title()).startsWith("GET https://shop.example/eu/cart?id=*** responds");
        assertThat(HttpChecks.create()
                        .below("https://shop.example")
                        .get("/")
                        .respondsWith(200)
                        .title())
                .startsWith("GET https://shop.example/ responds");
    }

    @Test
    void every_probe_is_a_record() {
        assertThat(List.of(
                        home.respondsWith(200),
                        home.respondsWithin(Duration.ofSeconds(1)),
                        home.hasBodyContaining("x"),
                        home.hasJsonAt("/x", 1),
                        home.hasContentType("text/html"),
                        home.hasHeader("X"),
                        home.redirectsTo("/login"),
                        home.redirectsToHttps()))
                .extracting(Check::probe)
                .allSatisfy(probe -> assertThat(probe).isInstanceOf(Record.class));
    }
}
