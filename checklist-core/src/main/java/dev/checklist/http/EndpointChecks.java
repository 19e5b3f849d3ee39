package dev.checklist.http;

import dev.checklist.Check;
import java.time.Duration;

/**
 * Is a request whose answer can be checked; each predicate makes one line.
 *
 * <p>An immutable value: {@code header, body} and the other modifiers return changed copies. Redirects are not followed
 * unless {@link #followingRedirects()} says so. User info is refused, and neither headers nor bodies nor query values
 * appear in a title, a message or evidence.
 *
 * <p>A request with headers other than the well-known open ones, with a secret query value or with a body carries a
 * credential: answered 401, 403 or 400 {@code invalid_grant} it ends in an ERROR that no retry changes, and no other
 * line of the run sends that credential again, since accounts lock.
 */
public final class EndpointChecks {
    private final EndpointLines lines;

    private EndpointChecks(EndpointLines lines) {
        this.lines = lines;
    }

    static EndpointChecks of(Asker asker, Call call) {
        return of(asker, call, call.address().origin());
    }

    static EndpointChecks of(Asker asker, Call call, String place) {
        return new EndpointChecks(new EndpointLines(asker, call, place, false, false));
    }

    /**
     * Adds a header, such as a credential; the value is never shown.
     *
     * @throws IllegalArgumentException if the name is no token or set by the client itself, the value is blank or has a
     *     control character, or the caller's client follows redirects and would send it elsewhere
     */
    public EndpointChecks header(String name, String value) {
        refuseFollowingClient("header " + name);
        return with(lines.call().with(Header.of(name, value)));
    }

    /**
     * Gives the request a body, sent in UTF-8; it is never shown. Replaces.
     *
     * @throws IllegalArgumentException if the content type is blank, the text is null, the method has no body, or the
     *     caller's client follows redirects and would send it elsewhere
     */
    public EndpointChecks body(String contentType, String text) {
        refuseFollowingClient("a body");
        if (lines.call().isSafe()) {
            throw new IllegalArgumentException(
                    "a " + lines.call().method() + " has no body: use request(\"POST\", url)");
        }
        return with(lines.call().with(Payload.of(contentType, text)));
    }

    /** Reads bodies up to so many bytes, 64 MiB at most; default 1 MiB. A longer one cannot be judged. */
    public EndpointChecks readingUpTo(int bytes) {
        return with(lines.call().with(lines.call().reading().upTo(bytes)));
    }

    /**
     * Follows up to ten redirects within scheme, host and port, and judges the last answer. A redirect elsewhere is
     * FAILED and not followed, so no header reaches another origin; so is a loop.
     *
     * @throws IllegalArgumentException if the method is neither GET nor HEAD
     */
    public EndpointChecks followingRedirects() {
        if (!lines.call().isSafe()) {
            throw new IllegalArgumentException(
                    "method is " + lines.call().method() + ": only GET and HEAD follow redirects");
        }
        return with(lines.call().with(lines.call().reading().following()));
    }

    /**
     * Lets {@link #respondsWith} pass on a server that answers every path alike. Say it where another line looks at the
     * content, such as for the front page of a single-page application.
     */
    public EndpointChecks evenIfEveryPathAnswers() {
        return new EndpointChecks(lines.trusting());
    }

    /**
     * Lets {@link #redirectsToHttps} pass where nobody listens at port 80 and HTTPS answers.
     *
     * @throws IllegalArgumentException if the address is not http at port 80
     */
    public EndpointChecks allowClosedPort80() {
        if (lines.call().address().isHttps() || !lines.call().address().hasDefaultPort()) {
            throw new IllegalArgumentException("url is \"" + lines.call().address() + "\": expected http at port 80");
        }
        return new EndpointChecks(lines.closed());
    }

    /**
     * Passes if the complete answer has one of the statuses.
     *
     * <p>A 2xx of GET or HEAD counts only if a made-up page beside the asked one is not answered with a 2xx of the same
     * content type: login pages and single-page applications answer 200 for every path, and such a 200 is FAILED. One
     * request tells it for all lines that look at the same time; {@link #evenIfEveryPathAnswers()} leaves it out.
     *
     * @throws IllegalArgumentException if a status is not between 200 and 599
     */
    public Check respondsWith(int status, int... more) {
        return lines.respondsWith(status, more);
    }

    /**
     * Passes if the 95th percentile (nearest rank) of 20 requests to the last byte is within the limit.
     *
     * <p>Two warm-ups, then 20 requests one after another, started at least 50 ms apart; one that fails, is no 2xx or
     * runs out of time counts as never answered. Runs alone, is not retried unless the author says so, and then at most
     * twice: later attempts are an ERROR. Its own timeout is that of 22 requests at the limit and 10 s more.
     *
     * @param limit at most 1 minute
     * @throws IllegalArgumentException if the limit is not positive or too long, or the method is neither GET nor HEAD,
     *     or redirects are followed
     */
    public Check respondsWithin(Duration limit) {
        return lines.respondsWithin(limit);
    }

    /**
     * Passes if a 2xx has a body that contains all the texts, letter by letter, before HTML is decoded. Choose texts
     * that a login page or an application's shell does not have.
     *
     * @throws IllegalArgumentException if a text is blank
     */
    public Check hasBodyContaining(String text, String... more) {
        return lines.hasBodyContaining(text, more);
    }

    /**
     * Passes if a 2xx is one well-formed JSON document that has the text at the pointer.
     *
     * @param pointer by RFC 6901, such as {@code /status} or {@code /items/0/name}
     * @throws IllegalArgumentException if the pointer is malformed or the value is null
     */
    public Check hasJsonAt(String pointer, String value) {
        return lines.hasJsonAt(pointer, value);
    }

    /** Passes if a 2xx is one well-formed JSON document that has the number at the pointer; 1 is 1.0, but not "1". */
    public Check hasJsonAt(String pointer, Number value) {
        return lines.hasJsonAt(pointer, value);
    }

    /** Passes if a 2xx is one well-formed JSON document that has true or false at the pointer. */
    public Check hasJsonAt(String pointer, boolean value) {
        return lines.hasJsonAt(pointer, value);
    }

    /**
     * Passes if a 2xx has the media type, whatever its parameters.
     *
     * @param mediaType such as {@code text/html}
     */
    public Check hasContentType(String mediaType) {
        return lines.hasContentType(mediaType);
    }

    /** Passes if a 2xx or 3xx has the header, with whatever value. */
    public Check hasHeader(String name) {
        return lines.hasHeader(name);
    }

    /**
     * Passes if a 2xx or 3xx has the header with exactly this value, and with no other beside it.
     *
     * @throws IllegalArgumentException if the value is null or blank
     */
    public Check hasHeader(String name, String value) {
        return lines.hasHeader(name, value);
    }

    /**
     * Passes if a 2xx is one well-formed JSON document that has a number within the bound at the pointer. A text that is
     * a number counts, and the message says so.
     *
     * @param bound such as {@code Bound.atLeast(1)}
     */
    public Check hasNumberAt(String pointer, Bound bound) {
        return lines.hasNumberAt(pointer, bound);
    }

    /**
     * Passes if the answer is 200 {@code text/event-stream} and an event or a comment comes within the time (WHATWG HTML,
     * server-sent events); then the connection is closed. Headers alone do not pass: a proxy may hold the events back.
     *
     * @param within at most 5 minutes; the check's timeout is 10 s more
     * @throws IllegalArgumentException if the time is not positive or too long, the method is not GET, or redirects are
     *     followed
     */
    public Check streamsEvents(Duration within) {
        return lines.streamsEvents(within);
    }

    /**
     * Passes if the page and an error page beside it have headers that protect them (OWASP Secure Headers):
     * Strict-Transport-Security over https for at least 180 days, Content-Security-Policy, nosniff, frame protection and
     * Referrer-Policy, each once; and none that tells a version. What is advised beyond that is a warning.
     *
     * @throws IllegalArgumentException if the method is neither GET nor HEAD
     */
    public Check hasSecurityHeaders() {
        return lines.hasSecurityHeaders();
    }

    /**
     * Passes if at least 19 of 20 of so many requests are answered 2xx, so many at a time, within 30 s. Stops at the first
     * 429 or 503 and at 5 % errors. Runs alone, needs {@code withLoad()} on the runner, and is never retried. Sends {@code
     * User-Agent: checklist/version (list)}.
     *
     * @param concurrent at most 10
     * @param requests at most 500
     * @throws IllegalArgumentException if a number is beyond that, the method is neither GET nor HEAD, or redirects are
     *     followed
     */
    public Check serves(int concurrent, int requests) {
        return lines.serves(concurrent, requests);
    }

    /**
     * Passes if none of the paths of this server, such as {@code /.env}, is answered with something of its own. Asks
     * slowly, alone, and after all other checks of the run, wherever it is listed, since some firewalls shut out who asks
     * for such paths. Content that is found is named by kind and size, and never shown.
     *
     * @param path starts with a slash; at most 12
     * @throws IllegalArgumentException if a path is malformed, there are too many, or the method is not GET
     */
    public Check doesNotExpose(String path, String... more) {
        return lines.doesNotExpose(path, more);
    }

    /**
     * Passes if the page refers to scripts, style sheets or images of its own origin and each of them, 30 at most, is
     * answered 200 with a fitting content type and not with the page of an application that answers every path.
     *
     * @throws IllegalArgumentException if the method is not GET
     */
    public Check servesItsAssets() {
        return lines.servesItsAssets();
    }

    /**
     * Passes if the answer is a redirect (301, 302, 303, 307, 308) to exactly this address, query included.
     *
     * @param url absolute, or relative to the request
     */
    public Check redirectsTo(String url) {
        return lines.redirectsTo(url);
    }

    /**
     * Passes if plain HTTP is answered by 301 or 308 to the same host, path and query over HTTPS in the first step; 302
     * and 307 pass with a warning. Asked at port 80, it must lead to port 443.
     *
     * @param canonicalHosts hosts that it may lead to besides the asked one
     * @throws IllegalArgumentException if the address is not http, or a host is malformed
     */
    public Check redirectsToHttps(String... canonicalHosts) {
        return lines.redirectsToHttps(canonicalHosts);
    }

    private EndpointChecks with(Call changed) {
        return new EndpointChecks(lines.on(changed));
    }

    private void refuseFollowingClient(String what) {
        if (lines.asker().followsRedirects()) {
            throw new IllegalArgumentException("client follows redirects and would send " + what
                    + " to another origin: give one built with Redirect.NEVER, or use HttpChecks.create()");
        }
    }

    /** Shows method and address, without any header, body or query value. */
    @Override
    public String toString() {
        return lines.call().toString();
    }
}
