package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.ResourceView;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Looks for the newest backup of one database among the backup objects of its namespace. */
record HasBackup(
        Place place,
        ResourceType<GenericKubernetesResource> database,
        ResourceType<GenericKubernetesResource> backup,
        Duration maxAge,
        Rule rule)
        implements ObjectProbe {

    /** Judges a database by its backups. */
    @FunctionalInterface
    interface Rule {
        Health judge(ResourceView database, Collection<ResourceView> backups, Duration maxAge, Instant now);
    }

    @Override
    public Rights needs() {
        return Rights.get(database, place).and(Rights.list(backup, place.namespace()));
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        ResourceView object = ResourceView.of(reader.get(database, place));
        Discovery.mustServe(place.server(), reader.context(), backup);
        List<ResourceView> backups = reader.list(backup, place.namespace(), "").stream()
                .map(ResourceView::of)
                .toList();
        return Outcomes.of("a backup of the last " + maxAge, rule.judge(object, backups, maxAge, reader.now()));
    }
}
