package dev.checklist.http;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Words why a request failed; the client's own messages are often null, or hide the cause. */
final class Causes {
    private Causes() {}

    static NoAnswerException worded(Call call, Throwable failure) {
        String at = " at " + call.address().host() + ":" + call.address().port();
        if (has(failure, UnresolvedAddressException.class) || has(failure, UnknownHostException.class)) {
            return unseen(call, "the name " + call.address().host() + " was not resolved (DNS)");
        }
        if (has(failure, HttpConnectTimeoutException.class)) {
            return unseen(call, "no connection was made in time" + at);
        }
        Optional<SSLException> tls = find(failure, SSLException.class);
        if (tls.isPresent()) {
            return unseen(call, "TLS failed" + at + ": " + tlsReason(call, tls.get()));
        }
        Optional<ConnectException> connect = find(failure, ConnectException.class);
        if (connect.isPresent()) {
            return isRefused(connect.get())
                    ? NoAnswerException.connectionRefused(call + ": connection refused" + at)
                    : unseen(call, "no connection" + at + ": " + message(call, connect.get()));
        }
        if (has(failure, ProtocolException.class)) {
            return unseen(call, "the answer is not HTTP: " + deepest(call, failure));
        }
        return unseen(call, "the connection broke off before the answer was complete: " + deepest(call, failure));
    }

    /** After a refusal the client tries the closed channel once more, and throws what that gives: null. */
    private static boolean isRefused(ConnectException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("refused") || has(failure, ClosedChannelException.class);
    }

    private static NoAnswerException unseen(Call call, String why) {
        return NoAnswerException.unseen(call + ": " + why);
    }

    private static String tlsReason(Call call, SSLException tls) {
        if (has(tls, CertificateExpiredException.class)) {
            return "a certificate has expired: " + deepest(call, tls);
        }
        if (has(tls, CertificateNotYetValidException.class)) {
            return "a certificate is not valid yet: " + deepest(call, tls);
        }
        if (has(tls, CertPathBuilderException.class)) {
            return "the certificate leads to no trusted issuer (self-signed, or an intermediate is missing)";
        }
        return deepest(call, tls);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return find(failure, type).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return chain(failure).stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static String deepest(Call call, Throwable failure) {
        String last = failure.getClass().getSimpleName();
        for (Throwable cause : chain(failure)) {
            last = message(call, cause);
        }
        return last;
    }

    private static String message(Call call, Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : Quote.of(call, message);
    }

    /** Returns the failure and its causes, each once, even if they form a ring. */
    private static Set<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Throwable> chain = new LinkedHashSet<>();
        for (@Nullable Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
