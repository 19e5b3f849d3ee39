package dev.checklist.s3;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the objects of a listing one by one and keeps the few that decide, however many there are. */
final class Tally {
    /** How many keys a sample has at least, if there are so many. */
    static final int SAMPLE = 10;

    private final Contents.Wanted wanted;
    private final List<String> sample = new ArrayList<>();
    private long stride = 1;
    private long count;
    private @Nullable StoredObject oldest;
    private @Nullable StoredObject newest;
    private @Nullable StoredObject best;
    private @Nullable StoredObject previous;

    Tally(Contents.Wanted wanted) {
        this.wanted = wanted;
    }

    void add(StoredObject object) {
        if (object.key().endsWith("/")) {
            return;
        }
        if (count % stride == 0) {
            sample(object.key());
        }
        count++;
        oldest = oldest == null || object.modified().isBefore(oldest.modified()) ? object : oldest;
        newest = isNewer(object, newest) ? object : newest;
        if (!wanted.includes(object)) {
            return;
        }
        if (isNewer(object, best)) {
            previous = best;
            best = object;
        } else if (isNewer(object, previous)) {
            previous = object;
        }
    }

    private void sample(String key) {
        sample.add(key);
        if (sample.size() >= 2 * SAMPLE) {
            for (int i = sample.size() - 1; i > 0; i -= 2) {
                sample.remove(i);
            }
            stride *= 2;
        }
    }

    private static boolean isNewer(StoredObject object, @Nullable StoredObject other) {
        return other == null || object.modified().isAfter(other.modified());
    }

    Contents ended(int lists, @Nullable Instant clock) {
        return new Contents(lists, count, oldest, newest, best, previous, List.copyOf(sample), clock);
    }
}
