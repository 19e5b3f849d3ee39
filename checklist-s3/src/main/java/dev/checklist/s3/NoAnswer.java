package dev.checklist.s3;

import dev.checklist.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Says in words why no answer of the store could be read; always an ERROR.
 *
 * <p>The bucket is not named: an endpoint that is down is one cause, however many buckets it has. Texts of the network
 * are not repeated: they may hold an access key.
 */
final class NoAnswer {
    private NoAnswer() {}

    static Outcome outcome(RuntimeException failure, String endpoint) {
        return Outcome.error("expected an answer of S3 from " + endpoint + ", found " + found(failure));
    }

    private static String found(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = words(cause);
            if (words != null) {
                return words;
            }
        }
        return "that the request could not be sent ("
                + innermost(failure).getClass().getSimpleName() + "): see the client's configuration";
    }

    private static @Nullable String words(Throwable cause) {
        if (cause instanceof SdkServiceException refusal) {
            return "no credentials, since their provider was refused (" + refusal.statusCode() + ")";
        }
        if (cause instanceof ApiCallTimeoutException
                || cause instanceof ApiCallAttemptTimeoutException
                || cause instanceof SocketTimeoutException) {
            return "no complete answer within the time limit";
        }
        if (cause instanceof UnknownHostException) {
            return "no address for its host: correct the endpoint, or see DNS";
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return "no connection (refused or no route): see that the store runs and the port is right";
        }
        if (cause instanceof SSLException) {
            return "no trusted TLS connection (" + cause.getClass().getSimpleName() + "): " + TlsFailure.words(cause);
        }
        if (cause instanceof XMLStreamException || says(cause, "Unable to unmarshall response")) {
            return "an answer that is not S3's XML: a web page, or an answer cut short or far too long";
        }
        if (cause instanceof IOException) {
            return "that the connection broke off (" + cause.getClass().getSimpleName() + ")";
        }
        if (cause instanceof RejectedExecutionException) {
            return "that its client is closed: close it after the run";
        }
        if (says(cause, GivenCredentials.FAILED)) {
            return "no credentials, since what was to supply them failed";
        }
        return says(cause, "Unable to load credentials")
                ? "no credentials, give them with withCredentials(), the environment, a profile or a role"
                : null;
    }

    private static boolean says(Throwable cause, String start) {
        return cause.getMessage() != null && cause.getMessage().startsWith(start);
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
