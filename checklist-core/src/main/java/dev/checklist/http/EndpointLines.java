package dev.checklist.http;

import dev.checklist.Check;
import dev.checklist.Checklists;
import dev.checklist.Probe;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes the lines on one request: checks their arguments, and words them.
 *
 * @param place the beginning of the address that differs from one environment to the next
 */
record EndpointLines(Asker asker, Call call, String place, boolean isTrusting, boolean mayBeClosed) {
    EndpointLines on(Call changed) {
        return new EndpointLines(asker, changed, place, isTrusting, mayBeClosed);
    }

    EndpointLines trusting() {
        return new EndpointLines(asker, call, place, true, mayBeClosed);
    }

    EndpointLines closed() {
        return new EndpointLines(asker, call, place, isTrusting, true);
    }

    Check respondsWith(int status, int... more) {
        List<Integer> statuses = IntStream.concat(IntStream.of(status), IntStream.of(more))
                .boxed()
                .toList();
        StatusProbe probe = new StatusProbe(asker, call, statuses, isTrusting);
        return check("responds", "responds with " + probe.wanted(), probe);
    }

    Check respondsWithin(Duration limit) {
        refuseFollowing("respondsWithin");
        LatencyProbe probe = new LatencyProbe(asker, call, limit);
        return check("is fast", "responds within " + Latencies.shown(limit) + " (p95)", probe)
                .retry(Checklists.attempts(1))
                .timeout(probe.timeout())
                .alone();
    }

    Check hasBodyContaining(String text, String... more) {
        List<String> texts = Stream.concat(Stream.of(text), Arrays.stream(more)).toList();
        BodyTextProbe probe = new BodyTextProbe(asker, call, texts);
        return check("has a body containing", "has a body containing " + probe.wanted(), probe);
    }

    Check hasJsonAt(String pointer, String value) {
        return hasJsonAt(JsonPath.of(pointer), JsonValue.of(value));
    }

    Check hasJsonAt(String pointer, Number value) {
        return hasJsonAt(JsonPath.of(pointer), JsonValue.of(value));
    }

    Check hasJsonAt(String pointer, boolean value) {
        return hasJsonAt(JsonPath.of(pointer), JsonValue.of(value));
    }

    Check hasContentType(String mediaType) {
        ContentTypeProbe probe = new ContentTypeProbe(asker, call, mediaType);
        return check("has a content type", "has content type " + probe.mediaType(), probe);
    }

    Check hasHeader(String name) {
        return hasHeader(new HeaderProbe(asker, call, name, null));
    }

    Check hasHeader(String name, String value) {
        if (value == null) {
            throw new IllegalArgumentException("the value of header " + name + " is null: use hasHeader(name)");
        }
        return hasHeader(new HeaderProbe(asker, call, name, value));
    }

    Check hasNumberAt(String pointer, Bound bound) {
        JsonPath path = JsonPath.of(pointer);
        JsonNumberProbe probe = new JsonNumberProbe(asker, call, path, bound);
        return check("has a number at " + path + " " + bound.key(), "has a number " + bound + " at " + path, probe);
    }

    Check streamsEvents(Duration within) {
        refuseFollowing("streamsEvents");
        EventStreamProbe probe = new EventStreamProbe(asker, call, within);
        return check("streams events", "streams events within " + Latencies.shown(within), probe)
                .timeout(within.plusSeconds(10));
    }

    Check hasSecurityHeaders() {
        return check("has security headers", "has security headers", new SecurityHeadersProbe(asker, call));
    }

    Check serves(int concurrent, int requests) {
        refuseFollowing("serves");
        LoadProbe probe = new LoadProbe(asker, call, concurrent, requests);
        return check("serves", "serves " + requests + " requests, " + concurrent + " at a time", probe)
                .retry(Checklists.attempts(1))
                .timeout(LoadProbe.LONGEST.plusSeconds(10))
                .alone()
                .loads();
    }

    Check doesNotExpose(String path, String... more) {
        refuseFollowing("doesNotExpose");
        List<String> paths = Stream.concat(Stream.of(path), Arrays.stream(more)).toList();
        String all = String.join(", ", paths);
        return check("does not expose " + all, "does not expose " + all, new ExposureProbe(asker, call, paths))
                .timeout(ExposureProbe.TIMEOUT)
                .last();
    }

    Check servesItsAssets() {
        return check("serves its assets", "serves its assets", new AssetsProbe(asker, call));
    }

    Check redirectsTo(String url) {
        refuseFollowing("redirectsTo");
        Address target = call.address().relative("url", url);
        return check("redirects", "redirects to " + target, new RedirectProbe(asker, call, target));
    }

    Check redirectsToHttps(String... canonicalHosts) {
        refuseFollowing("redirectsToHttps");
        if (call.address().isHttps()) {
            throw new IllegalArgumentException(
                    "url is \"" + call.address() + "\": expected one that starts with http://");
        }
        Set<String> hosts = new LinkedHashSet<>(List.of(call.address().host()));
        for (String host : canonicalHosts) {
            hosts.add(Address.of("canonical host", "https://" + host).host());
        }
        Set<String> allowed = Collections.unmodifiableSet(hosts);
        return check(
                "redirects to https", "redirects to https", new HttpsRedirectProbe(asker, call, allowed, mayBeClosed));
    }

    private Check hasJsonAt(JsonPath pointer, JsonValue value) {
        return check(
                "has JSON at " + pointer,
                "has " + value + " at " + pointer,
                new JsonProbe(asker, call, pointer, value));
    }

    private Check hasHeader(HeaderProbe probe) {
        return check("has header " + probe.name(), "has header " + probe.wanted(), probe);
    }

    private Check check(String predicate, String words, Probe probe) {
        return Check.of("http " + call.key(place) + " " + predicate, place, call + " " + words, probe);
    }

    private void refuseFollowing(String predicate) {
        if (call.reading().follows()) {
            throw new IllegalArgumentException(predicate + " judges the first answer: leave out followingRedirects()");
        }
    }
}
