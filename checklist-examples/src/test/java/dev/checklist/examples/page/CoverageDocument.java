package dev.checklist.examples.page;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes docs/coverage.md: run it in the module's folder. */
final class CoverageDocument {
    /** Why a box is answered more weakly than it can be, by its tag. */
    static final Map<String, String> REASONS = Map.of();

    private CoverageDocument() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("coverage");
        Files.writeString(Path.of("../docs/coverage.md"), of(Box.all(), Pages.coverage(folder)));
    }

    static String of(List<Box> boxes, Coverage coverage) {
        Map<Box.Answer, Integer> counts = new EnumMap<>(Box.Answer.class);
        StringBuilder rows = new StringBuilder();
        for (Box box : boxes) {
            List<Coverage.Covering> lines = coverage.of(box);
            Box.Answer weakest = lines.get(0).answer();
            counts.merge(weakest, 1, Integer::sum);
            rows.append("| %s | `%s` | %s | %s | %s |%n"
                    .formatted(box, box.hash(), word(weakest), items(lines), REASONS.getOrDefault(box.tag(), "")));
        }
        return """
                # What the two lists cover

                Written by a test from the lists themselves: run `CoverageDocument` after a change. %d of %d boxes have a line:
                %d are answered by machines, %d are derived from what machines and people found, %d are asked of people. A box
                that has several lines counts as its weakest. The hash is of the box's text on paper; a reason stands where a
                box is answered more weakly than it could be.

                | Box | Text | Answered by | Lines | Reason |
                |---|---|---|---|---|
                """.formatted(
                                boxes.size(),
                                boxes.size(),
                                counts.get(Box.Answer.MACHINE),
                                counts.get(Box.Answer.DERIVED),
                                counts.get(Box.Answer.PERSON))
                + rows.toString().replace("\r\n", "\n");
    }

    private static String items(List<Coverage.Covering> lines) {
        int shown = 3;
        String ids =
                lines.stream().limit(shown).map(line -> "`" + line.id() + "`").collect(joining("<br>"));
        return lines.size() > shown ? ids + "<br>and " + (lines.size() - shown) + " more" : ids;
    }

    private static String word(Box.Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }
}
