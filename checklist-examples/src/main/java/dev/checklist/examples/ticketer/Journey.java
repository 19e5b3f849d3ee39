package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.check;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Checklists;
import dev.checklist.Outcome;
import dev.checklist.Section;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is what a guest does, step by step; shows how checks that write are written. What a step made is removed after the last
 * one that needs it, by the id that the step saw.
 */
final class Journey {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\\d{1,18})");
    private static final String NAME = "Checklist rehearsal";

    private final HttpClient client;
    private final TicketerSettings.Site site;

    /** Takes a client that follows no redirect, so that the session reaches nobody else. */
    Journey(HttpClient client, TicketerSettings.Site site) {
        this.client = client;
        this.site = site;
    }

    Section section() {
        Check created = check(
                        "an event can be created",
                        context -> made("event", "/api/events", "{\"name\":\"" + NAME + "\",\"seats\":1}"))
                .writes((context, outcome) -> remove("event", "/api/events/", outcome));
        Check viewed = check("the event and its seats can be viewed", context -> viewed(id(context, created)))
                .requires(created);
        Check booked = check(
                        "a seat of it can be booked",
                        context -> made(
                                "booking",
                                "/api/events/" + id(context, created) + "/bookings",
                                "{\"seat\":\"A1\",\"email\":\"rehearsal@ticketer.invalid\"}"))
                .writes((context, outcome) -> remove("booking", "/api/bookings/", outcome))
                .requires(created)
                .requires(viewed);
        return Checklists.section("A guest's way", created.tag("T71"), viewed.tag("T72"), booked.tag("T73"));
    }

    private Outcome made(String what, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", path, BodyPublishers.ofString(body));
        Optional<String> id = id(answer.body());
        if (answer.statusCode() != 201 || id.isEmpty()) {
            return Outcome.failed("expected 201 with the id of the " + what + " but found " + answer.statusCode());
        }
        return Outcome.passed("made the " + what + " " + id.get()).with(what, id.get());
    }

    private Outcome viewed(String event) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", "/api/events/" + event, BodyPublishers.noBody());
        boolean isIt = answer.body().contains(NAME) && answer.body().contains("\"A1\"");
        return answer.statusCode() == 200 && isIt
                ? Outcome.passed("the event " + event + " shows its name and its seat")
                : Outcome.failed("expected the event " + event + " with its seat but found " + answer.statusCode()
                        + (answer.statusCode() == 200 ? " without them" : ""));
    }

    private void remove(String what, String path, Outcome outcome) throws IOException, InterruptedException {
        String id = outcome.evidence().get(what);
        if (id == null) {
            return; // nothing was made
        }
        int status = removed(path + id);
        if (status / 100 != 2 && status != 404) {
            throw new IOException("the " + what + " " + id + " was left: its removal was answered " + status);
        }
    }

    /** Removes, once more where the connection broke: to remove what is gone is no harm. */
    private int removed(String path) throws IOException, InterruptedException {
        try {
            return send("DELETE", path, BodyPublishers.noBody()).statusCode();
        } catch (IOException e) {
            return send("DELETE", path, BodyPublishers.noBody()).statusCode();
        }
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.https() + path))
                .timeout(Duration.ofSeconds(10))
                .header("Cookie", site.session())
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String id(CheckContext context, Check created) {
        return context.evidence(created).getOrDefault("event", "");
    }

    private static Optional<String> id(String json) {
        Matcher matcher = ID.matcher(json);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
