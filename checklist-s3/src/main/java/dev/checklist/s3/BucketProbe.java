package dev.checklist.s3;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Is a probe of one bucket; what keeps it from reading becomes its outcome. */
interface BucketProbe extends Probe {
    Bucket bucket();

    /** Judges the bucket, which must be proven before anything else is taken as its word. */
    Outcome judge(BucketReader reader) throws Exception;

    /** Returns what it asks for beyond HEAD and listing. */
    List<Right> needs();

    @Override
    default Outcome evaluate(CheckContext context) throws Exception {
        return bucket().at(outcome(context));
    }

    private Outcome outcome(CheckContext context) throws Exception {
        try {
            return judge(new BucketReader(bucket(), context));
        } catch (Refusal refusal) {
            return refusal.outcome();
        } catch (AbortedException e) {
            throw e; // interrupted: the runner knows why
        } catch (SdkException | RejectedExecutionException e) {
            return NoAnswer.outcome(e, bucket().store().endpoint());
        }
    }
}
