package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.StorageClassHealth;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;

/** Has the checks of one StorageClass. */
public final class StorageClassChecks {
    private final Place place;

    StorageClassChecks(Place place) {
        this.place = place;
    }

    /** Passes when the class is there and names a {@code provisioner}. That proves not that it can provision. */
    public Check exists() {
        return place.check(ResourceType.STORAGE_CLASS, "exists", "exists", new Exists(place));
    }

    /**
     * Passes when the class is the cluster's default one, by either annotation {@code is-default-class}. Of several
     * default classes the newest wins, with a warning.
     */
    public Check isDefault() {
        return place.check(ResourceType.STORAGE_CLASS, "is default", "is the default", new IsDefault(place));
    }

    record Exists(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.STORAGE_CLASS, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            StorageClass storageClass = reader.get(ResourceType.STORAGE_CLASS, place);
            return Outcomes.of("the storage class", StorageClassHealth.of(storageClass, reader.now()));
        }
    }

    record IsDefault(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.list(ResourceType.STORAGE_CLASS, "");
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            List<StorageClass> classes = reader.list(ResourceType.STORAGE_CLASS, "", "");
            return Outcomes.of(
                    "the default storage class " + place.name(),
                    StorageClassHealth.isDefault(classes, place.name(), reader.now()));
        }
    }

    record HasDefault(ApiServer server) implements ClusterProbe {
        @Override
        public Rights needs() {
            return Rights.list(ResourceType.STORAGE_CLASS, "");
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            List<StorageClass> classes = reader.list(ResourceType.STORAGE_CLASS, "", "");
            return Outcomes.of("a default storage class", StorageClassHealth.defaultOf(classes, reader.now()));
        }
    }
}
