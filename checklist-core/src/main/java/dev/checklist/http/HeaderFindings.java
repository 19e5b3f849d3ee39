package dev.checklist.http;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the headers of a page, and what is merely not as good as it could be. */
final class HeaderFindings {
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    void problem(String text) {
        problems.add(text);
    }

    void warning(String text) {
        warnings.add(text);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
