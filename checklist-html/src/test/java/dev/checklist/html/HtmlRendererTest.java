package dev.checklist.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HtmlRendererTest {
    private final HtmlRenderer renderer = HtmlRenderer.create();

    private Document page(Report report) {
        return Jsoup.parse(renderer.render(report));
    }

    @Test
    void the_verdict_comes_first_and_the_causes_before_the_list() {
        Document page = page(Samples.rich());

        assertThat(page.title()).isEqualTo("NOT READY · Release payments");
        assertThat(page.selectFirst("body .verdict").text())
                .startsWith("NOT READY 2 failed · 1 error · 1 blocked · 1 pending");
        List<String> headings = page.select("h2").eachText();
        assertThat(headings.get(0)).isEqualTo("Broken: 1 cause, 1 blocked by it");
        assertThat(headings.get(1)).isEqualTo("Could not look: 1 cause");
        assertThat(headings.get(headings.size() - 2)).isEqualTo("The list, times in UTC");
        assertThat(headings.get(headings.size() - 1)).isEqualTo("This run");
        assertThat(page.selectFirst(".block .facts code").text())
                .isEqualTo("kubectl rollout status deployment/payments");
        assertThat(page.selectFirst(".block .diagnosis pre").wholeText())
                .isEqualTo("payments-7d9f: ImagePullBackOff\n  the image v1.0.1 cannot be pulled: not found");
    }

    @Test
    void every_line_is_shown_once_with_its_status_in_words() {
        Report report = Samples.rich();
        Document page = page(report);

        List<String> shown = page.select(".tree .entry").stream()
                .map(entry -> entry.selectFirst(".badge").ownText().strip() + " "
                        + entry.selectFirst("b").text())
                .toList();
        assertThat(shown)
                .hasSameSizeAs(report.lines())
                .zipSatisfy(
                        report.lines(),
                        (text, line) -> assertThat(text)
                                .startsWith(line.status() + " " + line.line().title()));
        Set<Status> all = report.lines().stream().map(Result::status).collect(Collectors.toSet());
        assertThat(all).as("the sample has them all").containsExactlyInAnyOrder(Status.values());
    }

    @Test
    void sections_hold_their_lines() {
        Element rollout = page(Samples.rich()).select(".tree > .section").get(1);

        assertThat(rollout.selectFirst("h3").text()).isEqualTo("✗ FAILED Rollout 1 failed, 1 blocked");
        assertThat(rollout.select("ul > .entry b").eachText())
                .containsExactly("deployment payments is rolled out", "payments has 3 ready replicas");
    }

    @Test
    void attempts_are_a_timeline_with_words_for_those_who_do_not_see_it() {
        Element timeline = page(Samples.rich()).selectFirst(".timeline");

        assertThat(timeline.attr("aria-label")).isEqualTo("6 attempts, after 6 attempts in 1 min 2 s");
        assertThat(timeline.select("rect").eachAttr("class")).startsWith("ERROR", "FAILED");
        assertThat(timeline.select("rect").first().attr("x")).isEqualTo("0");
    }

    @Test
    void who_answers_and_what_is_waived_stands_unfolded_and_evidence_is_folded() {
        Document page = page(Samples.rich());

        assertThat(page.select(".entry.WAIVED > .facts").text())
                .contains("the store is replaced (owner Bob, until 2030-01-05)");
        assertThat(page.select(".entry.PENDING .line").text()).contains("waits for the release manager");
        assertThat(page.select(".entry details.evidence[open]")).isEmpty();
        assertThat(page.select(".entry details.evidence").text()).contains("server=https://api.prod.example:6443");
    }

    @Test
    void the_page_loads_nothing_and_allows_only_its_own_style_and_script() throws Exception {
        Document page = page(Samples.rich());

        assertThat(page.select("[src], link, iframe, object, embed, base, form[action]"))
                .isEmpty();
        assertThat(page.select("[style], [onclick], [onload], [onerror]")).isEmpty();
        assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src "
                        + hash(page.selectFirst("style").data()) + "; script-src "
                        + hash(page.selectFirst("script").data()) + "; base-uri 'none'; form-action 'none'");
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("script")).hasSize(1);
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    @ParameterizedTest
    @EnumSource(HostileText.class)
    void whatever_a_text_holds_it_stays_text(HostileText hostile) {
        Document plain = page(Samples.saying(List.of("plain")));

        Document page = page(Samples.saying(List.of(hostile.text())));

        assertThat(structure(page)).isEqualTo(structure(plain));
        assertThat(page.html()).doesNotContain("\u202e").doesNotContain("\u001b");
    }

    /** Names every element and attribute; a text that became markup shows here. */
    private static List<String> structure(Document page) {
        return page.select("body *").stream()
                .map(element -> element.tagName()
                        + element.attributes().asList().stream()
                                .map(attribute -> attribute.getKey())
                                .collect(Collectors.joining(",", "[", "]")))
                .toList();
    }

    @Test
    void two_thousand_lines_weigh_less_than_two_megabytes() {
        Report report = Samples.large(2_000);

        String html = renderer.render(report);

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000);
        assertThat(Jsoup.parse(html).select(".tree .entry")).hasSize(2_000);
    }

    @Test
    void a_blank_list_has_a_box_for_every_line_and_no_status() {
        Document page = Jsoup.parse(renderer.render(Samples.release()));

        assertThat(page.select(".box")).hasSize(9);
        assertThat(page.select(".badge")).isEmpty();
        assertThat(page.text()).contains("only if the release migrates the schema");
    }

    @Test
    void a_reader_sees_the_run_in_a_zone_of_their_own() {
        Document page =
                Jsoup.parse(renderer.withZone(ZoneId.of("Europe/Zurich")).render(Samples.ready()));

        assertThat(page.select("header .facts").text()).contains("2030-01-01 01:00:00 to 01:00:00 Europe/Zurich");
    }

    @Test
    @SuppressWarnings("DataFlowIssue")
    void no_zone_is_refused() {
        assertThatThrownBy(() -> renderer.withZone(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("zone is null: give the reader's zone or leave the call out");
    }
}
