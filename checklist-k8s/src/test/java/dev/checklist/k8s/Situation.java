package dev.checklist.k8s;

import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.k8s.FakeCluster.Truth;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a check can meet: a state of the cluster, or a fault in the answer to one of its requests. */
enum Situation {
    HOLDS((check, cluster) -> cluster),
    DOES_NOT_HOLD((check, cluster) -> check.broken().apply(cluster)),
    ABSENT((check, cluster) -> cluster.without("/" + check.subject())),
    NAMESPACE_ABSENT((check, cluster) -> cluster.without("/namespaces/shop")),
    KIND_ABSENT((check, cluster) -> cluster.notServing(check.ofGroup())),
    BEING_DELETED(
            (check, cluster) -> cluster.with(check.subject(), "/metadata/deletionTimestamp", "2026-03-01T10:00:00Z")),
    STALE_GENERATION((check, cluster) -> check.stale().apply(cluster)),
    EMPTY_LISTS((check, cluster) -> cluster.withEmptyLists()),

    FORBIDDEN(truth -> Wire.status(403, "Forbidden", "User cannot do that")),
    UNAUTHORIZED(truth -> Wire.status(401, "Unauthorized", "Unauthorized")),
    TOO_MANY_REQUESTS(truth -> Wire.bytes(429, "text/plain", bytes("slow down"), "Retry-After: 3600\r\n")),
    SERVER_ERROR(truth -> Wire.status(500, "InternalError", "etcdserver: request timed out")),
    UNAVAILABLE(truth -> Wire.text(503, "text/html", "<h1>no backend</h1>")),
    NO_SUCH_PAGE(truth -> Wire.text(404, "text/plain", "404 page not found\n")),
    TIME_OUT(truth -> Wire.hang()),
    TRUNCATED_JSON(truth ->
            Wire.json(truth.code(), truth.body().substring(0, truth.body().length() / 2))),
    CUT_SHORT(truth -> Wire.cutShort(truth.body())),
    LOGIN_PAGE(truth -> Wire.text(200, "text/html; charset=utf-8", "<html><form>Sign in</form></html>")),
    LOGIN_PAGE_CALLED_JSON(truth -> Wire.json(truth.code(), "<html><form>Sign in</form></html>")),
    EMPTY_BODY(truth -> Wire.json(truth.code(), "")),
    NO_CONTENT_TYPE(truth -> Wire.text(truth.code(), "", truth.body())),
    OTHER_KIND(truth -> Wire.json(
            truth.code(), "{\"kind\":\"Event\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"api\"},\"status\":{}}")),
    NOT_AN_OBJECT(truth -> Wire.json(truth.code(), "[]")),
    JSON_NULL(truth -> Wire.json(truth.code(), "null")),
    NULL_ITEMS(truth -> Wire.json(truth.code(), truth.withItems("[null]"))),
    TRAILING_TEXT(truth -> Wire.json(truth.code(), truth.body() + "<html>")),
    SAME_KEY_TWICE(
            truth -> Wire.json(truth.code(), "{\"x\":0,\"x\":1," + truth.body().substring(1))),
    BYTE_ORDER_MARK(truth -> Wire.json(truth.code(), "\uFEFF" + truth.body())),
    MOVED(truth -> Wire.redirect(302, "/login"));

    private final BiFunction<PublicCheck, FakeCluster, FakeCluster> state;
    private final Function<Truth, Wire> fault;

    Situation(BiFunction<PublicCheck, FakeCluster, FakeCluster> state) {
        this.state = state;
        this.fault = null;
    }

    Situation(Function<Truth, Wire> fault) {
        this.state = (check, cluster) -> cluster;
        this.fault = fault;
    }

    boolean isFault() {
        return fault != null;
    }

    /** The cluster in this situation; the healthy one for a fault. */
    FakeCluster cluster(PublicCheck check) {
        return state.apply(check, FakeCluster.healthy());
    }

    /** Answers as the cluster does, but with the fault where it strikes. */
    Function<Request, Wire> strike(FakeCluster cluster, Predicate<Request> where) {
        return request -> {
            if (request.path().equals("/login")) {
                return LOGIN_PAGE.fault.apply(new Truth(200, ""));
            }
            return where.test(request) ? fault.apply(cluster.truth(request)) : cluster.answer(request);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
