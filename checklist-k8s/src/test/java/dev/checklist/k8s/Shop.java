package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Asks one line of the healthy cluster after a change, and keeps what was requested. */
final class Shop implements AutoCloseable {
    private final ApiStub stub = ApiStub.answering(FakeCluster.healthy()::answer);
    private final Clients client = Clients.to(stub.url());

    Result ask(String namespace, UnaryOperator<FakeCluster> change, Function<NamespacedChecks, Check> line) {
        stub.become(change.apply(FakeCluster.healthy())::answer);
        return CheckTester.create().run(line.apply(client.checks().inNamespace(namespace)));
    }

    /** Asks where the account may not read one kind. */
    Result askRefusing(
            String plural,
            String namespace,
            UnaryOperator<FakeCluster> change,
            Function<NamespacedChecks, Check> line) {
        FakeCluster cluster = change.apply(FakeCluster.healthy());
        stub.become(request -> request.path().endsWith("/" + plural)
                ? Wire.status(403, "Forbidden", plural + " is forbidden")
                : cluster.answer(request));
        return CheckTester.create().run(line.apply(client.checks().inNamespace(namespace)));
    }

    NamespacedChecks in(String namespace) {
        return client.checks().inNamespace(namespace);
    }

    List<String> asked() {
        return stub.asked();
    }

    static boolean isConclusive(Result result) {
        return result.attempts().get(0).outcome().isConclusive();
    }

    static UnaryOperator<FakeCluster> with(String object, String pointer, Object value) {
        return cluster -> cluster.with(object, pointer, value);
    }

    @Override
    public void close() {
        client.close();
        stub.close();
    }
}
