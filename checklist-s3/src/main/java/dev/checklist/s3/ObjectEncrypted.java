package dev.checklist.s3;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Asks whether the newest object is encrypted: by the store as it says, else by the client as the first bytes say. */
record ObjectEncrypted(Bucket bucket, String prefix) implements BucketProbe {
    private static final int START = 64;

    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        reader.prove();
        StoredObject newest = new Walk(bucket, prefix, Contents.Wanted.ALL)
                .read(reader.context(), this)
                .newest();
        if (newest == null) {
            return Outcome.failed("expected an object under \"" + Shown.key(prefix) + "\" in " + bucket.where()
                    + ", found no object at all");
        }
        HeadObjectResponse head = head(reader.context(), newest);
        Outcome outcome = head.serverSideEncryptionAsString() == null
                ? byContent(reader.context(), newest)
                : byStore(newest, head.serverSideEncryptionAsString(), head.ssekmsKeyId());
        return outcome.with("key", Shown.key(newest.key())).with("last modified", newest.modified());
    }

    private HeadObjectResponse head(CheckContext context, StoredObject newest) throws Refusal {
        Said<HeadObjectResponse> said = bucket.store()
                .send(
                        context,
                        (client, limits) -> Said.of(client.headObject(
                                r -> r.bucket(bucket.name()).key(newest.key()).overrideConfiguration(limits))));
        if (!said.isAnswered()) {
            Answer answer = said.answer();
            throw new Refusal(
                    answer.status() == 403
                            ? Outcome.notPermitted(
                                    expected(newest) + "HEAD " + answer.shown() + ": the account lacks s3:GetObject")
                            : Outcome.error(expected(newest) + "HEAD " + answer.shown() + Refusals.redirected(answer)));
        }
        mustBeThatObject(newest, said.get().eTag());
        return said.get();
    }

    private Outcome byStore(StoredObject newest, String algorithm, @Nullable String key) {
        if (!DefaultEncryption.ALGORITHMS.contains(algorithm)) {
            return Outcome.error(expected(newest) + "an algorithm that S3 does not have");
        }
        boolean named = key != null && !key.isBlank();
        String by = named ? "key " + key : bucket.store().isAws() ? "the provider's default key" : "the store's key";
        return Outcome.passed("the store encrypts " + newest + " with " + algorithm + ", " + by)
                .with("encryption", algorithm);
    }

    private Outcome byContent(CheckContext context, StoredObject newest) throws Refusal {
        Content content = Content.of(bytes(context, newest, 0, START));
        if (content.kind() == Content.Kind.UNKNOWN && newest.size() >= Content.TAR_MARK_AT + Content.TAR_MARK_LENGTH) {
            content = Content.ofTarMark(bytes(context, newest, Content.TAR_MARK_AT, Content.TAR_MARK_LENGTH));
        }
        return switch (content.kind()) {
            case ENCRYPTED ->
                Outcome.passed("client side: " + newest + " begins as " + content.name())
                        .with("content", content.name());
            case PLAIN ->
                Outcome.failed(expected(newest) + "plain " + content.name() + ": encrypt it in the store or before");
            case UNKNOWN ->
                Outcome.unsupported(expected(newest) + "no word of the store on encryption, and a beginning that is no "
                        + "known format: look at how it is made; let a person confirm it with orAsk(signOff(…))");
        };
    }

    private byte[] bytes(CheckContext context, StoredObject newest, int from, int length) throws Refusal {
        Said<ObjectPart> said =
                bucket.store().send(context, ObjectPart.read(bucket.name(), newest.key(), from, length));
        if (said.isAnswered()) {
            mustBeThatObject(newest, said.get().eTag());
            return said.get().bytes();
        }
        throw new Refusal(
                said.is(403, "InvalidObjectState")
                        ? Outcome.error(expected(newest) + "it archived (403 InvalidObjectState): it is not restored")
                        : Refusals.of(
                                said.answer(), bucket, "the start of " + Shown.key(newest.key()), "s3:GetObject"));
    }

    /** Refuses an answer about another object, or of another server: the listing told the object's tag. */
    private void mustBeThatObject(StoredObject newest, @Nullable String eTag) throws Refusal {
        if (newest.eTag() == null || eTag == null || !bare(newest.eTag()).equals(bare(eTag))) {
            throw Refusal.error(expected(newest) + "an answer without the object's ETag, or with another one");
        }
    }

    private static String bare(String eTag) {
        return eTag.replace("\"", "");
    }

    private String expected(StoredObject newest) {
        return "expected " + newest + " in " + bucket.where() + " to be encrypted, found ";
    }

    @Override
    public List<Right> needs() {
        return List.of(bucket.right("s3:GetObject", prefix + "*"));
    }
}
