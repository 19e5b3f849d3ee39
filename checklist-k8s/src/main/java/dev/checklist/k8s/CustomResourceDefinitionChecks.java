package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.CustomResourceDefinitionHealth;
import dev.checklist.k8s.health.Health;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;

/**
 * Has the checks of one CustomResourceDefinition. It proves only that YAML was applied; whether somebody acts on it is
 * asked by {@link KubernetesChecks#operator}.
 */
public final class CustomResourceDefinitionChecks {
    private final Place place;

    CustomResourceDefinitionChecks(Place place) {
        this.place = place;
    }

    /** Passes when the condition Established is True, its names are accepted, and it is not being deleted. */
    public Check isEstablished() {
        return place.check(
                ResourceType.CUSTOM_RESOURCE_DEFINITION, "is established", "is established", new IsEstablished(place));
    }

    /**
     * Passes when it is established, {@code spec.versions} serves the version, and the server's discovery lists it, which
     * takes some seconds longer.
     *
     * @param version such as {@code v1}
     */
    public Check serves(String version) {
        return place.check(
                ResourceType.CUSTOM_RESOURCE_DEFINITION,
                "serves a version",
                "serves " + Names.version(version),
                new Serves(place, version));
    }

    record IsEstablished(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.CUSTOM_RESOURCE_DEFINITION, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            CustomResourceDefinition definition = reader.get(ResourceType.CUSTOM_RESOURCE_DEFINITION, place);
            return Outcomes.of(
                    "an established definition", CustomResourceDefinitionHealth.of(definition, reader.now()));
        }
    }

    record Serves(Place place, String version) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.CUSTOM_RESOURCE_DEFINITION, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            CustomResourceDefinition definition = reader.get(ResourceType.CUSTOM_RESOURCE_DEFINITION, place);
            Health health = CustomResourceDefinitionHealth.of(definition, version, reader.now());
            Outcome outcome = Outcomes.of("the version " + version, health);
            int dot = place.name().indexOf('.');
            String groupVersion = place.name().substring(dot + 1) + "/" + version;
            if (!health.isHealthy()) {
                return outcome;
            }
            return new Discovery(server(), groupVersion)
                            .plurals(reader.context())
                            .contains(place.name().substring(0, dot))
                    ? outcome.with("discovery", groupVersion)
                    : Outcome.failed("expected " + groupVersion + " to be served but discovery does not list it yet");
        }
    }
}
