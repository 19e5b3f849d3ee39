package dev.checklist.registry;

import static dev.checklist.registry.RegistryStub.answer;
import static dev.checklist.registry.SampleImage.bytes;

import dev.checklist.registry.RegistryStub.Fault;
import dev.checklist.registry.RegistryStub.Kind;
import java.util.EnumSet;

/** What can go wrong with one answer of a registry. */
enum RegistryFault {
    SERVER_ERROR(exchange -> answer(exchange, 500, "text/plain", bytes("oops"))),
    UNAVAILABLE(exchange -> answer(exchange, 503, "text/html", bytes("<h1>canary-body-4711</h1>"))),
    TOO_MANY(exchange -> {
        exchange.getResponseHeaders().set("Retry-After", "3600");
        answer(exchange, 429, "application/json", bytes("{}"));
    }),
    FORBIDDEN(exchange -> answer(exchange, 403, "application/json", bytes("{\"errors\":[{\"code\":\"DENIED\"}]}"))),
    UNAUTHORIZED_FOR_EVER(exchange -> {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"https://elsewhere.example/token\"");
        answer(exchange, 401, "application/json", bytes("{}"));
    }),
    HTML_LOGIN_PAGE(exchange -> answer(exchange, 200, "text/html", bytes("<html>canary-body-4711</html>"))),
    EMPTY(exchange -> answer(exchange, 200, "application/json", new byte[0])),
    NO_CONTENT(exchange -> answer(exchange, 204, "application/json", new byte[0])),
    NULL(exchange -> answer(exchange, 200, "application/json", bytes("null"))),
    EMPTY_OBJECT(exchange -> answer(exchange, 200, "application/json", bytes("{}"))),
    ARRAY(exchange -> answer(exchange, 200, "application/json", bytes("[]"))),
    TWICE(exchange -> answer(
            exchange,
            200,
            "application/json",
            bytes("{\"token\":\"a\",\"token\":\"b\",\"name\":\"x\",\"name\":\"y\"}"))),
    DEEP(exchange -> answer(exchange, 200, "application/json", bytes("[".repeat(20_000)))),
    GARBAGE(exchange -> answer(exchange, 200, SampleImage.IMAGE, new byte[] {(byte) 0xff, 0, 1})),
    REDIRECT(exchange -> {
        exchange.getResponseHeaders().set("Location", "https://127.0.0.1:1/elsewhere");
        answer(exchange, 307, "text/plain", new byte[0]);
    }),
    CUT_SHORT(exchange -> {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write(bytes("{\"token\":\"canary-token-4711\",\"na"));
        exchange.getResponseBody().flush();
        exchange.close();
    }),
    TOO_LONG(exchange -> answer(exchange, 200, "application/json", new byte[Bytes.LIMIT + 1])),
    NO_DIGEST(exchange -> answer(exchange, 200, SampleImage.IMAGE, bytes("{}"))),
    TWO_DIGESTS(exchange -> {
        exchange.getResponseHeaders().add("Docker-Content-Digest", "sha256:" + "0".repeat(64));
        exchange.getResponseHeaders().add("Docker-Content-Digest", "sha256:" + "1".repeat(64));
        answer(exchange, 200, SampleImage.IMAGE, bytes("{}"));
    }),
    BAD_DIGEST(exchange -> {
        exchange.getResponseHeaders().set("Docker-Content-Digest", "sha256:xyz");
        answer(exchange, 200, SampleImage.IMAGE, bytes("{}"));
    });

    private final Fault fault;

    RegistryFault(Fault fault) {
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    /** Tells whether an answer of this kind shows the fault: HEAD has no body, and a DELETE or POST is judged by status. */
    boolean isHeardOf(Kind kind) {
        return switch (kind) {
            case DELETE ->
                EnumSet.of(SERVER_ERROR, UNAVAILABLE, TOO_MANY, FORBIDDEN, UNAUTHORIZED_FOR_EVER, REDIRECT)
                        .contains(this);
            default -> true;
        };
    }
}
