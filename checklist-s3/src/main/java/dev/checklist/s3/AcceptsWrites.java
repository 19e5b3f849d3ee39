package dev.checklist.s3;

import dev.checklist.CheckContext;
import dev.checklist.Cleanup;
import dev.checklist.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;

/** Puts one small object, reads it and removes it; never where it could not be removed. */
record AcceptsWrites(Bucket bucket) implements BucketProbe, Cleanup {
    /** Is what may be lying there, for whoever tidies up after a probe that was cut short. */
    private enum Left {
        NOTHING,
        OBJECT,
        VERSION
    }

    private record Written(Bucket bucket) {}

    String key() {
        return ".checklist-probe/bucket-" + bucket.name() + "-accepts-writes";
    }

    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        reader.prove();
        Left makes = makes(reader);
        mustBeRemovable(reader);
        ProbeObject object = object(reader.context(), makes);
        object.removeLeftover();
        byte[] content = ("checklist " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        AtomicReference<Left> left = left(reader.context());
        left.set(makes);
        Answer put = object.put(content);
        if (!put.isSuccess()) {
            left.set(put.status() / 100 == 5 ? makes : Left.NOTHING);
            return refused(put);
        }
        Said<ObjectPart> got = object.get(content.length + 1);
        object.remove("this probe");
        left.set(Left.NOTHING);
        return verdict(got, content);
    }

    private Left makes(BucketReader reader) throws Exception {
        Said<GetBucketVersioningResponse> said = reader.ask(Feature.VERSIONING);
        if (Refusals.isUnknownToStore(said.answer())) {
            return Left.OBJECT;
        }
        return reader.value(Feature.VERSIONING, said).statusAsString() == null ? Left.OBJECT : Left.VERSION;
    }

    private ProbeObject object(CheckContext context, Left makes) {
        return new ProbeObject(bucket, key(), makes == Left.VERSION, context);
    }

    private void mustBeRemovable(BucketReader reader) throws Exception {
        Said<GetObjectLockConfigurationResponse> said = reader.ask(Feature.OBJECT_LOCK);
        if (ObjectLock.isOff(said) || Refusals.isUnknownToStore(said.answer())) {
            return;
        }
        ObjectLockConfiguration lock = reader.value(Feature.OBJECT_LOCK, said).objectLockConfiguration();
        if (lock == null || lock.objectLockEnabledAsString() == null) {
            throw Refusal.error(
                    expected() + "no word on its object lock: whether a probe could be removed is not known");
        }
        if (lock.rule() != null && lock.rule().defaultRetention() != null) {
            throw Refusal.error(expected() + "a default retention: a probe could not be removed, so none is written");
        }
    }

    private Outcome refused(Answer put) {
        return put.status() == 507 || "QuotaExceeded".equals(put.code())
                ? Outcome.failed(expected() + put.shown() + ": there is no room")
                : Refusals.of(put, bucket, "whether it takes \"" + key() + "\"", "s3:PutObject");
    }

    private Outcome verdict(Said<ObjectPart> got, byte[] content) {
        if (!got.isAnswered()) {
            return Refusals.of(got.answer(), bucket, "what was put at \"" + key() + "\"", "s3:GetObject");
        }
        return Arrays.equals(got.get().bytes(), content)
                ? Outcome.passed("an object was put, read back and removed").with("key", key())
                : Outcome.failed(expected() + "other bytes than were put");
    }

    @Override
    public void cleanUp(CheckContext context, Outcome outcome) throws Exception {
        Left left = left(context).get();
        if (left != Left.NOTHING) {
            try {
                object(context, left).remove("this probe");
            } catch (Refusal e) {
                throw new IllegalStateException(e.outcome().message(), e);
            }
        }
    }

    private AtomicReference<Left> left(CheckContext context) {
        return context.perRun(new Written(bucket), () -> new AtomicReference<>(Left.NOTHING));
    }

    private String expected() {
        return "expected " + bucket.where() + " to accept writes, found ";
    }

    @Override
    public List<Right> needs() {
        return List.of(
                bucket.right(Feature.VERSIONING.action()),
                bucket.right(Feature.OBJECT_LOCK.action()),
                bucket.right("s3:PutObject", key()),
                bucket.right("s3:GetObject", key()),
                bucket.right("s3:DeleteObject", key()),
                bucket.right("s3:DeleteObjectVersion", key()));
    }
}
