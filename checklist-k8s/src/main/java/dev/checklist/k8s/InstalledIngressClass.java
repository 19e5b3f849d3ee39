package dev.checklist.k8s;

import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;

/** Is the class whose ingresses an ingress controller serves. */
record InstalledIngressClass(String name) implements OperatorPart.Part {
    @Override
    public String label() {
        return "ingress class " + name;
    }

    @Override
    public Rights needs() {
        return Rights.get(ResourceType.INGRESS_CLASS, "", name);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        IngressClass found = reader.get(ResourceType.INGRESS_CLASS, "", name);
        if (found.getMetadata().getDeletionTimestamp() != null) {
            return Outcome.failed("expected the ingress class " + name + " but it is being deleted");
        }
        String controller = found.getSpec() == null ? null : found.getSpec().getController();
        return controller == null || controller.isBlank()
                ? Outcome.failed("expected a controller but the ingress class " + name + " names none")
                : Outcome.passed("served by " + controller).with("spec.controller", controller);
    }
}
