package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.s3.FakeStore.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedTest {
    private FakeServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Result run(FakeStore store) {
        server.become(store);
        return FakeServer.run(server.bucket().newestObject("nightly/").isEncrypted());
    }

    private static FakeStore saying(String algorithm) {
        return FakeStore.healthy()
                .with(Kind.HEAD_OBJECT, reply -> reply.with("x-amz-server-side-encryption", algorithm));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES256", "aws:kms", "aws:kms:dsse"})
    void an_object_that_the_store_encrypts_is_not_read(String algorithm) {
        Result result = run(saying(algorithm));

        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.message()).contains("the store encrypts nightly/2.dump", algorithm, "the store's key");
        assertThat(server.asked()).doesNotContain(Kind.GET_OBJECT);
    }

    @Test
    void a_key_of_the_store_is_named() {
        assertThat(run(saying("aws:kms")
                                .with(
                                        Kind.HEAD_OBJECT,
                                        reply -> reply.with("x-amz-server-side-encryption", "aws:kms")
                                                .with("x-amz-server-side-encryption-aws-kms-key-id", "k-1")))
                        .message())
                .contains("with aws:kms, key k-1");
    }

    @Test
    void an_algorithm_that_nobody_knows_is_an_error() {
        Result result = run(saying("ROT13"));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.PLAIN);
    }

    @Test
    void sixty_four_bytes_are_asked_for_and_a_whole_object_sent_instead_is_cut_off() {
        String whole = "age-encryption.org/v1\n" + "x".repeat(9_000_000);
        Result result = run(
                FakeStore.healthy().with(Kind.GET_OBJECT, Reply.of(200, whole).with("ETag", "\"t2\"")));

        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
    }

    @Test
    void an_archived_object_is_not_restored() {
        Result result = run(FakeStore.healthy().with(Kind.GET_OBJECT, Reply.error(403, "InvalidObjectState")));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.PLAIN);
        assertThat(result.message()).contains("archived", "not restored");
        assertThat(server.stub().requests()).noneMatch(request -> request.startsWith("POST"));
    }

    @ParameterizedTest
    @CsvSource({"HEAD_OBJECT", "GET_OBJECT"})
    void another_object_than_the_one_listed_is_an_error(Kind kind) {
        Result result = run(FakeStore.healthy().with(kind, reply -> reply.with("ETag", "\"t3\"")));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("without the object's ETag, or with another one");
    }

    @Test
    void an_unknown_format_is_left_to_a_person() {
        Result result = run(FakeStore.healthy()
                .with(Kind.GET_OBJECT, reply -> reply.replacing("age-encryption.org", "something else")));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.UNSUPPORTED);
        assertThat(result.message()).contains("let a person confirm it with orAsk(signOff(…))");
    }
}
