package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rule for the class of an Ingress: the one in its spec, in its annotation, or else the default one; it exists. */
public final class IngressClassHealth {

    private static final String ANNOTATION = "kubernetes.io/ingress.class";
    private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";

    private IngressClassHealth() {}

    /**
     * Judges whether the Ingress has a class that exists.
     *
     * @param ingress the object as read
     * @param classes all IngressClasses of the cluster
     * @param wanted the name of the class that it has to be; empty for any
     * @param now the time of the observation
     * @return the verdict; failed where no class is named and not exactly one is the default
     */
    public static Health of(Ingress ingress, Collection<IngressClass> classes, Optional<String> wanted, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, ingress, now).orElseGet(() -> {
            String inSpec = ingress.getSpec() == null
                    ? ""
                    : facts.text("spec.ingressClassName", ingress.getSpec().getIngressClassName());
            String annotated = Absent.text(
                    Absent.map(Universal.metadata(ingress).getAnnotations()).get(ANNOTATION));
            if (!annotated.isEmpty()) {
                facts.see("metadata.annotations[" + ANNOTATION + "]", annotated);
            }
            List<String> names = classes.stream()
                    .filter(c -> Universal.metadata(c).getDeletionTimestamp() == null)
                    .map(c -> String.valueOf(Universal.metadata(c).getName()))
                    .toList();
            facts.see("ingress classes", names);
            String named = inSpec.isEmpty() ? annotated : inSpec;
            return named.isEmpty() ? byDefault(facts, classes, wanted) : named(facts, named, names, wanted);
        });
    }

    private static Health named(Facts facts, String name, List<String> names, Optional<String> wanted) {
        if (!names.contains(name)) {
            return facts.failed("its class " + name + " does not exist");
        }
        return matches(facts, name, "class " + name, wanted);
    }

    private static Health byDefault(Facts facts, Collection<IngressClass> classes, Optional<String> wanted) {
        List<String> defaults = classes.stream()
                .filter(c -> Universal.metadata(c).getDeletionTimestamp() == null)
                .filter(c -> "true"
                        .equals(Absent.map(Universal.metadata(c).getAnnotations())
                                .get(DEFAULT)))
                .map(c -> String.valueOf(Universal.metadata(c).getName()))
                .toList();
        if (defaults.size() != 1) {
            return facts.failed(
                    defaults.isEmpty()
                            ? "it names no class, and none of " + classes.size() + " is the default"
                            : "it names no class, and several are the default: " + String.join(", ", defaults));
        }
        return matches(facts, defaults.get(0), "class " + defaults.get(0) + ", the default", wanted);
    }

    private static Health matches(Facts facts, String name, String words, Optional<String> wanted) {
        return wanted.isEmpty() || wanted.get().equals(name)
                ? facts.healthy(words)
                : facts.failed("it has the " + words);
    }
}
