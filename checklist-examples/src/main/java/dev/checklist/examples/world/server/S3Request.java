package dev.checklist.examples.world.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One request to an S3 store, buckets in the path.
 *
 * @param key empty for the bucket itself
 * @param query the parameters; one without a value is empty
 * @param accessKey whose signature it carries; empty if it carries none
 */
record S3Request(
        String method, String bucket, String key, Map<String, String> query, Optional<String> accessKey, String range) {
    private static final Pattern SIGNATURE =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/.*Signature=[0-9a-f]{64}");

    static S3Request of(HttpExchange exchange) {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
        return new S3Request(
                exchange.getRequestMethod(),
                path[0],
                path.length > 1 ? path[1] : "",
                query(exchange.getRequestURI().getRawQuery()),
                signer(exchange.getRequestHeaders().getFirst("Authorization")),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                        .orElse(""));
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        Stream.ofNullable(raw)
                .flatMap(parameters -> Stream.of(parameters.split("&", -1)))
                .map(parameter -> parameter.split("=", 2))
                .forEach(pair -> query.put(pair[0], pair.length > 1 ? URLDecoder.decode(pair[1], UTF_8) : ""));
        return query;
    }

    private static Optional<String> signer(String authorization) {
        Matcher signature = SIGNATURE.matcher(authorization == null ? "" : authorization);
        return signature.matches() ? Optional.of(signature.group(1)) : Optional.empty();
    }

    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    boolean isHead() {
        return method.equals("HEAD");
    }
}
