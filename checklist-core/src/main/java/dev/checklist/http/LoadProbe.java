package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.LibraryVersion;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends so many requests, so many at a time, and stops at the first sign that the target has enough. */
record LoadProbe(Asker asker, Call call, int concurrent, int requests) implements Probe {
    static final int MOST_CONCURRENT = 10;
    static final int MOST_REQUESTS = 500;
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int MOST_ERRORS_PERCENT = 5;
    private static final int LONGEST_TITLE = 80;

    LoadProbe {
        if (concurrent < 1 || concurrent > MOST_CONCURRENT) {
            throw new IllegalArgumentException(
                    "concurrent is " + concurrent + ": expected between 1 and " + MOST_CONCURRENT);
        }
        if (requests < concurrent || requests > MOST_REQUESTS) {
            throw new IllegalArgumentException(
                    "requests is " + requests + ": expected between " + concurrent + " and " + MOST_REQUESTS);
        }
        if (!call.isSafe()) {
            throw new IllegalArgumentException("method is " + call.method() + ": only GET and HEAD are sent as load");
        }
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        if (context.attempt() > 1) {
            return Outcome.error("not sent again: load is never retried").conclusively();
        }
        Call sent = call.replacing(userAgent(context.checklist()));
        return asker.judge(sent, expected(), () -> {
            Deadline deadline = Deadline.within(context.remaining()).orWithin(LONGEST);
            // The first request tells whether the credential, if there is one, is accepted.
            Answer first = asker.fresh(context, sent, deadline);
            if (!first.isSuccess()) {
                return Content.notSuccess(expected(), first).with("requests sent", 1);
            }
            if (!first.body().isComplete()) {
                return Outcome.error("expected " + expected() + " but " + first.unread());
            }
            return load(sent, deadline).with("url", call.address());
        });
    }

    private Outcome load(Call sent, Deadline deadline) throws InterruptedException {
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        List<CompletableFuture<?>> all = new ArrayList<>();
        Tally tally = new Tally(requests);
        try {
            while (tally.answered() < requests && !tally.isEnough()) {
                while (tally.sent - tally.answered() < concurrent && tally.sent < requests) {
                    tally.sent++;
                    CompletableFuture<HttpResponse<Body>> pending = asker.start(sent);
                    all.add(pending);
                    CompletableFuture<?> unused =
                            pending.whenComplete((response, failure) -> replies.add(new Reply(response)));
                }
                Reply reply = replies.poll(deadline.nanos(), TimeUnit.NANOSECONDS);
                if (reply == null) {
                    return Outcome.error("expected " + expected() + " but only " + tally.answered()
                                    + " were answered in the time of at most " + LONGEST.toSeconds() + " s")
                            .with("requests sent", tally.sent);
                }
                tally.add(reply.response());
            }
        } finally {
            all.forEach(pending -> pending.cancel(true));
        }
        return judge(tally);
    }

    private Outcome judge(Tally tally) {
        Outcome outcome;
        if (tally.overload != 0) {
            outcome = Outcome.failed("expected " + expected() + " but found " + tally.overload + " after "
                    + tally.answered() + " answers, and stopped");
        } else if (tally.isEnough()) {
            outcome = Outcome.failed("expected " + expected() + " but " + tally.errors + " of " + tally.answered()
                    + " answers were errors, and stopped");
        } else {
            outcome = Outcome.passed(
                    "served " + tally.served + " of " + requests + " requests, " + concurrent + " at a time");
            outcome = tally.errors == 0 ? outcome : outcome.warning(tally.errors + " requests were not served");
        }
        return outcome.with("requests sent", tally.sent)
                .with("served", tally.served)
                .with("errors", tally.errors);
    }

    private String expected() {
        return requests + " requests served, " + concurrent + " at a time";
    }

    /** Lets the target's people see who that was; the title keeps the letters that a header can carry. */
    private static Header userAgent(String list) {
        String title = list.replaceAll("[^A-Za-z0-9 ._-]+", "?");
        String cut = title.substring(0, Math.min(title.length(), LONGEST_TITLE));
        return Header.of("User-Agent", "checklist/" + LibraryVersion.current() + " (" + cut + ")");
    }

    /** Stands for no response where there was none, which a queue cannot hold. */
    private record Reply(@Nullable HttpResponse<Body> response) {}

    /** Counts what came back. */
    private static final class Tally {
        private final int wanted;
        private int sent;
        private int served;
        private int errors;
        private int overload;

        private Tally(int wanted) {
            this.wanted = wanted;
        }

        private void add(@Nullable HttpResponse<Body> response) {
            int status = response == null ? 0 : response.statusCode();
            overload = status == 429 || status == 503 ? status : overload;
            boolean isServed = response != null
                    && status >= 200
                    && status < 300
                    && response.previousResponse().isEmpty()
                    && response.body().isComplete();
            served += isServed ? 1 : 0;
            errors += isServed ? 0 : 1;
        }

        private int answered() {
            return served + errors;
        }

        private boolean isEnough() {
            return overload != 0 || errors * 100 >= wanted * MOST_ERRORS_PERCENT;
        }
    }
}
