package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.IngressBackendsHealth;
import dev.checklist.k8s.health.IngressClassHealth;
import dev.checklist.k8s.health.IngressHealth;
import dev.checklist.k8s.health.IngressHostsHealth;
import dev.checklist.k8s.health.IngressTlsHealth;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The questions about one Ingress; each is a line of its own, and a part of the one that asks all of them. */
final class IngressProbes {
    private IngressProbes() {}

    record HasAddress(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.INGRESS, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Ingress ingress = reader.get(ResourceType.INGRESS, place);
            Health health = IngressHealth.of(ingress, reader.now());
            if (!health.isHealthy()) {
                return Outcomes.of("an address", health);
            }
            List<String> addresses = IngressHealth.addressesOf(ingress);
            return addresses.isEmpty()
                    ? Outcome.failed("expected an address but the load balancer's entry has neither ip nor hostname")
                    : Outcomes.of("an address", health).with("addresses", String.join(", ", addresses));
        }
    }

    /** An empty name is any class that exists. */
    record UsesClass(Place place, Optional<String> name) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.INGRESS, place).and(Rights.list(ResourceType.INGRESS_CLASS, ""));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Ingress ingress = reader.get(ResourceType.INGRESS, place);
            Health health =
                    IngressClassHealth.of(ingress, reader.list(ResourceType.INGRESS_CLASS, "", ""), name, reader.now());
            return Outcomes.of(name.map(wanted -> "the ingress class " + wanted).orElse("an ingress class"), health);
        }
    }

    record HasBackends(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.INGRESS, place)
                    .and(Rights.get(ResourceType.SERVICE, place.namespace(), ""))
                    .and(Rights.list(ResourceType.ENDPOINT_SLICE, place.namespace()));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Ingress ingress = reader.get(ResourceType.INGRESS, place);
            Map<String, Service> services = new TreeMap<>();
            List<EndpointSlice> slices = new ArrayList<>();
            for (String name : IngressBackendsHealth.services(ingress)) {
                services.put(name, reader.get(ResourceType.SERVICE, place.namespace(), name));
                slices.addAll(reader.list(
                        ResourceType.ENDPOINT_SLICE, place.namespace(), "kubernetes.io/service-name=" + name));
            }
            return Outcomes.of(
                    "backends that answer", IngressBackendsHealth.of(ingress, services, slices, reader.now()));
        }
    }

    record HasTls(Place place, Set<String> hosts) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.INGRESS, place).and(Rights.get(ResourceType.SECRET, place.namespace(), ""));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Ingress ingress = reader.get(ResourceType.INGRESS, place);
            Map<String, Secret> secrets = new TreeMap<>();
            for (String name : IngressTlsHealth.secrets(ingress)) {
                secrets.put(name, reader.get(ResourceType.SECRET, place.namespace(), name));
            }
            return Outcomes.of(
                    "TLS for " + String.join(", ", hosts), IngressTlsHealth.of(ingress, hosts, secrets, reader.now()));
        }
    }

    record ServesHosts(Place place, Set<String> hosts) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.INGRESS, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Ingress ingress = reader.get(ResourceType.INGRESS, place);
            return Outcomes.of(
                    "the hosts " + String.join(", ", hosts), IngressHostsHealth.of(ingress, hosts, reader.now()));
        }
    }
}
