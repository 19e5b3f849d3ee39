package dev.checklist.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Does what the guide's last chapter says, on a copy of the examples, and looks for the new lines in every report. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddALineTest {
    private static final Path GUIDE = Path.of("../docs/guide.md");
    private static final String MODULE = "checklist-examples/";
    private static final Pattern CHAPTER = Pattern.compile("(?s)\n## Add a line to a list\n(.*)");
    private static final Pattern EDIT =
            Pattern.compile("(?m)^```diff\n--- (?<file>.+)\n (?<above>.+)\n\\+(?<line>.+)\n```$");
    private static final Pattern ARGUMENTS = Pattern.compile("-Ddemo.arguments=\"(.+)\"");
    private static final List<String> LINES =
            List.of("the events page is quick", "the events page looks right on a phone");

    private String chapter = "";
    private String said = "";
    private final Map<String, String> reports = new TreeMap<>();

    @BeforeAll
    void follow_the_chapter(@TempDir Path folder) throws Exception {
        chapter = found(CHAPTER.matcher(Files.readString(GUIDE)).results().toList())
                .group(1);
        copy(Path.of("src"), folder.resolve("src"));
        for (MatchResult edit : EDIT.matcher(chapter).results().toList()) {
            apply(edit, folder);
        }
        compile(folder);
        said = run(folder);
        try (Stream<Path> files = Files.list(folder.resolve("target/report"))) {
            for (Path file : files.toList()) {
                reports.put(file.getFileName().toString(), Files.readString(file));
            }
        }
    }

    private static MatchResult found(List<MatchResult> all) {
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from.resolve("main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** Adds a line below the one that the guide shows, of which there must be exactly one. */
    private static void apply(MatchResult edit, Path folder) throws Exception {
        assertThat(edit.group(1)).startsWith(MODULE);
        Path file = folder.resolve(edit.group(1).substring(MODULE.length()));
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        assertThat(lines).containsOnlyOnce(edit.group(2));
        lines.add(lines.indexOf(edit.group(2)) + 1, edit.group(3));
        Files.write(file, lines);
    }

    private static void compile(Path folder) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"));
                var manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-cp",
                    classPath(),
                    "-d",
                    folder.resolve("classes").toString());
            boolean isGood = compiler.getTask(
                            complaints, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(isGood).as(complaints.toString()).isTrue();
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** Runs what the build runs, with the arguments that the guide gives. */
    private String run(Path folder) throws Exception {
        String arguments = found(ARGUMENTS.matcher(chapter).results().toList()).group(1);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                String.join(
                        File.pathSeparator,
                        folder.resolve("classes").toString(),
                        folder.resolve("src/main/resources").toString(),
                        classPath()),
                "dev.checklist.examples.Main"));
        command.addAll(List.of(arguments.split(" ")));
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(out)).isEqualTo(2);
        return Files.readString(out);
    }

    @Test
    void the_new_lines_stand_on_the_terminal_and_passed() {
        assertThat(said)
                .contains("✓ PASSED the events page is quick", "✓ PASSED the events page looks right on a phone");
    }

    @Test
    void the_new_lines_are_in_text_markdown_json_junit_and_html() {
        assertThat(reports).containsKeys("report.txt", "report.md", "report.json", "report.xml", "report.html");
        for (String format : List.of("txt", "md", "json", "xml", "html")) {
            assertThat(reports.get("report." + format)).as(format).contains(LINES);
        }
    }
}
