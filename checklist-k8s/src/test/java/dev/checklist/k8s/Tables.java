package dev.checklist.k8s;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The tables beside the tests, one file for each area. */
final class Tables {
    private static final List<String> AREAS = List.of("", "-config", "-workloads", "-logs", "-cluster", "-operators");

    private Tables() {}

    /** Returns what the files of that name hold, such as {@code shop.yaml} and {@code shop-logs.yaml}; all by default. */
    static List<String> texts(String name, String type, String... areas) {
        List<String> texts = new ArrayList<>();
        for (String area : areas.length == 0 ? AREAS : List.of(areas)) {
            try (InputStream in = Tables.class.getResourceAsStream(name + area + "." + type)) {
                texts.add(new String(Objects.requireNonNull(in, name + area).readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    /** Returns the lines of the tables that are neither blank nor a comment. */
    static List<String> lines(String name) {
        return texts(name, "tsv").stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
