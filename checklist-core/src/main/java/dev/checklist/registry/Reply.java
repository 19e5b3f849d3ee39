package dev.checklist.registry;

import dev.checklist.json.Json;
import dev.checklist.json.JsonReader;
import dev.checklist.json.MalformedJsonException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Is what a server answered, to the last byte. */
final class Reply {
    private final String asked;
    private final URI uri;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    /**
     * Takes an answer.
     *
     * @param asked such as "GET registry.example/v2/shop/manifests/1.4.2", without a query
     */
    Reply(String asked, URI uri, int status, HttpHeaders headers, byte[] body) {
        this.asked = asked;
        this.uri = uri;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    URI uri() {
        return uri;
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    byte[] body() {
        return body.clone();
    }

    boolean isRedirect() {
        return status / 100 == 3;
    }

    /** Returns the only value of a header; empty if there is none, or if there are several. */
    Optional<String> header(String name) {
        List<String> values =
                headers.allValues(name).stream().map(String::strip).distinct().toList();
        return values.size() == 1 && !values.get(0).isEmpty() ? Optional.of(values.get(0)) : Optional.empty();
    }

    String type() {
        return header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    boolean isJson() {
        return type().equals("application/json") || type().endsWith("+json");
    }

    Json json() throws UnseenException {
        try {
            return JsonReader.read(body);
        } catch (MalformedJsonException e) {
            throw UnseenException.unseen(asked + " gave an answer that is unreadable: " + e.getMessage());
        }
    }

    /** Tells whether the registry gives this code among its errors. */
    boolean hasError(String code) {
        try {
            return isJson()
                    && json().at("errors").elements().stream()
                            .anyMatch(error ->
                                    error.at("code").text().filter(code::equals).isPresent());
        } catch (UnseenException e) {
            return false;
        }
    }

    /** Words an answer that is not the wanted one; what the server wrote is not quoted. */
    UnseenException unwanted() {
        String text = asked + " was answered " + status;
        if (status == 401 || status == 403) {
            return new UnseenException(
                    UnseenException.Kind.NOT_PERMITTED,
                    text + ": this account may not look, or the repository does not exist");
        }
        if (status == 404) {
            return new UnseenException(UnseenException.Kind.ABSENT, text + ": there is none");
        }
        String why = status == 429
                ? ": too many requests were sent"
                : isRedirect() ? ": a redirect that is not followed" : ", and not as a registry does";
        return UnseenException.unseen(text + why);
    }

    @Override
    public String toString() {
        return asked + " was answered " + status;
    }
}
