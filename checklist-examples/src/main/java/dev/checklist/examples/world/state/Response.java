package dev.checklist.examples.world.state;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One HTTP response of the application, as data.
 *
 * @param endpoint the port that gives it
 * @param path the exact path, with or without the query that it is for, and the method if it is neither GET
 *     nor HEAD, as in {@code POST /api/orders}; or {@code *} for every path without a response
 *     of its own
 * @param visitor whom it is for
 * @param status the status code
 * @param headers the header fields in their order; values may hold placeholders
 * @param body the body, empty for none; may hold placeholders
 * @param delay how long the application thinks before it answers
 */
public record Response(
        Endpoint endpoint,
        String path,
        Visitor visitor,
        int status,
        Map<String, String> headers,
        String body,
        Duration delay) {

    /** The path of the response to every request that has none of its own. */
    public static final String EVERY_OTHER_PATH = "*";

    /** Keeps an unmodifiable copy of the header fields. */
    public Response {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Names this response within the world, as in {@code SITE /admin SIGNED_IN}. */
    public String id() {
        return endpoint + " " + path + " " + visitor;
    }

    /** Finds the response to a request: one for the exact path goes before {@code *}. */
    public static Optional<Response> choose(List<Response> all, Endpoint endpoint, String path, boolean signedIn) {
        return find(all, endpoint, path, signedIn).or(() -> find(all, endpoint, EVERY_OTHER_PATH, signedIn));
    }

    /** Finds the response for exactly that path, which may have a query. */
    public static Optional<Response> find(List<Response> all, Endpoint endpoint, String path, boolean signedIn) {
        return all.stream()
                .filter(response -> response.endpoint == endpoint
                        && response.path.equals(path)
                        && response.visitor.includes(signedIn))
                .findFirst();
    }

    /** Answers with another status. */
    public Response withStatus(int newStatus) {
        return new Response(endpoint, path, visitor, newStatus, headers, body, delay);
    }

    /** Answers with another body. */
    public Response withBody(String newBody) {
        return new Response(endpoint, path, visitor, status, headers, newBody, delay);
    }

    /** Answers with one header field set or replaced. */
    public Response withHeader(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Response(endpoint, path, visitor, status, changed, body, delay);
    }

    /** Answers without one header field. */
    public Response withoutHeader(String name) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        return new Response(endpoint, path, visitor, status, changed, body, delay);
    }

    /** Rewrites the body and every header field's value. */
    public Response mapText(UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.replaceAll((name, value) -> change.apply(value));
        return new Response(endpoint, path, visitor, status, changed, change.apply(body), delay);
    }

    /** Answers at another path. */
    public Response at(String newPath) {
        return new Response(endpoint, newPath, visitor, status, headers, body, delay);
    }

    /** Answers another group of visitors. */
    public Response to(Visitor newVisitor) {
        return new Response(endpoint, path, newVisitor, status, headers, body, delay);
    }

    /** Answers after a pause. */
    public Response after(Duration newDelay) {
        return new Response(endpoint, path, visitor, status, headers, body, newDelay);
    }
}
