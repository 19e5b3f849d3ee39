package dev.checklist.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in a sample of a settings file as a person does: line by line, by name, and no name less or more. */
final class SampleFile {
    private static final Pattern SETTING = Pattern.compile("(?m)^([\\w.]+) = .*$");

    private SampleFile() {}

    /**
     * Writes the file.
     *
     * @param values what is known, by name
     * @param leftOut the settings that the sample allows to leave out, and that are left out here
     */
    static Path fill(Path sample, Map<String, String> values, Set<String> leftOut, Path file) throws IOException {
        String text = Files.readString(sample);
        Set<String> named = new TreeSet<>();
        String filled = SETTING.matcher(text).replaceAll(line -> {
            String name = line.group(1);
            named.add(name);
            String value = values.get(name);
            return Matcher.quoteReplacement(
                    value == null ? "# " + line.group() : name + " = " + value.replace("\\", "\\\\"));
        });
        Set<String> known = new TreeSet<>(values.keySet());
        known.addAll(leftOut);
        assertThat(named)
                .as("the names in %s, which this test has values for", sample)
                .isSubsetOf(known);
        assertThat(known)
                .as("the names that this test has values for, in %s", sample)
                .isSubsetOf(named);
        return Files.writeString(file, filled);
    }
}
