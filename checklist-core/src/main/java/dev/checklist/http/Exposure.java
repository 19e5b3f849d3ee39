package dev.checklist.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what an answer to a path that should not be public means, without a byte of its body.
 *
 * @param words what was found, as part of a sentence
 */
record Exposure(Kind kind, String words) {
    enum Kind {
        HIDDEN,
        EXPOSED,
        UNKNOWN
    }

    /**
     * Judges an answer.
     *
     * @param madeUp the answer to a path that cannot exist
     */
    static Exposure of(String path, Answer answer, Answer madeUp) {
        int status = answer.status();
        if (answer.isSuccess()) {
            return content(path, answer, madeUp);
        }
        if (answer.isRedirect()) {
            return redirect(path, answer);
        }
        boolean saysNothing = status < 400 || status == 407 || status == 408 || status == 425 || status == 429;
        return saysNothing || status >= 500
                ? new Exposure(Kind.UNKNOWN, path + " was answered " + status)
                : new Exposure(Kind.HIDDEN, path + " " + status);
    }

    private static Exposure content(String path, Answer answer, Answer madeUp) {
        Optional<Signature> signature = Signature.of(answer.body());
        boolean isForEverybody = madeUp.isSuccess()
                && madeUp.contentType().essence().equals(answer.contentType().essence());
        if (isForEverybody && signature.equals(Signature.of(madeUp.body()))) {
            boolean isSame = Arrays.equals(answer.body().bytes(), madeUp.body().bytes())
                    && answer.body().isComplete()
                    && answer.body().size() > 0;
            return isSame
                    ? new Exposure(Kind.HIDDEN, path + " " + answer.status() + ", as every path")
                    : new Exposure(
                            Kind.UNKNOWN,
                            path + " was answered " + answer.status() + " as a made-up path was, but with nothing or"
                                    + " with another content");
        }
        return new Exposure(
                Kind.EXPOSED,
                path + " (" + answer.status() + ", " + answer.shownType() + ", "
                        + (answer.body().isComplete() ? "" : "over ")
                        + answer.body().size() + " bytes, "
                        + signature.map(Signature::toString).orElse("no known signature") + ")");
    }

    /** A redirect to the same page elsewhere, below another or with a slash, only moves the question. */
    private static Exposure redirect(String path, Answer answer) {
        try {
            Address target = answer.location();
            String asked = small(answer.call().address()).replaceFirst("/+$", "");
            boolean isElsewhere = !small(target).contains(asked);
            return isElsewhere
                    ? new Exposure(Kind.HIDDEN, path + " " + answer.status() + " to another page")
                    : new Exposure(Kind.UNKNOWN, path + " was redirected to " + target + ", so give that address");
        } catch (NoAnswerException e) {
            return new Exposure(Kind.UNKNOWN, path + " was redirected to nowhere");
        }
    }

    private static String small(Address address) {
        return address.uri().getRawPath().toLowerCase(Locale.ROOT);
    }
}
