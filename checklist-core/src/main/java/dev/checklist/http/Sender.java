package dev.checklist.http;

import dev.checklist.intake.Intake;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request and reads its answer, to the last byte or the deadline. */
record Sender(HttpClient client) {
    private static final int MOST_HEADERS = 1_000;

    Answer send(Call call, Deadline deadline) throws NoAnswerException, InterruptedException {
        return send(
                call,
                deadline,
                (info, progress) -> new Intake<>(new BoundedBody(call.reading().limit(), progress)));
    }

    /** Sends a request whose body is read in a way of its own. */
    Answer send(Call call, Deadline deadline, Reader reader) throws NoAnswerException, InterruptedException {
        Progress progress = new Progress();
        // The client's own timeout ends at the headers, and orTimeout() would leave the socket open.
        CompletableFuture<HttpResponse<Body>> pending = start(call, progress, reader);
        try {
            return judged(call, pending.get(deadline.nanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw NoAnswerException.timedOut(call + ": " + progress);
        } catch (ExecutionException e) {
            throw Causes.worded(call, e.getCause() == null ? e : e.getCause());
        } finally {
            pending.cancel(true);
        }
    }

    /** Sends a request and does not wait. */
    CompletableFuture<HttpResponse<Body>> start(Call call) {
        return start(
                call,
                new Progress(),
                (info, progress) -> new Intake<>(new BoundedBody(call.reading().limit(), progress)));
    }

    private CompletableFuture<HttpResponse<Body>> start(Call call, Progress progress, Reader reader) {
        return client.sendAsync(call.request(), info -> {
            progress.answered(info.statusCode());
            return reader.read(info, progress);
        });
    }

    /** Chooses how a body is read once the status and the headers are there. */
    @FunctionalInterface
    interface Reader {
        BodySubscriber<Body> read(ResponseInfo info, Progress progress);
    }

    private static Answer judged(Call call, HttpResponse<Body> last) throws NoAnswerException {
        Optional<HttpResponse<Body>> redirect = firstRedirect(last);
        if (redirect.isEmpty() && !last.uri().equals(call.address().uri())) {
            throw NoAnswerException.wrong(call + " was redirected by the client to " + elsewhere(last));
        }
        HttpResponse<Body> response = redirect.orElse(last);
        long headers =
                response.headers().map().values().stream().mapToLong(List::size).sum();
        if (headers > MOST_HEADERS) {
            throw NoAnswerException.unseen(
                    call + ": the answer has " + headers + " header fields, more than " + MOST_HEADERS);
        }
        Body body = redirect.isPresent() ? Body.NONE : last.body();
        return new Answer(call, response.statusCode(), response.headers(), body);
    }

    /** Returns the answer that a client of the caller's did not stop at. */
    private static Optional<HttpResponse<Body>> firstRedirect(HttpResponse<Body> last) {
        Optional<HttpResponse<Body>> first = Optional.empty();
        Optional<HttpResponse<Body>> previous = last.previousResponse();
        while (previous.isPresent()) {
            if (previous.get().statusCode() / 100 == 3) {
                first = previous;
            }
            previous = previous.get().previousResponse();
        }
        return first;
    }

    private static String elsewhere(HttpResponse<Body> last) {
        try {
            return Address.of("uri", last.uri().toString()).toString();
        } catch (IllegalArgumentException e) {
            return "an address that cannot be shown";
        }
    }
}
