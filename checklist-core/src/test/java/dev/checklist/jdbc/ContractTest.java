package dev.checklist.jdbc;

import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.report.JUnitXmlRenderer;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.Renderer;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts every public predicate into every situation; status, mark and words stand in {@code contract.tsv}. */
class ContractTest {
    @Test
    void every_public_predicate_stands_in_the_table_in_every_situation() {
        assertThat(PublicCheck.all())
                .extracting(PublicCheck::name)
                .containsExactlyInAnyOrderElementsOf(PublicCheck.found());
        for (PublicCheck check : PublicCheck.all()) {
            for (Situation situation : Situation.values()) {
                assertThat(ContractRow.find(check, situation))
                        .as(check + " " + situation)
                        .isPresent();
            }
        }
        assertThat(ContractRow.unused()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rows")
    void a_predicate_comes_to_what_the_table_says(PublicCheck check, Situation situation, ContractRow row)
            throws Exception {
        FakeDatabase database = situation.of(check);
        Check line = check.check().apply(JdbcChecks.using(database.source()));
        boolean hangs = situation == Situation.SILENT || situation == Situation.CONNECTING_HANGS;
        Report report = CheckTester.create()
                .run(checklist("one", line.timeout(hangs ? Duration.ofMillis(300) : Duration.ofSeconds(20))));
        Result result = report.lines().get(0);

        assertThat(result.status()).as(result.toString()).isEqualTo(row.status());
        assertThat(result.mark()).as(result.message()).isEqualTo(row.mark());
        assertThat(result.message()).contains(row.words());
        assertThat(result.status() == Status.PASSED || result.message().startsWith("expected "))
                .as(result.message())
                .isTrue();
        assertThat(rendered(report)).doesNotContain("canary");
        assertThat(database.isLeftAlone()).as("every connection was closed").isTrue();
        assertThat(database.opened())
                .allMatch(FakeDatabase::wasRolledBackOrBrokenOff)
                .allMatch(FakeDatabase::hadTimeouts);
    }

    private static String rendered(Report report) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Renderer renderer :
                new Renderer[] {TextRenderer.create(), JsonRenderer.create(), JUnitXmlRenderer.create()}) {
            renderer.render(report, all);
        }
        return all.toString();
    }

    static Stream<Object[]> rows() {
        return PublicCheck.all().stream()
                .flatMap(check -> Stream.of(Situation.values()).map(situation -> new Object[] {
                    check, situation, ContractRow.find(check, situation).orElseThrow()
                }))
                .filter(row -> ((ContractRow) row[2]).applies());
    }
}
