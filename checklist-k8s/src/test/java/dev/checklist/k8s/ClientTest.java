package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklists;
import dev.checklist.Status;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the checks treat a client: a caller's stays as it was, and one of ours goes nowhere else. */
class ClientTest {
    @TempDir
    Path folder;

    private ApiStub stub;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private KubernetesChecks ours() throws Exception {
        return KubernetesChecks.connecting(
                Files.writeString(folder.resolve("config"), """
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {token: t}}]
                contexts: [{name: here, context: {cluster: c, user: u}}]
                """.formatted(stub.url())), "here");
    }

    private static Result exists(KubernetesChecks checks) {
        return CheckTester.create().run(checks.namespace("shop").exists());
    }

    @Test
    void one_http_client_is_on_the_class_path_and_it_is_okhttp() {
        assertThat(HttpClientUtils.getHttpClientFactory()).isExactlyInstanceOf(OkHttpClientFactory.class);
    }

    @Test
    void a_thousand_clients_that_were_opened_used_and_closed_leave_no_thread_and_no_socket() throws Exception {
        useAndClose(64); // what the process itself keeps is there from now on
        awaitNoSocket();
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        for (int round = 0; round < 15; round++) {
            useAndClose(64);
        }
        awaitNoSocket();
        assertThat(stub.openSockets()).isZero();
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(before + 64);
    }

    private void useAndClose(int count) throws Exception {
        List<KubernetesChecks> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clients.add(ours());
            assertThat(exists(clients.get(i)).status()).isEqualTo(Status.PASSED);
        }
        clients.forEach(KubernetesChecks::close);
    }

    private void awaitNoSocket() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (stub.openSockets() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_callers_client_is_left_open_and_as_it_was() {
        try (Clients callers = Clients.to(stub.url())) {
            assertThat(exists(callers.checks()).status()).isEqualTo(Status.PASSED);
            callers.checks().close();
            assertThat(callers.client().getHttpClient().isClosed()).isFalse();
            assertThat(callers.client().getConfiguration().getRequestRetryBackoffLimit())
                    .isEqualTo(10);
            assertThat(callers.client().namespaces().withName("shop").get()).isNotNull();
            assertThat(exists(callers.checks()).status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void a_client_of_ours_is_closed_and_a_closed_one_is_an_error_at_once() throws Exception {
        KubernetesChecks ours = ours();
        ours.close();
        Result closed = exists(ours);
        assertThat(closed.status()).isEqualTo(Status.ERROR);
        assertThat(closed.message()).contains("the client of the API server " + stub.url(), "has been closed");
    }

    @Test
    void the_server_knows_the_library_and_the_list_by_the_user_agent() {
        try (Clients callers = Clients.to(stub.url())) {
            assertThat(CheckTester.create()
                            .run(Checklists.checklist(
                                    "Ré(lease) v1\\",
                                    callers.checks().namespace("shop").exists()))
                            .count(Status.PASSED))
                    .isOne();
        }
        assertThat(stub.requests())
                .extracting(Request::headers)
                .allSatisfy(headers ->
                        assertThat(headers.get("user-agent")).matches("checklist/\\d\\S* \\(R\\?\\?lease\\? v1\\?\\)"));
    }

    @Test
    void a_redirect_to_another_origin_is_never_followed_by_a_client_of_ours() throws Exception {
        try (ApiStub elsewhere = ApiStub.answering(FakeCluster.healthy()::answer);
                KubernetesChecks ours = ours()) {
            stub.become(request -> request.isVersion()
                    ? FakeCluster.healthy().answer(request)
                    : Wire.redirect(302, elsewhere.url() + request.target()));
            Result result = exists(ours);
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("answered 302");
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void what_another_origin_answers_to_a_redirected_client_of_a_caller_is_no_evidence() {
        try (ApiStub elsewhere = ApiStub.answering(FakeCluster.healthy()::answer);
                Clients callers = Clients.to(stub.url())) {
            stub.become(request -> request.isVersion()
                    ? FakeCluster.healthy().answer(request)
                    : Wire.redirect(307, elsewhere.url() + request.target()));
            Result result = exists(callers.checks());
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message())
                    .contains("redirected api/v1/namespaces/shop to " + elsewhere.url(), "is it the API server");
            assertThat(elsewhere.requests())
                    .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("authorization"));
        }
    }
}
