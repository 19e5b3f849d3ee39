package dev.checklist.examples;

import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.Question;
import java.util.Optional;

/** Plays the people in the demonstration: confirms every line in the name of its role. */
final class ScriptedAttestor implements Attestor {
    @Override
    public Optional<Attestation> answer(Question question) {
        String who = "demo " + question.line().role().orElse("person");
        Attestation answer = question.scale().isPresent()
                ? question.ratedBy(who, question.scale().getAsInt())
                : question.confirmedBy(who);
        return Optional.of(
                answer.withComment("scripted, for the demonstration").withEvidence("the world of the demonstration"));
    }
}
