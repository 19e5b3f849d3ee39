package dev.checklist.http;

import dev.checklist.Outcome;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Asks, in a process with a hosts file of its own, for a page of a host that has many addresses. */
final class SeveralAddresses {
    private SeveralAddresses() {}

    public static void main(String[] arguments) throws Exception {
        Outcome outcome = FakeRun.look(HttpChecks.create()
                .get("http://many.example:" + arguments[0] + "/health")
                .evenIfEveryPathAnswers()
                .respondsWith(200));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(outcome.status() + " " + outcome.message());
    }
}
