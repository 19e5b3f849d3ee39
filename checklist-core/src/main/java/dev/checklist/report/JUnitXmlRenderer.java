package dev.checklist.report;

import dev.checklist.Checklist;
import dev.checklist.run.Report;
import dev.checklist.run.RunFacts;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a report as JUnit XML, as Surefire, Jenkins and GitLab read it: one {@code testsuite} for the list, one {@code
 * testcase} for each line, with the sections around it as its {@code classname}.
 *
 * <p>A file without {@code failure} and {@code error} is a READY list, and the other way round: a first case named
 * {@code verdict} is a {@code failure} when the list is NOT_READY and an {@code error} when it is INCOMPLETE. FAILED is
 * {@code failure}, ERROR is {@code error}; PENDING, BLOCKED, WAIVED, SKIPPED, what was not selected and what is advisory
 * and did not pass are {@code skipped}, with the status and the reason as the message. Characters that XML cannot hold
 * become U+FFFD. The file says that it is UTF-8: encode it so.
 */
public final class JUnitXmlRenderer implements Renderer {
    private JUnitXmlRenderer() {}

    /** Makes a renderer. */
    public static JUnitXmlRenderer create() {
        return new JUnitXmlRenderer();
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        RunFacts facts = report.facts();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("verdict", report.verdict().name());
        properties.put("headline", report.headline());
        report.about().forEach((name, value) -> properties.put("about." + name, value));
        report.identity().forEach((name, values) -> properties.put("identity." + name, String.join(", ", values)));
        properties.put("host", facts.host());
        properties.put("user", facts.user());
        properties.put("library", facts.library());
        properties.put("startedAt", facts.startedAt().toString());
        properties.put("endedAt", facts.endedAt().toString());
        for (int number = 1; number <= report.findings().size(); number++) {
            properties.put("finding." + number, report.findings().get(number - 1));
        }
        Duration length = Duration.between(facts.startedAt(), facts.endedAt());
        new JUnitXmlPage(out).write(report.title(), length, properties, JUnitCases.of(report));
    }

    @Override
    public void render(Checklist list, Appendable out) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        list.about().forEach((name, value) -> properties.put("about." + name, value));
        new JUnitXmlPage(out).write(list.title(), Duration.ZERO, properties, JUnitCases.of(list));
    }
}
