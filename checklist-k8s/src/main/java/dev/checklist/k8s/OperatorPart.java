package dev.checklist.k8s;

import dev.checklist.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is something that an operator consists of; not every operator has every kind of part. */
public final class OperatorPart {
    private final List<Part> parts;

    private OperatorPart(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Is judged on its own, and gives one line of evidence. */
    interface Part {
        String label();

        Outcome judge(Reader reader) throws Exception;

        Rights needs();
    }

    List<Part> parts() {
        return parts;
    }

    /**
     * Returns the kinds that it defines: each definition is Established, its names are accepted, and it serves the
     * version.
     *
     * @param version such as {@code v1}
     * @param first the full name of a definition, such as {@code clusters.postgresql.cnpg.io}
     * @param more further ones
     */
    public static OperatorPart kinds(String version, String first, String... more) {
        List<Part> kinds = new ArrayList<>();
        kinds.add(new InstalledKind(Names.definition(first), Names.version(version)));
        for (String name : more) {
            kinds.add(new InstalledKind(Names.definition(name), version));
        }
        return new OperatorPart(kinds);
    }

    /**
     * Returns a Deployment that it runs: rolled out, at least one replica.
     *
     * @param version the tag that one of its images has, such as {@code 1.22.0}
     */
    public static OperatorPart deployment(String namespace, String name, String version) {
        return new OperatorPart(List.of(new InstalledWorkload.OfDeployment(
                Names.label("namespace", namespace), Names.subdomain("name of the deployment", name), tag(version))));
    }

    /**
     * Returns a StatefulSet that it runs: rolled out whatever its strategy, at least one replica.
     *
     * @param version the tag that one of its images has, such as {@code 2.11.0}
     */
    public static OperatorPart statefulSet(String namespace, String name, String version) {
        return new OperatorPart(List.of(new InstalledWorkload.OfStatefulSet(
                Names.label("namespace", namespace), Names.subdomain("name of the stateful set", name), tag(version))));
    }

    /** Returns a ValidatingWebhookConfiguration: each webhook has a certificate and a service with a ready endpoint. */
    public static OperatorPart validatingWebhook(String configuration) {
        return new OperatorPart(List.of(new InstalledWebhook.Validating(webhook(configuration))));
    }

    /** Returns a MutatingWebhookConfiguration: each webhook has a certificate and a service with a ready endpoint. */
    public static OperatorPart mutatingWebhook(String configuration) {
        return new OperatorPart(List.of(new InstalledWebhook.Mutating(webhook(configuration))));
    }

    /** Returns an IngressClass that it serves: there, and naming a controller. */
    public static OperatorPart ingressClass(String name) {
        return new OperatorPart(List.of(new InstalledIngressClass(Names.subdomain("name of the ingress class", name))));
    }

    private static String webhook(@Nullable String configuration) {
        return Names.subdomain("name of the webhook configuration", configuration);
    }

    private static String tag(@Nullable String version) {
        if (version == null || !version.matches("\\w[\\w.-]{0,127}")) {
            throw new IllegalArgumentException("the version is " + (version == null ? "null" : "\"" + version + "\"")
                    + ": expected the tag of an image, such as 1.22.0");
        }
        return version;
    }
}
