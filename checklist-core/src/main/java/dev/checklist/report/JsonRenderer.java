package dev.checklist.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.checklist.Checklist;
import dev.checklist.run.Report;
import java.io.IOException;

/**
 * Writes a report as JSON by the schema {@code report-schema-1.json}, which lies beside this class: everything a report
 * has, in full. Instants are ISO-8601 in UTC, durations ISO-8601 ({@code PT1.5S}).
 *
 * <p>Within one {@link #SCHEMA_VERSION} fields are only added: readers ignore those they do not know. Half a surrogate pair
 * becomes U+FFFD; characters that a terminal or a page would obey are written as escapes.
 */
public final class JsonRenderer implements Renderer {
    /** The version of the schema, in the field {@code schemaVersion}. */
    public static final int SCHEMA_VERSION = 1;

    private JsonRenderer() {}

    /** Makes a renderer. */
    public static JsonRenderer create() {
        return new JsonRenderer();
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            new JsonReport(new JsonFields(json)).write(report);
        }
        out.append('\n');
    }

    @Override
    public void render(Checklist list, Appendable out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            new JsonChecklist(new JsonFields(json)).write(list);
        }
        out.append('\n');
    }

    private static JsonGenerator generator(Appendable out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(new AppendableWriter(out));
        json.setCharacterEscapes(new JsonEscapes());
        return json.setPrettyPrinter(JsonFields.lines());
    }
}
