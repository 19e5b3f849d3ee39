package dev.checklist;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds who may answer a sign-off, over what, for how long and on what proof. */
record Terms(
        @Nullable String role,
        List<Path> files,
        @Nullable Duration validFor,
        boolean needsEvidence,
        boolean needsSignature) {
    static final Terms NONE = new Terms(null, List.of(), null, false, false);

    Terms by(String who) {
        return new Terms(Arguments.text("role", who), files, validFor, needsEvidence, needsSignature);
    }

    Terms over(Path first, Path... more) {
        List<Path> all = new ArrayList<>(files);
        all.add(file(first));
        for (Path one : Arguments.present("files", more)) {
            all.add(file(one));
        }
        return new Terms(role, List.copyOf(all), validFor, needsEvidence, needsSignature);
    }

    private static Path file(Path file) {
        if (Arguments.present("file", file).toString().isBlank()) {
            throw new IllegalArgumentException("file is blank (\"" + file + "\"): give the path of a file");
        }
        return file;
    }

    Terms validFor(Duration time) {
        return new Terms(role, files, Arguments.positive("time", time), needsEvidence, needsSignature);
    }

    Terms withEvidence() {
        return new Terms(role, files, validFor, true, needsSignature);
    }

    Terms withSignature() {
        return new Terms(role, files, validFor, needsEvidence, true);
    }
}
