package dev.checklist.http;

import dev.checklist.Outcome;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Set;

/**
 * Is what came back for a call.
 *
 * @param call what was sent, after redirects that were to be followed
 */
record Answer(Call call, int status, HttpHeaders headers, Body body) {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isRedirect() {
        return REDIRECTS.contains(status);
    }

    ContentType contentType() {
        return ContentType.of(headers.allValues("content-type"));
    }

    String shownType() {
        return contentType().shown(call);
    }

    /** Returns the different values of a header. */
    List<String> values(String name) {
        return headers.allValues(name).stream().map(String::strip).distinct().toList();
    }

    /**
     * Returns where a redirect leads.
     *
     * @throws NoAnswerException if that is nowhere, or two places
     */
    Address location() throws NoAnswerException {
        List<String> locations = values("location");
        if (locations.size() != 1) {
            throw NoAnswerException.wrong(this + " with " + (locations.isEmpty() ? "no" : "different") + " Location");
        }
        try {
            return call.address().locate(locations.get(0));
        } catch (IllegalArgumentException e) {
            throw NoAnswerException.wrong(this + " with a Location that is no http or https address");
        }
    }

    /** Returns a few words on where a redirect leads, or an empty text. */
    String leads() {
        if (!isRedirect()) {
            return "";
        }
        try {
            return ", a redirect to " + location();
        } catch (NoAnswerException e) {
            return ", a redirect to nowhere";
        }
    }

    /** Returns why the body cannot be read, or an empty text. */
    String unreadable() {
        List<String> encodings = values("content-encoding").stream()
                .filter(e -> !e.equalsIgnoreCase("identity"))
                .toList();
        return encodings.isEmpty()
                ? ""
                : "unexpected Content-Encoding " + Quote.of(call, String.join(", ", encodings))
                        + ", though identity was asked for";
    }

    /** Says that the body went beyond what is read of it. */
    String unread() {
        return "the body was not read completely: it is longer than "
                + call.reading().limit() + " bytes, see readingUpTo(bytes)";
    }

    /** Adds to an outcome what was seen. */
    Outcome seen(Outcome outcome) {
        return outcome.with("url", call.address())
                .with("status", status)
                .with("content type", shownType())
                .with("bytes read", body.size());
    }

    /** Shows call and status: "GET https://payments.example/health answered 503". */
    @Override
    public String toString() {
        return call + " answered " + status;
    }
}
