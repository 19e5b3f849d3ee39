package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** Asks on behalf of checks: shared where they ask the same, and careful with credentials. Equal to itself only. */
final class Asker {
    private static final Duration WORTH_ASKING = Duration.ofMillis(500);

    private final HttpClient client;
    private final Addresses addresses;
    private final Sender sender;
    private final String stranger;

    Asker(HttpClient client, Addresses addresses) {
        this.client = client;
        this.addresses = addresses;
        this.sender = new Sender(client);
        this.stranger = "checklist-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** Reads the answer to a call, once for all who ask the same at the same time. */
    Answer read(CheckContext context, Call call) throws Exception {
        Deadline deadline = Deadline.within(context.remaining());
        for (int round = 0; ; round++) {
            try {
                return context.shared(new Key(client, call, round), () -> fresh(context, call, deadline));
            } catch (NoAnswerException e) {
                // The line that sent the request for all may have had less time than this one. A read that failed would
                // be told again at once, so those who have time left share another.
                boolean ours =
                        e.kind() != NoAnswerException.Kind.TIMED_OUT || deadline.nanos() < WORTH_ASKING.toNanos();
                if (ours) {
                    throw e;
                }
            }
        }
    }

    /** Reads the answer to a call for one asker alone. */
    Answer fresh(CheckContext context, Call call, Deadline deadline) throws Exception {
        return guarded(context, call, deadline, () -> Redirects.follow(sender, call, deadline));
    }

    /** Reads the answer to a call as its reader says, for one asker alone. */
    Answer fresh(CheckContext context, Call call, Deadline deadline, Sender.Reader reader) throws Exception {
        return guarded(context, call, deadline, () -> sender.send(call, deadline, reader));
    }

    private Answer guarded(CheckContext context, Call call, Deadline deadline, Callable<Answer> send) throws Exception {
        Credentials credentials = context.perRun(new Credentials.Key(), Credentials::new);
        return credentials.guard(call, carried(call), deadline, send);
    }

    /** Sends a call whose credential was accepted, and does not wait. */
    CompletableFuture<HttpResponse<Body>> start(Call call) {
        return sender.start(call);
    }

    private SortedSet<Credential> carried(Call call) {
        SortedSet<Credential> all = Credential.of(call);
        client.authenticator()
                .ifPresent(
                        a -> all.add(new Credential("authenticator", Integer.toHexString(System.identityHashCode(a)))));
        return all;
    }

    /** Judges the answer to a call, or words why there is none. */
    Outcome judge(CheckContext context, Call call, String expected, Judge judge) throws Exception {
        return judge(call, expected, () -> {
            Answer answer = read(context, call);
            return answer.seen(judge.judge(answer));
        });
    }

    /** Asks what needs more than one answer, or words why there is none. */
    Outcome judge(Call call, String expected, Callable<Outcome> look) throws Exception {
        try {
            return Quote.of(call, look.call());
        } catch (NoAnswerException e) {
            return Quote.of(call, e.outcome(expected).with("url", call.address()));
        }
    }

    /** Returns the same request for a page beside the asked one that nobody can have made. */
    Call stranger(Call call) {
        return call.to(call.address().sibling(stranger)).with(call.reading().expectingRefusal());
    }

    Addresses addresses() {
        return addresses;
    }

    boolean followsRedirects() {
        return client.followRedirects() != HttpClient.Redirect.NEVER;
    }

    /** Tells whether somebody else may answer, or refuse, in the place of an address. */
    boolean usesProxyFor(Address address) {
        ProxySelector selector = client.proxy().orElse(ProxySelector.getDefault());
        return selector != null
                && selector.select(address.uri()).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    /** Judges an answer. */
    @FunctionalInterface
    interface Judge {
        Outcome judge(Answer answer) throws Exception;
    }

    /** Names a shared read: the first, or one of those after a reader with less time. */
    private record Key(HttpClient client, Call call, int round) {}
}
