package dev.checklist.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.checklist.Checklist;
import dev.checklist.hash.Sha256;
import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Writes the causes of a report as a code quality report, which GitLab shows in a merge request and compares with the
 * target branch: name the file in {@code artifacts:reports:codequality}.
 *
 * <p>Causes are critical, findings minor, open questions info. A blank list has none.
 */
public final class GitLabCodeQuality implements Renderer {
    private GitLabCodeQuality() {}

    /** Makes a renderer. */
    public static GitLabCodeQuality create() {
        return new GitLabCodeQuality();
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        write(report.title(), Annotation.of(report), out);
    }

    @Override
    public void render(Checklist list, Appendable out) throws IOException {
        write(list.title(), List.of(), out);
    }

    private static void write(String list, List<Annotation> annotations, Appendable out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(new AppendableWriter(out))) {
            json.setCharacterEscapes(new JsonEscapes());
            json.setPrettyPrinter(JsonFields.lines());
            JsonFields fields = new JsonFields(json);
            json.writeStartArray();
            for (Annotation annotation : annotations) {
                fields.root(annotation, one -> fields(list, one, fields));
            }
            json.writeEndArray();
        }
        out.append('\n');
    }

    private static void fields(String list, Annotation annotation, JsonFields fields) throws IOException {
        String title = Visible.line(annotation.title());
        fields.text("description", title + ": " + Visible.line(annotation.message()));
        fields.text("check_name", title);
        fields.text("fingerprint", Sha256.hex((list + "\n" + annotation.key()).getBytes(StandardCharsets.UTF_8)));
        fields.text("severity", severity(annotation.level()));
        // GitLab wants a file and a line; a list has neither.
        fields.object("location", Optional.of(list), place -> {
            fields.text("path", Visible.line(place));
            fields.object("lines", Optional.of(1), line -> fields.number("begin", line));
        });
    }

    private static String severity(Annotation.Level level) {
        return switch (level) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case NOTICE -> "info";
        };
    }
}
