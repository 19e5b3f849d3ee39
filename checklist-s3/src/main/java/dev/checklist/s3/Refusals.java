package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.Optional;
import java.util.Set;

/** Words the refusals that judge no bucket: of credentials, of a clock, of a right, of an interface. */
final class Refusals {
    private static final Set<String> CREDENTIALS = Set.of(
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "InvalidToken",
            "TokenRefreshRequired",
            "InvalidSecurity");
    private static final Set<String> NO_SUCH_INTERFACE =
            Set.of("NotImplemented", "MethodNotAllowed", "InvalidArgument", "InvalidRequest", "UnsupportedOperation");

    private Refusals() {}

    static boolean isOfCredentials(Answer answer) {
        return answer.code() != null && CREDENTIALS.contains(answer.code());
    }

    /** Tells whether the store says, in the words of S3, that it does not know what was asked. */
    static boolean isUnknownToStore(Answer answer) {
        return switch (answer.status()) {
            case 501 -> answer.code() != null;
            case 400, 405 -> answer.code() != null && NO_SUCH_INTERFACE.contains(answer.code());
            default -> false;
        };
    }

    /** Words what is wrong with the credentials or the clock, whatever was asked. */
    static Optional<Outcome> ofCaller(Answer answer, String endpoint) {
        if (isOfCredentials(answer)) {
            return Optional.of(Outcome.error("expected " + endpoint + " to accept the credentials, found "
                    + answer.shown() + ": correct access key, secret or session token"));
        }
        return "RequestTimeTooSkewed".equals(answer.code()) ? Optional.of(skewed(answer, endpoint)) : Optional.empty();
    }

    /**
     * Words why something of a bucket could not be read; always an ERROR, but for a bucket that is gone by now.
     *
     * @param what what was asked for, such as "its versioning"
     * @param action the right that it needs, such as {@code s3:GetBucketVersioning}
     */
    static Outcome of(Answer answer, Bucket bucket, String what, String action) {
        String expected = "expected " + bucket.where() + " to tell " + what + ", found ";
        if (answer.status() == 404 && "NoSuchBucket".equals(answer.code())) {
            return Outcome.failed(expected + "no such bucket (404 NoSuchBucket)");
        }
        if (answer.status() == 403 && "AccessDenied".equals(answer.code())) {
            return Outcome.notPermitted(expected + answer.shown() + ": the account lacks " + action)
                    .with(Outcome.GRANT, action + " on " + bucket.name());
        }
        return ofCaller(answer, bucket.store().endpoint())
                .orElseGet(() -> Outcome.error(expected + answer.shown() + redirected(answer)));
    }

    static String redirected(Answer answer) {
        return answer.status() / 100 == 3 ? " (a redirect, not followed)" : "";
    }

    private static Outcome skewed(Answer answer, String endpoint) {
        Outcome error = Outcome.error("expected the clocks here and at " + endpoint + " to agree, found "
                + answer.shown() + ": set this machine's clock");
        return answer.date() == null ? error : error.with("store's clock", answer.date());
    }
}
