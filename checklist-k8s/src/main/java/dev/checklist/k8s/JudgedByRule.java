package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.HealthRule;
import dev.checklist.k8s.health.ResourceView;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * Judges one custom resource by a rule that needs nothing else.
 *
 * @param expected what the check asks for, such as "a ready certificate"
 */
record JudgedByRule(Place place, ResourceType<GenericKubernetesResource> type, String expected, HealthRule rule)
        implements ObjectProbe {
    @Override
    public Rights needs() {
        return Rights.get(type, place);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        GenericKubernetesResource object = reader.get(type, place);
        if (object.getMetadata().getGeneration() == null) { // without it a status that is stale looks fresh
            return Outcome.error("expected the " + type.word() + " " + place.name()
                    + " with a generation but found it without: is it the API server?");
        }
        return Outcomes.of(expected, rule.judge(ResourceView.of(object), reader.now()));
    }
}
