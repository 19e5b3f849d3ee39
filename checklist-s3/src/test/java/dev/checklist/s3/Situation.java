package dev.checklist.s3;

import dev.checklist.s3.FakeStore.Kind;
import java.util.function.UnaryOperator;

/** What a check can meet: a state of the store, or a fault in the answer to one of its requests. */
enum Situation {
    HOLDS(false),
    DOES_NOT_HOLD(false),
    ABSENT_BUCKET(false),
    OTHER_REGION(false),
    OTHER_BUCKET(false),
    EMPTY_LISTING(false),

    FORBIDDEN(reply -> Reply.error(403, "AccessDenied")),
    UNAUTHORIZED(reply -> Reply.error(401, "Unauthorized")),
    KEYS_REFUSED(reply -> Reply.error(403, "InvalidAccessKeyId")),
    CLOCK_SKEW(reply -> Reply.error(403, "RequestTimeTooSkewed")),
    TOO_MANY_REQUESTS(reply -> Reply.of(429, "slow down").with("Retry-After", "3600")),
    SLOW_DOWN(reply -> Reply.error(503, "SlowDown")),
    SERVER_ERROR(reply -> Reply.error(500, "InternalError")),
    BAD_REQUEST(reply -> Reply.of(400, "<html>bad request</html>")),
    NOT_FOUND_PAGE(reply -> Reply.of(404, "<html>not found</html>")),
    REFUSED_BY_PROXY(reply -> Reply.of(403, "<html>blocked</html>")),
    MOVED(reply -> Reply.of(302).with("Location", "/login")),
    NO_SUCH_API(reply -> Reply.error(501, "NotImplemented")),
    METHOD_NOT_ALLOWED(reply -> Reply.error(405, "MethodNotAllowed")),
    INVALID_REQUEST(reply -> Reply.error(400, "InvalidRequest")),
    NO_SUCH_API_BY_PROXY(reply -> Reply.of(501, "<html>no</html>")),
    TIME_OUT(reply -> Reply.of(200).stalling()),
    HANGS_UP(reply -> Reply.of(Reply.SILENCE)),
    CUT_SHORT(reply -> reply.cut()),
    LOGIN_PAGE(reply -> Reply.of(200, "<!doctype html><p>Please log in<br></p>")),
    EMPTY_BODY(reply -> Reply.of(200)),
    OBJECT_LIST(reply -> Reply.of(200, "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>"));

    private final boolean fault;
    private final UnaryOperator<Reply> change;

    Situation(boolean fault) {
        this.fault = fault;
        this.change = UnaryOperator.identity();
    }

    Situation(UnaryOperator<Reply> change) {
        this.fault = true;
        this.change = change;
    }

    boolean isFault() {
        return fault;
    }

    /** Tells whether the fault is one of the body, which the answer to HEAD does not have. */
    boolean isOfBody() {
        return compareTo(CUT_SHORT) >= 0;
    }

    FakeStore strike(FakeStore store, Kind kind) {
        return store.with(kind, change);
    }

    /** The store in this situation; for a fault with the fault in the answer that decides. */
    FakeStore store(PublicCheck check) {
        FakeStore healthy = check.healthy();
        return switch (this) {
            case HOLDS -> healthy;
            case DOES_NOT_HOLD -> check.broken().apply(healthy);
            case ABSENT_BUCKET -> everywhere(healthy, reply -> Reply.error(404, "NoSuchBucket"));
            case OTHER_REGION ->
                everywhere(
                        healthy, reply -> Reply.error(301, "PermanentRedirect").inRegion("nl-ams"));
            case OTHER_BUCKET ->
                healthy.with(Kind.FIRST_KEY, Reply.listing("other"))
                        .with(Kind.LIST, reply -> reply.replacing("dumps<", "other<"));
            case EMPTY_LISTING -> healthy.with(Kind.LIST, FakeStore.list("")).with(Kind.KEY_LIST, FakeStore.list(""));
            default -> strike(healthy, check.deciding());
        };
    }

    private static FakeStore everywhere(FakeStore store, UnaryOperator<Reply> change) {
        FakeStore changed = store;
        for (Kind kind : Kind.values()) {
            changed = changed.with(kind, change);
        }
        return changed;
    }
}
