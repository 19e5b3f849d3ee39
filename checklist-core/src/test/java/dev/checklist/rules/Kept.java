package dev.checklist.rules;

import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps answers in memory as a file of attestations does: by id, whatever they belong to. */
final class Kept implements Attestor {
    private final Map<String, Attestation> answers = new LinkedHashMap<>();
    private final Map<String, Question> asked = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();

    @Override
    public Optional<Attestation> answer(Question question) {
        asked.put(question.line().id(), question);
        order.add(question.line().id());
        return Optional.ofNullable(answers.get(question.line().id()));
    }

    /** Confirms what was asked last under this id. */
    void confirm(String id, String who, Instant when) {
        answers.put(id, asked.get(id).confirmedBy(who).at(when));
    }

    /** Rates what was asked last under this id. */
    void rate(String id, String who, int score, Instant when) {
        answers.put(id, asked.get(id).ratedBy(who, score).at(when));
    }

    Question asked(String id) {
        return asked.get(id);
    }

    List<String> order() {
        return List.copyOf(order);
    }
}
