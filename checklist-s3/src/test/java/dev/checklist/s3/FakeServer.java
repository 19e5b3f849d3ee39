package dev.checklist.s3;

import dev.checklist.Item;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Result;
import dev.checklist.s3.FakeStore.Kind;
import dev.checklist.s3.StoreStub.Asked;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Serves fake stores, one after the other, to a client that tries once, so that a fault costs no second try. */
final class FakeServer implements AutoCloseable {
    private final StoreStub stub = new StoreStub(asked -> Reply.of(500));
    private final S3Client client = S3Client.builder()
            .endpointOverride(stub.endpoint())
            .region(Region.of("fr-par"))
            .forcePathStyle(true)
            .credentialsProvider(Asking.CREDENTIALS)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .httpClientBuilder(Apache5HttpClient.builder())
            .overrideConfiguration(o -> o.retryStrategy(retries -> retries.maxAttempts(1)))
            .build();
    private final S3Checks checks = S3Checks.using(client);
    private final Set<Kind> kinds = Collections.synchronizedSet(new LinkedHashSet<>());

    FakeServer() throws IOException {}

    /** Answers as this store does from now on; what is put is what is got. */
    void become(FakeStore store) {
        become(store, asked -> null);
    }

    /** Answers as the function does, or as the store where that has no answer. */
    void become(FakeStore store, Function<Asked, Reply> first) {
        AtomicReference<String> put = new AtomicReference<>();
        kinds.clear();
        stub.become(asked -> {
            Kind kind = Kind.of(asked);
            kinds.add(kind);
            Reply special = first.apply(asked);
            if (special != null) {
                return special;
            }
            if (kind == Kind.PUT) {
                put.set(asked.body());
            }
            Reply reply = store.answer(asked);
            boolean isWhole = reply.equals(FakeStore.healthy().reply(Kind.GET_PROBE)) && put.get() != null;
            return isWhole ? Reply.of(200, put.get()).with("ETag", "\"p\"") : reply;
        });
    }

    /** Returns the kinds of requests since the last change. */
    Set<Kind> asked() {
        return Set.copyOf(kinds);
    }

    StoreStub stub() {
        return stub;
    }

    S3Client client() {
        return client;
    }

    S3Checks checks() {
        return checks;
    }

    BucketChecks bucket() {
        return checks.bucket("dumps");
    }

    /** Runs one line, at the time of the store. */
    static Result run(Item line) {
        return CheckTester.startingAt(Instant.now())
                .with(ChecklistRunner::withWrites)
                .run(line);
    }

    @Override
    public void close() {
        client.close();
        stub.close();
    }
}
