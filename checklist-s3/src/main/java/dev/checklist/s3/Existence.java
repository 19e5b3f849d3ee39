package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges from what the store said whether a bucket exists; a pure function.
 *
 * <p>Two answers make PASSED: HEAD is 200 on any web server that says 200, and the SDK reads any 200 as a listing, so
 * the listing must carry the bucket's name. Faults of the endpoint do not name the bucket: they are one cause for all.
 */
record Existence(String bucket, String endpoint, String region) {
    private static final Set<String> MOVED = Set.of("PermanentRedirect", "TemporaryRedirect");
    private static final Set<String> OTHER_REGION =
            Set.of("AuthorizationHeaderMalformed", "IllegalLocationConstraintException");

    /** Judges by HEAD alone, or leaves it to the listing: HEAD has no body, so its refusals have no code. */
    Optional<Outcome> decidedBy(Answer head) {
        String told = head.region();
        boolean otherRegion = head.status() == 400 && !region.equals(told);
        if (told != null && (isRedirect(head) || otherRegion)) {
            return Optional.of(elsewhere(head, told));
        }
        boolean listingSaysMore = switch (head.status()) {
            case 200, 400, 401, 403, 404 -> true;
            default -> head.status() / 100 == 3;
        };
        return listingSaysMore ? Optional.empty() : Optional.of(placed(unjudged("HEAD", head), told));
    }

    /** Judges by both. */
    Outcome judge(Answer head, Listing listing) {
        Answer list = listing.answer();
        String told = list.region() == null ? head.region() : list.region();
        if (list.status() / 100 == 2) {
            return head.isOk() && list.isOk() && list.code() == null
                    ? named(listing, told)
                    : placed(unjudged("HEAD " + head.shown() + ", but for the listing", list), told);
        }
        String code = list.code() == null ? "" : list.code();
        if (list.status() == 404 && code.equals("NoSuchBucket")) {
            return placed(missing(head), told);
        }
        if (code.equals("AccessDenied")) {
            return placed(hidden(list), told);
        }
        Optional<Outcome> caller = Refusals.ofCaller(list, endpoint);
        if (caller.isPresent()) {
            return placed(caller.get(), told);
        }
        boolean otherRegion = told != null && !told.equals(region) && OTHER_REGION.contains(code);
        boolean redirected = list.region() != null && isRedirect(list);
        if (MOVED.contains(code) || redirected || otherRegion) {
            return elsewhere(list, told);
        }
        return placed(unjudged("for the listing", list), told);
    }

    /** Adds which bucket was asked for, and where. */
    Outcome at(Outcome outcome) {
        return outcome.with("bucket", bucket).with("endpoint", endpoint).identifiedBy("endpoint", endpoint);
    }

    private Outcome named(Listing listing, @Nullable String told) {
        String name = listing.name();
        if (name == null) {
            return placed(notListed("an answer of status 200 that names no bucket: this is no S3 store"), told);
        }
        if (!name.equals(bucket)) {
            return placed(
                    notListed("a listing of " + (BucketName.isShaped(name) ? name : "another name")
                            + ": the endpoint or the addressing style is wrong"),
                    told);
        }
        if (listing.truncated() == null) {
            return placed(notListed("a listing that does not say whether it is complete (no IsTruncated)"), told);
        }
        return passed(told);
    }

    private Outcome passed(@Nullable String told) {
        Outcome passed = placed(Outcome.passed("HEAD is answered 200, and the listing names bucket " + bucket), told);
        if (told == null) {
            return passed.with("region", "not told by the store");
        }
        return told.equals(region)
                ? passed
                : passed.warning("bucket " + bucket + " is in region " + told + ", the client is set to " + region
                        + ": set the client's region");
    }

    private Outcome notListed(String found) {
        return Outcome.error("expected " + endpoint + " to list bucket " + bucket + ", found " + found);
    }

    private Outcome missing(Answer head) {
        Outcome failed = Outcome.failed("expected bucket " + bucket + " at " + endpoint
                + ", found no such bucket (404 NoSuchBucket): create it, or correct its name or the endpoint");
        return head.status() == 404 ? failed.conclusively() : failed;
    }

    private Outcome hidden(Answer list) {
        return Outcome.notPermitted("expected to list bucket " + bucket + " at " + endpoint + ", found " + list.shown()
                + ": it exists or is hidden, not permitted to look; the account lacks s3:ListBucket on " + bucket);
    }

    private Outcome elsewhere(Answer answer, @Nullable String told) {
        String place = told == null ? "a region that the store does not name" : "region " + told;
        String fix = region.equals(told) ? "the endpoint is not this region's" : "wrong region or endpoint";
        Outcome failed = Outcome.failed("expected bucket " + bucket + " in region " + region + " at " + endpoint
                + ", found it in " + place + " (" + answer.shown() + "): " + fix);
        return placed(answer.status() == 307 ? failed : failed.conclusively(), told);
    }

    private Outcome unjudged(String asked, Answer answer) {
        return Outcome.error("expected an answer of S3 from " + endpoint + ", found " + asked + " " + answer.shown()
                + Refusals.redirected(answer));
    }

    private Outcome placed(Outcome outcome, @Nullable String told) {
        Outcome placed = at(outcome);
        return told == null ? placed : placed.with("region", told);
    }

    private static boolean isRedirect(Answer answer) {
        return answer.status() == 301 || answer.status() == 307;
    }
}
