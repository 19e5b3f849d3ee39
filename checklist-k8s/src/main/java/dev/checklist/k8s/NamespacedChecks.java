package dev.checklist.k8s;

/** Has the subjects of one namespace. */
public final class NamespacedChecks {
    private final ApiServer server;
    private final String namespace;

    NamespacedChecks(ApiServer server, String namespace) {
        this.server = server;
        this.namespace = Names.label("namespace", namespace);
    }

    private Place place(String what, String name) {
        return new Place(server, namespace, Names.subdomain(what, name));
    }

    /** Returns the checks of the namespace itself. */
    public NamespaceChecks namespace() {
        return new NamespaceChecks(new Place(server, "", namespace));
    }

    // ---- workloads and their pods

    /** Returns the checks of a Deployment. */
    public DeploymentChecks deployment(String name) {
        return new DeploymentChecks(place("name of the deployment", name));
    }

    /** Returns the checks of all pods of the namespace. */
    public PodChecks pods() {
        return new PodChecks(server, namespace, "");
    }

    /**
     * Returns the checks of the pods that a label selector matches.
     *
     * @param labelSelector as kubectl takes it, such as {@code app=payments-api,tier!=test}
     */
    public PodChecks pods(String labelSelector) {
        if (labelSelector == null || labelSelector.isBlank()) {
            throw new IllegalArgumentException("the label selector is " + (labelSelector == null ? "null" : "blank")
                    + ": give one such as app=api, or call pods()");
        }
        return new PodChecks(server, namespace, labelSelector.strip());
    }

    // ---- network

    /** Returns the checks of a Service. */
    public ServiceChecks service(String name) {
        return new ServiceChecks(place("name of the service", name));
    }

    /** Returns the checks of an Ingress. */
    public IngressChecks ingress(String name) {
        return new IngressChecks(place("name of the ingress", name));
    }

    /** Returns the checks of a HorizontalPodAutoscaler. */
    public AutoscalerChecks autoscaler(String name) {
        return new AutoscalerChecks(place("name of the autoscaler", name));
    }

    // ---- configuration

    /** Returns the checks of a Secret. */
    public SecretChecks secret(String name) {
        return new SecretChecks(place("name of the secret", name));
    }

    /**
     * Returns the checks of several Secrets, one line for each.
     *
     * @throws IllegalArgumentException if a name is given twice
     */
    public SecretsChecks secrets(String first, String... more) {
        return new SecretsChecks(
                Names.each(first, more).stream().map(this::secret).toList());
    }

    /** Returns the checks of a Secret that holds a certificate and its private key. */
    public TlsSecretChecks tlsSecret(String name) {
        return new TlsSecretChecks(place("name of the secret", name));
    }

    /** Returns the checks of a ConfigMap. */
    public ConfigMapChecks configMap(String name) {
        return new ConfigMapChecks(place("name of the config map", name));
    }

    /**
     * Returns the checks of several ConfigMaps, one line for each.
     *
     * @throws IllegalArgumentException if a name is given twice
     */
    public ConfigMapsChecks configMaps(String first, String... more) {
        return new ConfigMapsChecks(
                Names.each(first, more).stream().map(this::configMap).toList());
    }

    // ---- capacity and rights

    // ---- operators and custom resources
}
