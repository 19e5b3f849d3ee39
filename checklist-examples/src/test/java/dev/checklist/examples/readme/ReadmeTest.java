package dev.checklist.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.report.TextRenderer;
import dev.checklist.run.Report;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the README to what compiles and to what is really printed. */
class ReadmeTest {
    private static final Path SOURCES = Path.of("src/test/java/dev/checklist/examples/readme");
    private static final Pattern REGION = Pattern.compile("// readme: \\w+\\n(.*?)// readme: end", Pattern.DOTALL);

    @Test
    void every_java_snippet_of_the_readme_is_compiled_by_a_test() throws IOException {
        List<String> compiled = new ArrayList<>();
        for (String file : List.of("PaymentsRelease.java", "PaymentsReleaseTest.java", "Embedding.java")) {
            compiled.addAll(blocks(REGION, Files.readString(SOURCES.resolve(file))));
        }
        List<String> snippets = fences("java");
        assertThat(snippets).hasSameSizeAs(compiled).hasSize(3);
        assertThat(snippets.stream().map(ReadmeTest::squeezed))
                .containsExactlyInAnyOrderElementsOf(
                        compiled.stream().map(ReadmeTest::squeezed).toList());
    }

    @Test
    void the_output_in_the_readme_is_what_the_example_prints() throws IOException {
        Report report = CheckTester.create().run(new PaymentsRelease().page(new Ledger(7, 3, 0), false));
        StringBuilder printed = new StringBuilder();
        TextRenderer.create().withZone(ZoneOffset.UTC).render(report, printed);

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(fences("text").get(0).strip())
                .isEqualTo(withoutMachine(printed.toString()).strip());
    }

    @Test
    void the_coordinates_in_the_readme_are_those_of_the_build() throws IOException {
        String version =
                "<version>" + only("<version>([^<]+)</version>", fences("xml").get(0)) + "</version>";
        assertThat(Files.readString(Path.of("../checklist-bom/pom.xml"))).contains(version);
        assertThat(Files.readString(Path.of("../checklist-core/pom.xml")))
                .contains("<message>checklist-core depends on slf4j-api, resilience4j-retry, jspecify, jackson-core"
                        + " and snakeyaml-engine, and on nothing else.</message>");
        assertThat(Files.readString(Path.of("../README.md")).replaceAll("\\s+", " "))
                .contains("brings slf4j-api, resilience4j-retry, jspecify, jackson-core and snakeyaml-engine,");
    }

    private static String only(String pattern, String text) {
        List<String> found = blocks(Pattern.compile(pattern), text);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** Leaves out the two lines that differ from machine to machine. */
    private static String withoutMachine(String text) {
        return text.replaceAll("(?m)^(run|id) .*\\R", "");
    }

    private static List<String> fences(String language) throws IOException {
        Pattern fence = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL);
        return blocks(fence, Files.readString(Path.of("../README.md")));
    }

    private static List<String> blocks(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
