package dev.checklist.benchmarks;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;

import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.html.HtmlRenderer;
import dev.checklist.run.Report;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Opens the HTML report of 2 000 lines in Chromium and prints the medians of five: from the start of the navigation to
 * the end of the load event, and from a click on a filter to the drawn page. The arguments are the paths of chromedriver
 * and of Chromium.
 */
public final class PageSpeed {
    private static final int LINES = 2_000;
    private static final int TIMES = 5;
    private static final String CLICK = """
            const done = arguments[0];
            const box = document.querySelector('input[value=PASSED]');
            const start = performance.now();
            box.click();
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
            """;

    private PageSpeed() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException {
        Path page = Files.createTempFile("checklist", ".html");
        byte[] html = HtmlRenderer.create().render(report()).getBytes(StandardCharsets.UTF_8);
        Files.write(page, html);
        double[] loads = new double[TIMES];
        double[] clicks = new double[TIMES];
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Path.of(arguments[0]).toFile())
                        .build(),
                new ChromeOptions()
                        .setBinary(Path.of(arguments[1]).toFile())
                        .addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"));
        try {
            for (int i = 0; i < TIMES; i++) {
                driver.get(page.toUri().toString());
                loads[i] = number(driver.executeScript(
                        "return performance.timing.loadEventEnd - performance.timing.navigationStart"));
                clicks[i] = number(driver.executeAsyncScript(CLICK));
            }
        } finally {
            driver.quit();
            Files.delete(page);
        }
        System.out.printf(
                Locale.ROOT,
                "page of %d lines: %.2f MB (≤ 2 MB), load %.0f ms (≤ 1500 ms), filter click %.0f ms (≤ 200 ms)%n",
                LINES,
                html.length / 1e6,
                median(loads),
                median(clicks));
    }

    private static double number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value, "the page answers with a number")).doubleValue();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static Report report() {
        List<Item> sections = new ArrayList<>();
        for (int first = 0; first < LINES; first += 20) {
            List<Item> items = new ArrayList<>();
            for (int i = first; i < first + 20; i++) {
                Outcome seen = i % 5 == 0
                        ? Outcome.failed("expected 3 updated replicas but found " + i % 3)
                        : Outcome.passed("3 of 3 pods run revision 7").with("image", "registry.example/service:" + i);
                items.add(check("deployment service-" + i + " is rolled out", ScriptedProbe.answering(seen))
                        .retry(attempts(3)));
            }
            sections.add(section("part " + first / 20, items));
        }
        return CheckTester.create().run(checklist("Large", sections));
    }
}
