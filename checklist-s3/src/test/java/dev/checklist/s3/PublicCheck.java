package dev.checklist.s3;

import dev.checklist.Check;
import dev.checklist.s3.FakeStore.Kind;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A public predicate of this provider, made so that it holds in {@link FakeStore#healthy()}.
 *
 * @param name its class, method and parameter types, as {@link #found} finds them
 * @param deciding the request whose answer decides
 * @param broken changes the answers so that the predicate does not hold
 */
record PublicCheck(String name, Function<BucketChecks, Check> check, Kind deciding, UnaryOperator<FakeStore> broken) {
    private static final String P = "nightly/";
    private static final Duration DAY = Duration.ofDays(1);

    private static PublicCheck of(
            String name, Function<BucketChecks, Check> check, Kind deciding, String text, String other) {
        return new PublicCheck(
                name, check, deciding, store -> store.with(deciding, reply -> reply.replacing(text, other)));
    }

    static List<PublicCheck> all() {
        return Stream.concat(bucket(), objects()).toList();
    }

    private static Stream<PublicCheck> bucket() {
        UnaryOperator<FakeStore> absent =
                store -> store.with(Kind.HEAD, Reply.of(404)).with(Kind.FIRST_KEY, Reply.error(404, "NoSuchBucket"));
        return Stream.of(
                new PublicCheck("exists()", BucketChecks::exists, Kind.FIRST_KEY, absent),
                new PublicCheck(
                        "acceptsCredentials()",
                        BucketChecks::acceptsCredentials,
                        Kind.FIRST_KEY,
                        store -> store.with(Kind.FIRST_KEY, Reply.error(403, "SignatureDoesNotMatch"))),
                of("isInRegion(String)", b -> b.isInRegion("fr-par"), Kind.LOCATION, "fr-par", "nl-ams"),
                of("isOwnedBy(String)", b -> b.isOwnedBy("owner"), Kind.ACL, "<Owner><ID>owner", "<Owner><ID>other"),
                of(
                        "hasVersioningEnabled()",
                        BucketChecks::hasVersioningEnabled,
                        Kind.VERSIONING,
                        "Enabled",
                        "Suspended"),
                new PublicCheck(
                        "hasDefaultEncryption()",
                        BucketChecks::hasDefaultEncryption,
                        Kind.ENCRYPTION,
                        store -> store.with(
                                Kind.ENCRYPTION, Reply.error(404, "ServerSideEncryptionConfigurationNotFoundError"))),
                of(
                        "blocksPublicAccess()",
                        BucketChecks::blocksPublicAccess,
                        Kind.ACCESS_BLOCK,
                        "<BlockPublicPolicy>true",
                        "<BlockPublicPolicy>false"),
                of("policyIsNotPublic()", BucketChecks::policyIsNotPublic, Kind.POLICY_STATUS, "false", "true"),
                of(
                        "isPrivate()",
                        BucketChecks::isPrivate,
                        Kind.ACL,
                        "</AccessControlList>",
                        "<Grant><Grantee><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee>"
                                + "<Permission>READ</Permission></Grant></AccessControlList>"),
                of("hasExpiry(String, int, int)", b -> b.hasExpiry(P, 7, 35), Kind.LIFECYCLE, "Enabled", "Disabled"),
                of("hasObjectLock(int)", b -> b.hasObjectLock(30), Kind.OBJECT_LOCK, "<Days>30", "<Days>29"),
                new PublicCheck(
                        "acceptsWrites()",
                        BucketChecks::acceptsWrites,
                        Kind.PUT,
                        store -> store.with(Kind.PUT, Reply.error(403, "QuotaExceeded"))));
    }

    private static Stream<PublicCheck> objects() {
        UnaryOperator<FakeStore> old = store ->
                store.with(Kind.LIST, reply -> reply.replacing(FakeStore.NEW.toString(), FakeStore.TOO_OLD.toString()));
        return Stream.of(
                of("hasObject(String)", b -> b.hasObject(FakeStore.KEY), Kind.KEY_LIST, "2.dump", "2.dump.part"),
                new PublicCheck(
                        "hasObjectNewerThan(String, Duration)",
                        b -> b.hasObjectNewerThan(P, Duration.ofHours(2)),
                        Kind.LIST,
                        old),
                new PublicCheck(
                        "hasObjectNewerThan(String, Duration, long)",
                        b -> b.hasObjectNewerThan(P, Duration.ofHours(2), 2_000),
                        Kind.LIST,
                        store -> store.with(Kind.LIST, reply -> reply.replacing("2000", "1999"))),
                new PublicCheck(
                        "hasObjectNewerThan(String, Duration, long, double)",
                        b -> b.hasObjectNewerThan(P, Duration.ofHours(2), 1, 0.9),
                        Kind.LIST,
                        store -> store.with(Kind.LIST, reply -> reply.replacing("2000", "1000"))),
                new PublicCheck(
                        "hasObjectBetween(String, Instant, Instant, long)",
                        b -> b.hasObjectBetween(P, FakeStore.NEW.minusSeconds(60), FakeStore.NEW.plusSeconds(60), 1),
                        Kind.LIST,
                        old),
                new PublicCheck(
                        "hasObjectBetween(String, Duration, Callable, long)",
                        b -> b.hasObjectBetween(P, DAY.dividedBy(2), () -> FakeStore.NEW.plusSeconds(60), 1),
                        Kind.LIST,
                        old),
                new PublicCheck(
                        "hasNoObjectOlderThan(String, Duration)",
                        b -> b.hasNoObjectOlderThan(P, DAY.multipliedBy(2)),
                        Kind.LIST,
                        old),
                new PublicCheck("retentionWorks(String, int, int)", b -> b.retentionWorks(P, 1, 7), Kind.LIST, old),
                new PublicCheck(
                        "refusesAnonymousAccess(String)",
                        b -> b.refusesAnonymousAccess(P),
                        Kind.UNSIGNED_LIST,
                        store -> store.with(Kind.UNSIGNED_HEAD, Reply.of(200))),
                new PublicCheck(
                        "isEncrypted()",
                        b -> b.newestObject(P).isEncrypted(),
                        Kind.GET_OBJECT,
                        store -> store.with(Kind.GET_OBJECT, reply -> reply.replacing("age-encryption.org", "PGDMP"))));
    }

    /** The predicates that a user can reach from a bucket: every public method that returns a check. */
    static Set<String> found() {
        Set<String> found = new TreeSet<>();
        collect(BucketChecks.class, found, new HashSet<>());
        return found;
    }

    private static void collect(Class<?> subject, Set<String> found, Set<Class<?>> seen) {
        if (!seen.add(subject)) {
            return;
        }
        for (Method method : subject.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                if (method.getReturnType() == Check.class) {
                    found.add(method.getName()
                            + Arrays.stream(method.getParameterTypes())
                                    .map(Class::getSimpleName)
                                    .collect(Collectors.joining(", ", "(", ")")));
                } else if (method.getReturnType().getPackage() == BucketChecks.class.getPackage()) {
                    collect(method.getReturnType(), found, seen);
                }
            }
        }
    }

    /** Changes a healthy store so that the predicate holds at all: a default retention keeps a probe from being written. */
    FakeStore healthy() {
        FakeStore healthy = FakeStore.healthy();
        return deciding == Kind.PUT
                ? healthy.with(Kind.OBJECT_LOCK, Reply.error(404, "ObjectLockConfigurationNotFoundError"))
                : healthy;
    }

    @Override
    public String toString() {
        return name;
    }
}
