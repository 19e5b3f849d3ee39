package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.s3.FakeStore.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnonymousTest {
    private FakeServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static FakeStore with(int objects) {
        return FakeStore.healthy()
                .with(
                        Kind.LIST,
                        FakeStore.list(IntStream.range(0, objects)
                                .mapToObj(i -> FakeStore.object(
                                        "nightly/" + i, i == 17 ? FakeStore.NEW : FakeStore.OLD, 1, "t"))
                                .collect(Collectors.joining())));
    }

    @Test
    void ten_objects_are_tried_the_newest_first_and_none_of_the_requests_is_signed() {
        server.become(with(200));
        Result result = FakeServer.run(server.bucket().refusesAnonymousAccess("nightly/"));

        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.message()).endsWith("the list, and 10 of 200 objects tried");
        List<String> requests = server.stub().requests();
        List<String> signatures = server.stub().signatures();
        List<String> unsigned = IntStream.range(0, requests.size())
                .filter(i -> signatures.get(i).equals("null"))
                .mapToObj(requests::get)
                .toList();
        assertThat(unsigned).hasSize(11).contains("GET /dumps?list-type=2&max-keys=1");
        assertThat(unsigned.get(1)).isEqualTo("HEAD /dumps/nightly/17");
        assertThat(requests.size() - unsigned.size()).isEqualTo(3);
    }

    @Test
    void one_readable_object_of_many_is_found_if_it_is_tried() {
        server.become(with(200), asked -> asked.is("HEAD", "nightly/17") && !asked.signed() ? Reply.of(200) : null);
        Result result = FakeServer.run(server.bucket().refusesAnonymousAccess("nightly/"));

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("anybody may read \"nightly/17\" (200)");
    }

    @Test
    void an_object_that_is_gone_meanwhile_is_no_refusal() {
        server.become(with(3), asked -> asked.is("HEAD", "nightly/2") && !asked.signed() ? Reply.of(404) : null);
        Result result = FakeServer.run(server.bucket().refusesAnonymousAccess("nightly/"));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("for \"nightly/2\" 404");
    }
}
