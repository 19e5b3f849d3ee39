package dev.checklist.k8s;

import dev.checklist.Check;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The public predicates over logs. */
final class LogContract {
    private static final String DEPLOYMENT = "shop-logs/deployments/web";
    private static final String POD = "pods/web-2-b";
    private static final String NO_LINE = "hasNoLogLine(String)";
    private static final String LINE = "hasLogLine(String, AmongPods)";

    private LogContract() {}

    static List<PublicCheck> checks() {
        return Stream.of(
                        ofDeployment(
                                "DeploymentChecks." + NO_LINE,
                                web -> web.hasNoLogLine("panic"),
                                log("2026-03-01T10:00:01Z panic\n")),
                        ofDeployment(
                                "DeploymentChecks." + LINE,
                                web -> web.hasLogLine("connected", AmongPods.EVERY_POD),
                                log("2026-03-01T10:00:01Z starting\n")),
                        ofPods(
                                "LogChecks." + NO_LINE,
                                web -> web.hasNoLogLine("panic"),
                                log("2026-03-01T10:00:01Z panic\n")),
                        ofPods(
                                "LogChecks." + LINE,
                                web -> web.hasLogLine("connected", AmongPods.EVERY_POD),
                                log("2026-03-01T10:00:01Z starting\n")))
                .toList();
    }

    private static UnaryOperator<FakeCluster> log(String text) {
        return cluster -> cluster.with(POD, "/metadata/annotations/log-web", text);
    }

    private static PublicCheck ofDeployment(
            String name, Function<DeploymentChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return PublicCheck.of(
                        name,
                        DEPLOYMENT,
                        checks -> check.apply(checks.inNamespace("shop-logs").deployment("web")),
                        broken)
                .stale(cluster -> cluster.with(DEPLOYMENT, "/metadata/generation", 3));
    }

    private static PublicCheck ofPods(
            String name, Function<LogChecks, Check> check, UnaryOperator<FakeCluster> broken) {
        return PublicCheck.of(
                name,
                POD,
                checks -> check.apply(
                        checks.inNamespace("shop-logs").pods("app=web").logs()),
                broken);
    }
}
