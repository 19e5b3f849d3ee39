package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.intake.Intake;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Looks whether an endpoint delivers server-sent events: headers alone do not prove that nobody buffers them. */
record EventStreamProbe(Asker asker, Call call, Duration within) implements Probe {
    private static final String TYPE = "text/event-stream";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    EventStreamProbe {
        if (within == null || within.isZero() || within.isNegative() || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "within is " + within + ": expected more than zero and at most " + LONGEST);
        }
        if (!call.method().equals("GET")) {
            throw new IllegalArgumentException("method is " + call.method() + ": events are asked for with GET");
        }
        call = call.hasHeader("Accept") ? call : call.with(Header.of("Accept", TYPE));
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        String expected = "an event or a comment within " + Latencies.shown(within);
        return asker.judge(call, expected, () -> look(context, expected));
    }

    private Outcome look(CheckContext context, String expected) throws Exception {
        Deadline deadline = Deadline.within(context.remaining()).orWithin(within);
        AtomicReference<@Nullable EventStream> open = new AtomicReference<>();
        try {
            Answer answer = asker.fresh(context, call, deadline, (info, progress) -> {
                boolean isStream = info.statusCode() == 200
                        && ContentType.of(info.headers().allValues("content-type"))
                                .essence()
                                .equals(TYPE);
                EventStream stream = new EventStream(progress);
                open.set(isStream ? stream : null);
                return new Intake<>(
                        isStream ? stream : new BoundedBody(call.reading().limit(), progress));
            });
            EventStream stream = open.get();
            return answer.seen(stream == null ? notStream(expected, answer) : judge(expected, answer, stream));
        } catch (NoAnswerException e) {
            boolean wasSilent = open.get() != null && e.kind() == NoAnswerException.Kind.TIMED_OUT && deadline.isOver();
            if (wasSilent) {
                return Outcome.failed("expected " + expected + " but the stream opened and stayed silent: does a proxy"
                                + " buffer it (nginx: proxy_buffering off, X-Accel-Buffering: no)?")
                        .with("url", call.address());
            }
            throw e;
        }
    }

    private Outcome notStream(String expected, Answer answer) {
        if (answer.status() == 204) {
            return Outcome.failed("expected " + expected + " but found status 204, which tells clients to stop");
        }
        if (!answer.isSuccess()) {
            return Content.notSuccess(expected, answer);
        }
        return Outcome.failed("expected " + expected + " but found status " + answer.status() + " and content type "
                + answer.shownType() + " instead of 200 and " + TYPE);
    }

    private Outcome judge(String expected, Answer answer, EventStream stream) {
        if (!answer.unreadable().isEmpty()) {
            return Outcome.error("expected " + expected + " but could not look: " + answer.unreadable());
        }
        Optional<String> seen = stream.seen();
        if (seen.isPresent()) {
            return Outcome.passed("saw " + seen.get() + " after " + stream.size() + " bytes")
                    .with("first", seen.get());
        }
        return answer.body().isComplete()
                ? Outcome.failed(
                        "expected " + expected + " but the stream ended after " + stream.size() + " bytes without one")
                : Outcome.error(
                        "expected " + expected + " but found neither in the first " + EventStream.LIMIT + " bytes");
    }
}
