package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.OperatorWorkloadHealth;

/** Is what runs an operator. */
final class InstalledWorkload {
    private static final String EXPECTED = "a complete rollout of the version ";

    private InstalledWorkload() {}

    record OfDeployment(String namespace, String name, String version) implements OperatorPart.Part {
        @Override
        public String label() {
            return "deployment " + namespace + "/" + name;
        }

        @Override
        public Rights needs() {
            return Rights.get(ResourceType.DEPLOYMENT, namespace, name);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            return Outcomes.of(
                    EXPECTED + version,
                    OperatorWorkloadHealth.of(
                            reader.get(ResourceType.DEPLOYMENT, namespace, name), version, reader.now()));
        }
    }

    record OfStatefulSet(String namespace, String name, String version) implements OperatorPart.Part {
        @Override
        public String label() {
            return "stateful set " + namespace + "/" + name;
        }

        @Override
        public Rights needs() {
            return Rights.get(ResourceType.STATEFUL_SET, namespace, name);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            return Outcomes.of(
                    EXPECTED + version,
                    OperatorWorkloadHealth.of(
                            reader.get(ResourceType.STATEFUL_SET, namespace, name), version, reader.now()));
        }
    }
}
