package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks whether what a page refers to is there. */
class AssetsTest extends WebTest {
    private Outcome look(String html) throws Exception {
        page("/shop/", html(html));
        return FakeRun.look(http.get(url("/shop/")).servesItsAssets());
    }

    private static ResponseDefinitionBuilder of(String type) {
        return status(200).withHeader("Content-Type", type).withBody("x");
    }

    @Test
    void every_script_style_sheet_and_image_of_the_origin_is_asked_for() throws Exception {
        page("/shop/app.js?v=1&w=2", of("text/javascript; charset=utf-8"));
        page("/main.css", of("text/css"));
        page("/shop/logo.svg", of("image/svg+xml"));
        page("/icon.png", of("image/png"));
        Outcome outcome = look("<!doctype html><html><head><!-- <script src=/gone.js></script> -->"
                + "<LINK REL='preload stylesheet' HREF='/main.css'><link rel=icon href=" + url("/icon.png") + ">"
                + "<link rel=canonical href=/other><script type=application/json src=/data.json></script>"
                + "<script>var x = '<img src=/gone.png>'; if (a < b) {}</script>"
                + "<script defer src=\"app.js?v=1&amp;w=2\"></script></head>"
                + "<body><img alt='a > b' src=logo.svg><img src='data:image/png;base64,xx'>"
                + "<img src=https://cdn.example/x.png><a href=/gone>x</a></body></html>");
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.PASSED);
        assertThat(outcome.evidence()).containsEntry("assets", "4");
        assertThat(requests()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-->", "<!--->", "<!-- x --!>"})
    void a_comment_ends_where_browsers_end_it(String comment) throws Exception {
        page("/app.js", of("text/javascript"));
        page("/gone.js", status(404));
        assertThat(look("<script src=/app.js></script>" + comment + "<script src=/gone.js></script><!-- -->")
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_base_is_what_references_stand_on() throws Exception {
        page("/static/app.js", of("application/javascript"));
        assertThat(look("<base href=/static/><script src=app.js></script>").status())
                .isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "404, text/javascript, FAILED, status 404",
        "302, text/javascript, FAILED, status 302",
        "206, text/javascript, FAILED, status 206",
        "200, text/html, FAILED, content type text/html",
        "200, text/plain, FAILED, content type text/plain",
        "200, image/png, FAILED, content type image/png",
        "403, text/javascript, ERROR, status 403",
        "429, text/javascript, ERROR, status 429",
        "500, text/javascript, ERROR, status 500",
    })
    void an_asset_that_is_not_what_it_should_be_does_not_pass(int status, String type, Status expected, String why)
            throws Exception {
        page("/good.css", of("text/css"));
        page("/app.js", status(status).withHeader("Content-Type", type).withBody("x"));
        Outcome outcome = look("<link rel=stylesheet href=/good.css><script src=/app.js></script>");
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(expected);
        assertThat(outcome.message()).contains("/app.js: " + why);
        assertThat(outcome.mark()).isEqualTo(status == 403 ? Mark.NOT_PERMITTED : Mark.PLAIN);
    }

    @Test
    void an_empty_asset_and_one_without_a_type_fail() throws Exception {
        page("/app.js", of("text/javascript").withBody(""));
        assertThat(look("<script src=/app.js></script>").message()).contains("/app.js: empty");
        page("/app.js", status(200).withBody("x"));
        assertThat(look("<script src=/app.js></script>").message()).contains("content type none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>no assets</p>",
                "<script src=''></script>",
                "<script>src=/x.js</script>",
                "<img src=https://cdn.example/x.png>",
                "<!-- <img src=/x.png>",
                "<",
                "<script",
                "<img src=\"/never-closed.png",
                "<template><img src=/x.png></template>"
            })
    void a_page_that_refers_to_nothing_of_its_own_fails(String html) throws Exception {
        Outcome outcome = look(html);
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.FAILED);
    }

    @Test
    void at_most_thirty_assets_are_asked_for_and_the_line_says_so() throws Exception {
        String page = IntStream.range(0, 40)
                .mapToObj(i -> "<img src=/i" + i + ".png>")
                .collect(Collectors.joining());
        everyPage(of("image/png"));
        Outcome outcome = look(page);
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.warnings()).containsExactly("only the first 30 of 40 assets were asked for");
        assertThat(requests()).isEqualTo(31);
    }

    @Test
    void what_is_no_page_is_an_error() throws Exception {
        page("/shop/", json("{}"));
        assertThat(FakeRun.look(http.get(url("/shop/")).servesItsAssets()).status())
                .isEqualTo(Status.ERROR);
        assertThat(FakeRun.look(http.get(url("/gone")).servesItsAssets()).status())
                .isEqualTo(Status.FAILED);
        assertThatThrownBy(() -> http.request("HEAD", url("/")).servesItsAssets())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_hostile_page_is_read_in_no_time() {
        String page = "<a ".repeat(100_000) + "<script ".repeat(50_000) + " =\"".repeat(50_000) + "<!--".repeat(50_000);
        assertThat(HtmlAssets.of(page).references()).isEmpty();
    }
}
