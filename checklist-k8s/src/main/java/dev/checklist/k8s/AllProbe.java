package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.AllHealth;
import dev.checklist.k8s.health.AllHealth.Judged;
import dev.checklist.k8s.health.Health;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges all objects of one kind in a namespace as one line, from one list.
 *
 * @param least the least number of objects that count
 */
record AllProbe<T extends HasMetadata>(ApiServer server, String namespace, Each<T> each, int least)
        implements ClusterProbe {

    /** Judges one object of the list. */
    interface Each<T extends HasMetadata> {
        ResourceType<T> type();

        String expected();

        /** Says what each should be, after "3 of 3 deployments". */
        String state();

        /** Returns nothing for an object that the line is not about. */
        Optional<Health> of(T object, Instant now) throws Refusal;
    }

    static int atLeast(String plural, int least) {
        if (least < 1) {
            throw new IllegalArgumentException("the least number of " + plural + " is " + least
                    + ": expected 1 or more, since an empty namespace is no good sign");
        }
        return least;
    }

    @Override
    public Rights needs() {
        return Rights.list(each.type(), namespace);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        List<Judged> judged = new ArrayList<>();
        for (T object : reader.list(each.type(), namespace, "")) {
            String name = object.getMetadata().getName();
            each.of(object, reader.now()).ifPresent(health -> judged.add(new Judged(name, health)));
        }
        return Outcomes.of(each.expected(), AllHealth.of(each.type().plural(), each.state(), judged, least));
    }
}
