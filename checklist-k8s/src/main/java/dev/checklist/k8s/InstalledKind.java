package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.CustomResourceDefinitionHealth;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;

/** Is a kind that an operator defines. */
record InstalledKind(String definition, String version) implements OperatorPart.Part {
    @Override
    public String label() {
        return "kind " + definition;
    }

    @Override
    public Rights needs() {
        return Rights.get(ResourceType.CUSTOM_RESOURCE_DEFINITION, "", definition);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        CustomResourceDefinition found = reader.get(ResourceType.CUSTOM_RESOURCE_DEFINITION, "", definition);
        return Outcomes.of(
                "an established kind", CustomResourceDefinitionHealth.accepted(found, version, reader.now()));
    }
}
