package dev.checklist.registry;

import dev.checklist.LibraryVersion;
import dev.checklist.intake.Intake;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends one request and reads its answer, to the last byte or the deadline. */
record Wire(HttpClient client) {
    Reply send(String method, URI uri, String accept, @Nullable String authorization, Deadline deadline)
            throws UnseenException, InterruptedException {
        // A query may hold the state of an upload or the signature of a store, user info a password.
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String asked = method + " " + uri.getHost() + port + uri.getRawPath();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, BodyPublishers.noBody())
                .header("Accept", accept)
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "checklist/" + LibraryVersion.current());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(request.build(), info -> new Intake<>(new Bytes()));
        try {
            HttpResponse<byte[]> response = pending.get(deadline.nanos(), TimeUnit.NANOSECONDS);
            return new Reply(asked, uri, response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            throw UnseenException.unseen(asked + " got no complete answer in time");
        } catch (ExecutionException e) {
            throw UnseenException.unseen(asked + " got no answer: " + why(e));
        } finally {
            pending.cancel(true);
        }
    }

    private static String why(Throwable failure) {
        String why = "the connection broke off";
        int depth = 0;
        for (@Nullable Throwable cause = failure; cause != null && depth < 10; cause = cause.getCause(), depth++) {
            if (cause instanceof UnseenException) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "the name was not resolved (DNS)";
            }
            if (cause instanceof SSLException) {
                return "TLS failed: " + cause.getMessage();
            }
            why = cause instanceof ConnectException ? "the connection was refused, or not made in time" : why;
        }
        return why;
    }
}
