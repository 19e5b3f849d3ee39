package dev.checklist.k8s;

import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a big namespace costs, counted in requests; seconds are for the benchmarks. */
class SpeedTest {
    private static final int DEPLOYMENTS = 2_000;

    private static Checklist rollouts(Clients client) {
        NamespacedChecks shop = client.checks().inNamespace("shop");
        return checklist(
                "rollouts",
                IntStream.range(0, DEPLOYMENTS)
                        .mapToObj(i -> shop.deployment("d" + i).isRolledOut())
                        .toList());
    }

    private static Report run(ApiStub stub) {
        try (Clients client = Clients.to(stub.url())) {
            return ChecklistRunner.create().run(rollouts(client));
        }
    }

    @Test
    void two_thousand_deployments_that_are_rolled_out_cost_four_requests_at_most_and_no_pod_is_read() {
        BigNamespace namespace = new BigNamespace(DEPLOYMENTS, 0);
        try (ApiStub stub = ApiStub.answering(namespace::answer)) {
            assertThat(run(stub).count(Status.PASSED)).isEqualTo(DEPLOYMENTS);
            assertThat(stub.requests()).hasSizeLessThanOrEqualTo(4);
            assertThat(stub.asked())
                    .containsExactly(
                            "GET /apis/apps/v1/namespaces/shop/deployments?limit=1000",
                            "GET /apis/apps/v1/namespaces/shop/deployments?limit=1000&continue=1000");
        }
    }

    @Test
    void five_percent_on_their_way_add_the_pages_of_replica_sets_and_pods() {
        BigNamespace namespace = new BigNamespace(DEPLOYMENTS, 20);
        try (ApiStub stub = ApiStub.answering(namespace::answer)) {
            Report report = run(stub);
            assertThat(report.count(Status.PASSED)).isEqualTo(DEPLOYMENTS * 95 / 100);
            assertThat(report.count(Status.FAILED)).isEqualTo(DEPLOYMENTS / 20);
            assertThat(stub.requests()).hasSizeLessThanOrEqualTo(28);
            assertThat(report.facts().traffic().get(stub.url() + "/")).startsWith("23 requests, 12 pages, ");
        }
    }
}
