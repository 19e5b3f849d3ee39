package dev.checklist.s3;

import static dev.checklist.s3.RawStore.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A client that the caller built, with nothing set but the number of attempts, comes through the same faults. */
class GivenClientFaultTest extends FaultTest {
    private final List<S3Client> clients = new ArrayList<>();
    private final List<Integer> seen = new ArrayList<>();

    @Override
    S3Checks open(URI endpoint) {
        return S3Checks.using(client(endpoint));
    }

    private S3Client client(URI endpoint) {
        S3Client client = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of("fr-par"))
                .forcePathStyle(true)
                .credentialsProvider(Asking.CREDENTIALS)
                .overrideConfiguration(limits -> limits.retryStrategy(r -> r.maxAttempts(S3Connection.ATTEMPTS))
                        .addExecutionInterceptor(new Seeing()))
                .build();
        clients.add(client);
        return client;
    }

    @AfterEach
    void close() {
        clients.forEach(S3Client::close);
    }

    private final class Seeing implements ExecutionInterceptor {
        @Override
        public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
            seen.add(context.httpResponse().statusCode());
        }
    }

    @Test
    void the_interceptors_of_the_caller_see_each_answer_once_and_the_client_stays_as_it_was_built() throws Exception {
        String listing = Reply.listing("dumps").body();
        try (RawStore store = RawStore.answering(OK + "Content-Length: " + listing.length() + "\r\n\r\n" + listing)) {
            S3Client client = client(store.endpoint());
            FakeContext context = new FakeContext(Duration.ofSeconds(30));
            assertThat(Asking.exists(S3Checks.using(client), context).status()).isEqualTo(Status.PASSED);
            assertThat(seen).as("the HEAD and the listing").containsExactly(200, 200);
            assertThat(client.serviceClientConfiguration()
                            .overrideConfiguration()
                            .executionInterceptors())
                    .noneMatch(one -> one instanceof HeaderFilter || one instanceof BodyLimit);
        }
    }
}
