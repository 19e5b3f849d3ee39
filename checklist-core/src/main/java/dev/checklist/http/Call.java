package dev.checklist.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Is one request, and how its answer is to be read; equal calls may share an answer.
 *
 * @param payload the body, if there is one
 */
record Call(
        String method,
        Address address,
        List<Header> headers,
        @Nullable Payload payload,
        Reading reading) {
    static Call of(@Nullable String method, Address address) {
        if (method == null || !method.matches("[A-Z]{1,20}") || method.equals("CONNECT")) {
            throw new IllegalArgumentException(
                    "method is " + (method == null ? "null" : "\"" + Quote.cut(method) + "\"")
                            + ": expected capitals such as GET, HEAD or POST, and not CONNECT");
        }
        return new Call(method, address, List.of(), null, Reading.DEFAULT);
    }

    Call with(Header header) {
        List<Header> all = new ArrayList<>(headers);
        all.add(header);
        return new Call(method, address, List.copyOf(all), payload, reading);
    }

    Call with(Payload body) {
        return new Call(method, address, headers, body, reading);
    }

    Call with(Reading how) {
        return new Call(method, address, headers, payload, how);
    }

    Call to(Address other) {
        return new Call(method, other, headers, payload, reading);
    }

    /** Returns the same call with this header, and no other of its name. */
    Call replacing(Header header) {
        List<Header> all = new ArrayList<>(
                headers.stream().filter(h -> !h.isNamed(header.name())).toList());
        all.add(header);
        return new Call(method, address, List.copyOf(all), payload, reading);
    }

    /** Tells whether asking has no effect on the target, by the rules of HTTP. */
    boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.uri())
                // Otherwise every plain request asks for an upgrade to HTTP/2.
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, publisher());
        headers.forEach(header -> request.header(header.name(), header.value()));
        if (!hasHeader("Accept-Encoding")) {
            request.header("Accept-Encoding", "identity");
        }
        if (!hasHeader("User-Agent")) {
            request.header("User-Agent", "checklist");
        }
        if (payload != null && !hasHeader("Content-Type")) {
            request.header("Content-Type", payload.contentType());
        }
        return request.build();
    }

    private BodyPublisher publisher() {
        return payload == null ? BodyPublishers.noBody() : BodyPublishers.ofString(payload.text());
    }

    boolean hasHeader(String name) {
        return headers.stream().anyMatch(header -> header.isNamed(name));
    }

    /** Names the request in a check's key, below its place: a page with a session and one without are two things. */
    String key(String place) {
        String with = headers.stream()
                .map(header -> header.name().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
        return method + " " + address.toString().substring(place.length()) + (with.isEmpty() ? "" : " with " + with);
    }

    /** Shows method and address, without any header, body or query value. */
    @Override
    public String toString() {
        return method + " " + address;
    }
}
