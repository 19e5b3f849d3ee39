package dev.checklist.examples.launcher;

import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.Question;
import java.util.Optional;

/** Plays the people in the demonstration: confirms every line in the name of its role. */
public final class ScriptedAttestor implements Attestor {
    @Override
    public Optional<Attestation> answer(Question question) {
        String who = "demo " + question.line().role().orElse("person");
        Attestation answer = question.scale().isPresent()
                ? question.ratedBy(who, question.scale().getAsInt())
                : question.confirmedBy(who);
        Attestation commented = answer.withComment("scripted, for the demonstration");
        return Optional.of(
                question.needsEvidence() ? commented.withEvidence("https://demo.example/evidence") : commented);
    }
}
