package dev.checklist.s3;

import dev.checklist.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is a probe of the objects under a prefix, which are listed to the end. */
interface ListingProbe extends BucketProbe {
    String prefix();

    /** Returns which objects count for the newest. */
    Contents.Wanted wanted();

    /**
     * Judges what was listed; a pure function.
     *
     * @param now the store's time if it told it, else ours
     */
    Outcome verdict(Contents contents, Instant now);

    @Override
    default Outcome judge(BucketReader reader) throws Exception {
        return judge(reader, this);
    }

    /** Judges for a line that is not this one, but asks by it. */
    default Outcome judge(BucketReader reader, Object line) throws Exception {
        reader.prove();
        Contents contents = new Walk(bucket(), prefix(), wanted()).read(reader.context(), line);
        Instant ours = reader.now();
        Outcome outcome = verdict(contents, contents.now(ours));
        return noted(outcome, contents, contents.skew(ours).orElse(null));
    }

    private Outcome noted(Outcome outcome, Contents contents, @Nullable String skew) {
        Outcome noted = outcome.with("prefix", prefix().isEmpty() ? "(all)" : Shown.key(prefix()))
                .with("objects", contents.count())
                .with("list requests", contents.lists())
                .with("clock", contents.clock() == null ? "ours: the store does not tell its own" : "the store's");
        return skew == null ? noted : noted.warning(skew);
    }

    @Override
    default List<Right> needs() {
        return List.of();
    }

    /** Returns the prefix and the bucket, for a message. */
    default String under() {
        return "under \"" + Shown.key(prefix()) + "\" in " + bucket().where();
    }
}
