package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule for what runs an operator: rolled out everywhere, at least one replica, and of the wanted version. */
public final class OperatorWorkloadHealth {

    /** The tag of an image: behind the last colon that no slash follows, before a digest. */
    private static final Pattern TAG = Pattern.compile("[^@]*:(\\w[\\w.-]*)(?:@.*)?");

    private OperatorWorkloadHealth() {}

    /**
     * Judges a Deployment.
     *
     * @param deployment the object as read
     * @param version the tag that one of its images has to have
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(Deployment deployment, String version, Instant now) {
        Health health = DeploymentHealth.of(deployment, now);
        return !health.isHealthy() || deployment.getSpec() == null
                ? health
                : running(
                        health,
                        deployment.getSpec().getReplicas(),
                        deployment.getSpec().getTemplate(),
                        version);
    }

    /**
     * Judges a StatefulSet, whose update strategy may leave old pods where they are.
     *
     * @param statefulSet the object as read
     * @param version the tag that one of its images has to have
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(StatefulSet statefulSet, String version, Instant now) {
        Health health = StatefulSetHealth.of(statefulSet, now);
        if (!health.isHealthy() || statefulSet.getSpec() == null) {
            return health;
        }
        StatefulSetStatus status = Objects.requireNonNullElseGet(statefulSet.getStatus(), StatefulSetStatus::new);
        Integer replicas = statefulSet.getSpec().getReplicas();
        int updated = Objects.requireNonNullElse(status.getUpdatedReplicas(), 0);
        int wanted = replicas == null ? 1 : replicas;
        return updated < wanted
                ? facts(health).progressing(updated + " of " + wanted + " replicas updated")
                : running(health, replicas, statefulSet.getSpec().getTemplate(), version);
    }

    private static Health running(
            Health health, @Nullable Integer replicas, @Nullable PodTemplateSpec template, String version) {
        Facts facts = facts(health);
        if (replicas != null && replicas < 1) {
            return facts.failed("it is scaled to zero");
        }
        List<String> images = template == null || template.getSpec() == null
                ? List.of()
                : Absent.list(template.getSpec().getContainers()).stream()
                        .map(Container::getImage)
                        .filter(Objects::nonNull)
                        .toList();
        facts.see("spec.template.spec.containers[].image", images);
        return images.stream().map(TAG::matcher).anyMatch(tag -> isTag(tag, version))
                ? facts.healthy(health.reason() + ", version " + version)
                : facts.failed("none of its images has the tag " + version + ": " + images);
    }

    private static boolean isTag(Matcher tag, String version) {
        return tag.matches() && tag.group(1).equals(version);
    }

    private static Facts facts(Health health) {
        Facts facts = new Facts();
        health.fields().forEach(facts::see);
        health.notes().forEach(facts::note);
        return facts;
    }
}
