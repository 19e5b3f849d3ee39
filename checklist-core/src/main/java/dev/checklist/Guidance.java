package dev.checklist;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what helps people when a check does not pass. */
record Guidance(
        @Nullable String remedy,
        List<Diagnosis> diagnoses,
        @Nullable SignOff question) {
    static final Guidance NONE = new Guidance(null, List.of(), null);

    Guidance remedy(String text) {
        return new Guidance(Arguments.text("remedy", text), diagnoses, question);
    }

    Guidance diagnosis(Diagnosis diagnosis) {
        List<Diagnosis> all = new ArrayList<>(diagnoses);
        all.add(Arguments.present("diagnosis", diagnosis));
        return new Guidance(remedy, List.copyOf(all), question);
    }

    Guidance question(SignOff asked) {
        Plain.check("the question of orAsk", Arguments.present("question", asked));
        return new Guidance(remedy, diagnoses, asked);
    }
}
