package dev.checklist.s3;

import dev.checklist.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** Asks for an object of the time before a moment that is known only when the line runs, such as a rollout's start. */
record ObjectBefore(Bucket bucket, String prefix, Duration before, Callable<Instant> moment, long minBytes)
        implements BucketProbe {
    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        reader.prove();
        Instant until = told(reader.now());
        return new ObjectBetween(bucket, prefix, until.minus(before), until, minBytes)
                .judge(reader, this)
                .with("until", until);
    }

    private Instant told(Instant now) throws Exception {
        Instant told;
        try {
            told = moment.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw Refusal.error(expected() + e);
        }
        if (told == null || told.isBefore(Instant.EPOCH) || Contents.isAhead(told, now)) {
            throw Refusal.error(expected() + told);
        }
        return told;
    }

    private String expected() {
        return "expected to be told the time before which an object" + Lines.under(prefix) + " in " + bucket.where()
                + " is looked for, found ";
    }

    @Override
    public List<Right> needs() {
        return List.of();
    }
}
