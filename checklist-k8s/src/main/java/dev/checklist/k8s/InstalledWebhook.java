package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.WebhookHealth;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ServiceReference;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is the admission webhook of an operator: the API server can call every one of its configuration. */
final class InstalledWebhook {
    private static final ResourceType<ValidatingWebhookConfiguration> VALIDATING =
            type("validatingwebhookconfigurations", ValidatingWebhookConfiguration.class);
    private static final ResourceType<MutatingWebhookConfiguration> MUTATING =
            type("mutatingwebhookconfigurations", MutatingWebhookConfiguration.class);

    /** Which service a webhook calls is known only when its configuration is read, so that any may be asked for. */
    private static final Rights CALLED =
            Rights.get(ResourceType.SERVICE, "", "").and(Rights.list(ResourceType.ENDPOINT_SLICE, ""));

    private InstalledWebhook() {}

    private static <T extends HasMetadata> ResourceType<T> type(String plural, Class<T> type) {
        return new ResourceType<>("apis/admissionregistration.k8s.io/v1", plural, type.getSimpleName(), type, false);
    }

    record Validating(String configuration) implements OperatorPart.Part {
        @Override
        public String label() {
            return "validating webhook " + configuration;
        }

        @Override
        public Rights needs() {
            return Rights.get(VALIDATING, "", configuration).and(CALLED);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            ValidatingWebhookConfiguration found = reader.get(VALIDATING, "", configuration);
            Map<String, WebhookClientConfig> clients = new LinkedHashMap<>();
            nonNull(found.getWebhooks()).forEach(hook -> clients.put(hook.getName(), hook.getClientConfig()));
            return InstalledWebhook.judge(reader, found, clients);
        }
    }

    record Mutating(String configuration) implements OperatorPart.Part {
        @Override
        public String label() {
            return "mutating webhook " + configuration;
        }

        @Override
        public Rights needs() {
            return Rights.get(MUTATING, "", configuration).and(CALLED);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            MutatingWebhookConfiguration found = reader.get(MUTATING, "", configuration);
            Map<String, WebhookClientConfig> clients = new LinkedHashMap<>();
            nonNull(found.getWebhooks()).forEach(hook -> clients.put(hook.getName(), hook.getClientConfig()));
            return InstalledWebhook.judge(reader, found, clients);
        }
    }

    private static <T> List<T> nonNull(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    private static Outcome judge(Reader reader, HasMetadata configuration, Map<String, WebhookClientConfig> clients)
            throws Exception {
        if (configuration.getMetadata().getDeletionTimestamp() != null) {
            return Outcome.failed("expected the webhook but its configuration is being deleted");
        }
        List<Health> verdicts = new ArrayList<>();
        for (Map.Entry<String, WebhookClientConfig> hook : clients.entrySet()) {
            Optional<ServiceReference> called = WebhookHealth.service(hook.getValue());
            if (called.isEmpty()) {
                return Outcome.error(
                        "the webhook " + hook.getKey() + " calls no service, so that nothing here can be asked");
            }
            String namespace = called.get().getNamespace();
            String name = called.get().getName();
            Service service = reader.get(ResourceType.SERVICE, namespace, name);
            List<EndpointSlice> slices =
                    reader.list(ResourceType.ENDPOINT_SLICE, namespace, "kubernetes.io/service-name=" + name);
            verdicts.add(WebhookHealth.of(hook.getKey(), hook.getValue(), service, slices, reader.now()));
        }
        return Outcomes.of("a webhook that can be called", WebhookHealth.all(verdicts));
    }
}
