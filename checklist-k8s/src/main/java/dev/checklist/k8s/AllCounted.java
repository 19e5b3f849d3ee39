package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.CountedHealth;
import dev.checklist.k8s.health.Health;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Judges all objects of a kind in a namespace together, of which there must be enough.
 *
 * @param plural what they are called in messages
 * @param expected what is wanted, in words
 * @param rule judges one of them
 */
record AllCounted<T extends HasMetadata>(
        ApiServer server,
        String namespace,
        ResourceType<T> type,
        String plural,
        String expected,
        int least,
        BiFunction<T, Instant, Health> rule)
        implements ClusterProbe {
    @Override
    public Rights needs() {
        return Rights.list(type, namespace).and(EmptyLists.needs(namespace));
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        List<T> all = reader.list(type, namespace, "");
        Health health = CountedHealth.of(plural, all, least, any -> true, object -> rule.apply(object, reader.now()));
        return EmptyLists.explained(reader, namespace, all, plural, Outcomes.of(expected, health));
    }
}
