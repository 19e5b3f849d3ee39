package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.pod.ContainerResources;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges what the template of a workload asks for; whether its pods are made from it is asked by a rollout. */
record TemplateProbe<T extends HasMetadata>(Place place, WorkloadRule<T> rule, Asked asked) implements ObjectProbe {

    /** Is the question that a line asks of a template. */
    sealed interface Asked {
        Outcome of(@Nullable PodTemplateSpec template);
    }

    record Pinned() implements Asked {
        @Override
        public Outcome of(@Nullable PodTemplateSpec template) {
            return TemplateImages.of(template).pinned();
        }
    }

    record Versioned() implements Asked {
        @Override
        public Outcome of(@Nullable PodTemplateSpec template) {
            return TemplateImages.of(template).versioned();
        }
    }

    record OfRegistries(Set<String> hosts) implements Asked {
        @Override
        public Outcome of(@Nullable PodTemplateSpec template) {
            return TemplateImages.of(template).fromRegistries(hosts);
        }
    }

    record Limited() implements Asked {
        @Override
        public Outcome of(@Nullable PodTemplateSpec template) {
            return ContainerResources.of(template);
        }
    }

    @Override
    public Rights needs() {
        return Rights.get(rule.type(), place);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        return asked.of(rule.template(rule.complete(reader.getLasting(rule.type(), place))));
    }
}
