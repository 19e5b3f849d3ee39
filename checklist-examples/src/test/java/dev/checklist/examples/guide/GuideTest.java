package dev.checklist.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the guide to what compiles. */
class GuideTest {
    private static final Path SOURCES = Path.of("src/test/java/dev/checklist/examples/guide");
    private static final Path DOCS = Path.of("../docs");
    private static final Path GUIDE = DOCS.resolve("guide.md");
    private static final List<String> PAGES = List.of("guide.md", "people.md", "computed-lines.md");
    private static final Pattern REGION = Pattern.compile("// guide: [^\\n]+\\n(.*?)// guide: end", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CHAPTER = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern ENTRY = Pattern.compile("(?m)^- \\[(.+?)]\\(#(.+?)\\)$");

    @Test
    void every_java_snippet_of_the_guide_is_compiled_and_every_compiled_one_is_in_the_guide() throws IOException {
        List<String> compiled = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file :
                    files.filter(path -> !path.endsWith("GuideTest.java")).toList()) {
                compiled.addAll(blocks(REGION, Files.readString(file)));
            }
        }

        List<String> shown = new ArrayList<>();
        for (String page : PAGES) {
            shown.addAll(blocks(FENCE, Files.readString(DOCS.resolve(page))));
        }
        assertThat(shown).hasSizeGreaterThan(15).containsExactlyInAnyOrderElementsOf(compiled);
    }

    @Test
    void every_chapter_is_in_the_table_of_contents_in_order() throws IOException {
        String guide = Files.readString(GUIDE);
        List<String> chapters = blocks(CHAPTER, guide);

        assertThat(blocks(ENTRY, guide)).isEqualTo(chapters);
        assertThat(ENTRY.matcher(guide).results().map(entry -> entry.group(2)).toList())
                .isEqualTo(chapters.stream()
                        .map(title -> title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'))
                        .toList());
    }

    private static List<String> blocks(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) ->
                        found.group(1).replaceAll("\\s+", " ").strip())
                .toList();
    }
}
