package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The rules for StorageClasses: one that exists, and one that is the default. Neither proves that it provisions. */
public final class StorageClassHealth {

    private static final List<String> DEFAULT =
            List.of("storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class");

    private StorageClassHealth() {}

    /**
     * Judges one StorageClass, which has no status: it exists and names a provisioner.
     *
     * @param storageClass the object as read
     * @param now the time of the observation
     * @return the verdict
     */
    public static Health of(StorageClass storageClass, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, storageClass, now).orElseGet(() -> {
            String provisioner = facts.text("provisioner", storageClass.getProvisioner());
            if (provisioner.isEmpty()) {
                return facts.unknown("no provisioner");
            }
            if (provisioner.equals("kubernetes.io/no-provisioner")) {
                facts.note("not dynamic: its volumes are made by hand");
            }
            return facts.healthy("exists, provisioner " + provisioner);
        });
    }

    /**
     * Judges whether the cluster has a default class.
     *
     * @param classes all StorageClasses of the cluster
     * @param now the time of the observation
     * @return the verdict of the default class; of several the newest wins, with a note
     */
    public static Health defaultOf(Collection<StorageClass> classes, Instant now) {
        List<StorageClass> defaults = classes.stream()
                .filter(StorageClassHealth::isDefault)
                .sorted((a, b) -> created(b).compareTo(created(a)))
                .toList();
        Facts facts = new Facts();
        List<String> names = defaults.stream()
                .map(c -> String.valueOf(Universal.metadata(c).getName()))
                .toList();
        facts.see("default classes", names);
        if (defaults.isEmpty()) {
            return facts.failed("none of " + classes.size() + " StorageClasses is the default");
        }
        if (defaults.size() > 1) {
            facts.note(defaults.size() + " default classes: " + String.join(", ", names));
        }
        Health newest = of(defaults.get(0), now);
        newest.fields().forEach(facts::see);
        newest.notes().forEach(facts::note);
        return facts.verdict(newest.state(), "default " + names.get(0) + ": " + newest.reason());
    }

    /**
     * Judges whether a class is the default one; of several default classes the newest wins.
     *
     * @param classes all StorageClasses of the cluster
     * @param name the name of the class
     * @param now the time of the observation
     * @return the verdict of the default class, failed if it is another one
     */
    public static Health isDefault(Collection<StorageClass> classes, String name, Instant now) {
        Health health = defaultOf(classes, now);
        boolean wins = classes.stream()
                .filter(StorageClassHealth::isDefault)
                .max((a, b) -> created(a).compareTo(created(b)))
                .filter(newest -> name.equals(Universal.metadata(newest).getName()))
                .isPresent();
        return !health.isHealthy() || wins
                ? health
                : new Health(Health.State.FAILED, health.reason(), health.notes(), health.fields());
    }

    static boolean isDefault(StorageClass storageClass) {
        Map<String, String> annotations =
                Absent.map(Universal.metadata(storageClass).getAnnotations());
        return DEFAULT.stream().anyMatch(key -> "true".equals(annotations.get(key)));
    }

    private static Instant created(StorageClass storageClass) {
        return Times.instant(Universal.metadata(storageClass).getCreationTimestamp())
                .orElse(Instant.MIN);
    }
}
