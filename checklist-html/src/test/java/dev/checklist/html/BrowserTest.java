package dev.checklist.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.run.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Opens the page in a real browser. */
class BrowserTest {
    private static final int WIDE = 1200;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(Report report, int width) {
        browser.open(HtmlRenderer.create().render(report), width);
    }

    private static List<String> shown() {
        return browser.driver().findElements(By.cssSelector(".entry")).stream()
                .filter(WebElement::isDisplayed)
                .map(entry -> entry.getAttribute("data-status"))
                .toList();
    }

    private static WebElement box(String status) {
        return browser.driver().findElement(By.cssSelector("input[value=" + status + "]"));
    }

    @Test
    void a_status_that_is_unticked_is_hidden_with_the_sections_that_become_empty() {
        open(Samples.rich(), WIDE);
        assertThat(shown()).hasSize(9);

        box("PASSED").click();
        box("FAILED").click();
        box("BLOCKED").click();

        assertThat(shown()).containsExactly("PENDING", "WAIVED", "SKIPPED", "ERROR");
        assertThat(browser.driver().findElement(By.tagName("output")).getText()).isEqualTo("4 of 9 lines");
        assertThat(browser.driver().findElements(By.cssSelector(".section")).stream()
                        .filter(WebElement::isDisplayed)
                        .map(section -> section.findElement(By.tagName("h3")).getText())
                        .toList())
                .hasSize(2)
                .noneMatch(heading -> heading.contains("Rollout"));

        box("FAILED").click();
        assertThat(shown()).contains("FAILED");
    }

    @Test
    void finding_shows_the_lines_that_say_it_in_title_message_or_evidence() {
        open(Samples.rich(), WIDE);
        WebElement find = browser.driver().findElement(By.cssSelector("input[type=search]"));

        find.sendKeys("API.PROD.example");
        assertThat(shown()).containsExactly("PASSED");

        find.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        assertThat(shown()).hasSize(9);
    }

    @Test
    void sections_and_evidence_fold_by_keyboard() {
        open(Samples.rich(), WIDE);
        WebElement evidence = browser.driver().findElement(By.cssSelector(".entry .evidence"));
        assertThat(evidence.getAttribute("open")).isNull();

        browser.ask("arguments[0].focus()", evidence.findElement(By.tagName("summary")));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(evidence.findElement(By.tagName("dl")).isDisplayed()).isTrue();

        browser.driver().findElement(By.cssSelector("button[data-fold=close]")).click();
        assertThat(shown()).containsExactly("PASSED", "PENDING");
        browser.driver().findElement(By.cssSelector("button[data-fold=open]")).click();
        assertThat(shown()).hasSize(9);
    }

    @Test
    void whoever_comes_by_keyboard_reaches_the_list_first() {
        open(Samples.rich(), WIDE);

        browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);

        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Skip to the list");
    }

    @Test
    void hostile_texts_run_nothing_load_nothing_and_say_nothing_in_the_console() {
        List<String> texts =
                Arrays.stream(HostileText.values()).map(HostileText::text).toList();
        open(Samples.saying(texts), WIDE);

        assertThat(browser.driver().getTitle()).startsWith("NOT READY");
        assertThat(browser.ask("return performance.getEntriesByType('resource').length"))
                .isEqualTo(0L);
        assertThat(browser.ask(
                        "return document.querySelectorAll('img, a:not(.skip), script:not(:last-of-type), h1').length"))
                .as("the title's heading alone")
                .isEqualTo(1L);
        assertThat(browser.console()).isEmpty();
        assertThat((String) browser.ask("return document.body.innerText"))
                .contains("<script>document.title='owned'</script>");
    }

    @Test
    void a_script_that_is_not_ours_is_refused() {
        String html = HtmlRenderer.create()
                .render(Samples.ready())
                .replace("</main>", "</main><script>document.title='owned'</script>");

        browser.open(html, WIDE);

        assertThat(browser.driver().getTitle()).isEqualTo("READY · Small");
        assertThat(browser.console()).singleElement().asString().contains("Content Security Policy");
    }

    @ParameterizedTest
    @CsvSource({"light, 1200", "dark, 1200", "light, 360", "dark, 360"})
    @SuppressWarnings("unchecked")
    void axe_finds_no_violation(String scheme, int width) throws IOException {
        appear(scheme, width);
        open(Samples.rich(), width);
        browser.driver().findElement(By.cssSelector("button[data-fold=open]")).click();

        browser.ask(axe());
        Map<String, Object> found = (Map<String, Object>)
                browser.driver()
                        .executeAsyncScript(
                                "const done = arguments[0]; axe.run().then(done, error => done({violations: [String(error)], passes: []}))");

        assertThat((List<Object>) found.get("violations")).isEmpty();
        assertThat((List<Object>) found.get("passes")).as("axe has looked").hasSizeGreaterThan(15);
    }

    private static String axe() throws IOException {
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void appear(String scheme, int width) {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    @Test
    void a_phone_of_360_pixels_needs_no_sideways_scrolling() {
        appear("light", 360);
        open(Samples.saying(List.of("x".repeat(5_000), "word ".repeat(200))), 360);

        assertThat(browser.ask("return document.documentElement.scrollWidth")).isEqualTo(360L);
    }

    @Test
    void on_paper_everything_is_unfolded_and_the_controls_are_gone() {
        open(Samples.rich(), WIDE);
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        browser.ask("dispatchEvent(new Event('beforeprint'))");

        assertThat(browser.driver().findElement(By.cssSelector(".filter")).isDisplayed())
                .isFalse();
        assertThat(browser.ask("return document.querySelectorAll('details:not([open])').length"))
                .isEqualTo(0L);

        browser.ask("dispatchEvent(new Event('afterprint'))");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        assertThat((Long) browser.ask("return document.querySelectorAll('details:not([open])').length"))
                .isPositive();
    }
}
