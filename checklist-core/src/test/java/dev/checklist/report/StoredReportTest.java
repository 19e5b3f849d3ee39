package dev.checklist.report;

import static dev.checklist.Checklists.atLeast;
import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.derivedFrom;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.scorecard;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOffs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.checklist.Outcome;
import dev.checklist.Section;
import dev.checklist.history.ReportReader;
import dev.checklist.run.Report;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads back what the JSON renderer wrote: everything a report has comes back, and nothing else is taken for one. */
class StoredReportTest {
    private static final JsonRenderer JSON = JsonRenderer.create();

    private static Stream<Report> reports() {
        return Stream.of(Samples.rich(), Samples.ready(), Samples.incomplete(), computed());
    }

    private static Report computed() {
        AtomicInteger looks = new AtomicInteger();
        Section steps = section(
                "Steps",
                check(
                                "flaky",
                                context ->
                                        looks.incrementAndGet() == 1 ? Outcome.failed("not yet") : Outcome.passed("up"))
                        .retry(attempts(2)),
                check("image", context -> Outcome.passed("1.4.2").identifiedBy("image", "sha256:aa")));
        return CheckTester.create()
                .with(runner -> runner.withAttestor(question -> Optional.of(
                        question.scale().isPresent() ? question.ratedBy("Kim", 4) : question.confirmedBy("Kim"))))
                .run(checklist(
                                "Release",
                                steps,
                                derivedFrom("All steps", steps),
                                scorecard("Readiness", atLeast(7), rating("Security"), rating("Monitoring")),
                                signOffs("Lead"))
                        .about("version", "1.4.2"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void a_report_comes_back_as_it_was(Report report) throws IOException {
        same(report);
    }

    private static void same(Report report) throws IOException {
        String json = JSON.render(report);
        Report back = ReportReader.read(json);
        assertThat(JSON.render(back)).isEqualTo(json);
        assertThat(back.verdict()).isEqualTo(report.verdict());
        assertThat(back.digest()).isEqualTo(report.digest());
        assertThat(back.headline())
                .isEqualTo(ReportReader.read(JSON.render(back)).headline());
    }

    @Test
    void other_forms_of_a_report_read_back_are_the_same_too() throws IOException {
        for (Report report : reports().toList()) {
            Report back = ReportReader.read(JSON.render(report));
            assertThat(TextRenderer.create().render(back))
                    .isEqualTo(TextRenderer.create().render(report));
            assertThat(MarkdownRenderer.create().render(back))
                    .isEqualTo(MarkdownRenderer.create().render(report));
            assertThat(JUnitXmlRenderer.create().render(back))
                    .isEqualTo(JUnitXmlRenderer.create().render(report));
        }
    }

    @ParameterizedTest
    @EnumSource(HostileField.class)
    void hostile_text_in_every_place_comes_back(HostileField field) throws IOException {
        for (HostileText text : HostileText.values()) {
            boolean isCut = text.text().length() > 1_000 && field.name().endsWith("_NAME");
            if (!isCut) { // names are cut when they are written, since readers limit them
                same(field.with(text.text()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "42",
                "{}",
                "{\"schemaVersion\":1}",
                "{\"schemaVersion\":1,\"kind\":\"CHECKLIST\",\"title\":\"x\"}",
                "{\"schemaVersion\":2,\"kind\":\"REPORT\"}",
                "{\"schemaVersion\":1,\"kind\":\"REPORT\",\"abandonedProbes\":99999999999}",
                "<html>",
            })
    void what_is_no_report_is_refused(String json) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> ReportReader.read(json));
    }

    @Test
    void every_truncation_is_refused() {
        String json = JSON.render(computed()).strip();
        List<Integer> taken = new ArrayList<>();
        for (int length = 0; length < json.length(); length += 7) {
            String start = json.substring(0, length);
            assertThatExceptionOfType(IOException.class)
                    .as("first %d characters", length)
                    .isThrownBy(() -> ReportReader.read(start));
            taken.add(length);
        }
        assertThat(taken).hasSizeGreaterThan(100);
    }

    @Test
    void a_status_or_verdict_that_was_changed_contradicts_the_rest() {
        String json = JSON.render(Samples.ready());
        String edited = json.replaceFirst("\"status\" : \"PASSED\"", "\"status\" : \"FAILED\"");
        assertThat(edited).isNotEqualTo(json);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ReportReader.read(edited))
                .withMessageContaining("contradicts itself");
        String incomplete = JSON.render(Samples.incomplete());
        String green = incomplete.replace("\"verdict\" : \"INCOMPLETE\"", "\"verdict\" : \"READY\"");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ReportReader.read(green))
                .withMessageContaining("its verdict is READY, but its lines come to INCOMPLETE");
    }

    @Test
    void the_place_of_what_is_wrong_is_named() {
        String json = JSON.render(Samples.ready()).replaceFirst("\"depth\" : 0", "\"depth\" : \"none\"");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ReportReader.read(json))
                .withMessageContaining("results[0].depth");
    }

    @Test
    void a_field_that_is_there_twice_is_refused() {
        String json = JSON.render(Samples.ready()).replaceFirst("\\{", "{\"verdict\":\"READY\",");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> ReportReader.read(json));
    }

    @Test
    void fields_of_a_later_version_are_ignored() throws IOException {
        String json = JSON.render(Samples.ready()).replaceFirst("\\{", "{\"later\":{\"a\":[1,null]},");
        assertThat(ReportReader.read(json).verdict()).isEqualTo(Samples.ready().verdict());
    }
}
