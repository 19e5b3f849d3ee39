package dev.checklist.jdbc;

import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Holds the guide to what the code is: its snippet is the one below, word for word. */
class GuideTest {
    private static Checklist database(DataSource dataSource, Path migrations) {
        // snippet
        JdbcChecks database = JdbcChecks.using(dataSource).named("shop");
        Check reachable = database.isReachable();
        Checklist list = checklist(
                "The database of the shop",
                reachable.orStop(),
                database.query("select current_database()").returns("shop"),
                database.encryptsSessionsOf("shop_app"),
                database.prismaMigrations().areApplied(migrations),
                database.table("orders").hasColumns("id", "total"),
                database.query("select count(*) from currencies").returnsAtLeast(1));
        // end
        return list;
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("../docs/jdbc.md"));
    }

    @Test
    void every_public_predicate_stands_in_the_guide() throws IOException {
        String guide = guide();
        assertThat(PublicCheck.words())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(guide).containsPattern("\\b" + name + "\\b"));
    }

    @Test
    void the_snippet_of_the_guide_is_the_one_that_is_compiled_here() throws IOException {
        List<String> source = Files.readAllLines(Path.of("src/test/java/dev/checklist/jdbc/GuideTest.java"));
        String snippet =
                source.subList(source.indexOf("        // snippet") + 1, source.indexOf("        // end")).stream()
                        .map(line -> line.substring(8))
                        .collect(Collectors.joining("\n"));
        assertThat(guide()).contains("```java\n" + snippet + "\n```");
        assertThat(Arrays.asList(snippet.split("\n"))).hasSizeGreaterThan(5);
    }

    @Test
    void the_list_of_the_guide_passes_on_a_database_that_is_as_it_says() {
        FakeDatabase fake = PublicCheck.healthy()
                .answering("current_database", FakeAnswer.row("shop"))
                .answering("currencies", FakeAnswer.row(3))
                .answering(
                        FakeDatabase.COLUMNS,
                        new FakeAnswer(
                                List.of("TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME"),
                                List.of(List.of("public", "orders", "id"), List.of("public", "orders", "total"))));
        Report report = CheckTester.create().run(database(fake.source(), PublicCheck.PRISMA));
        assertThat(report.lines()).hasSize(6).allMatch(line -> line.status() == Status.PASSED);
    }
}
