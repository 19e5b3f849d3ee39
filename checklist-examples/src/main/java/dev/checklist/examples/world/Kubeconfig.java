package dev.checklist.examples.world;

import dev.checklist.examples.world.server.Loopback;
import java.util.Map;

/** The text of a kubeconfig file with one context. */
final class Kubeconfig {
    private Kubeconfig() {}

    static String of(Map<String, String> facts, int port, String token) {
        return """
                apiVersion: v1
                kind: Config
                current-context: %1$s
                clusters:
                  - name: %1$s
                    cluster:
                      server: http://%2$s:%3$d
                users:
                  - name: %1$s
                    user:
                      token: %5$s
                contexts:
                  - name: %1$s
                    context:
                      cluster: %1$s
                      user: %1$s
                      namespace: %4$s
                """.formatted(
                        fact(facts, "kubernetes.context"),
                        Loopback.ADDRESS.getHostAddress(),
                        port,
                        fact(facts, "kubernetes.namespace"),
                        token);
    }

    private static String fact(Map<String, String> facts, String name) {
        String fact = facts.get(name);
        if (fact == null) {
            throw new IllegalArgumentException("facts: " + name + " is missing; known are " + facts.keySet());
        }
        return fact;
    }
}
