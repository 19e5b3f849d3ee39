package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.Locale;

/** Looks whether a success has a content type, whatever its parameters. */
record ContentTypeProbe(Asker asker, Call call, String mediaType) implements Probe {
    ContentTypeProbe {
        if (mediaType == null || !mediaType.matches("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+")) {
            throw new IllegalArgumentException("media type is "
                    + (mediaType == null ? "null" : "\"" + Quote.cut(mediaType) + "\"")
                    + ": expected type/subtype without parameters, such as text/html");
        }
        mediaType = mediaType.toLowerCase(Locale.ROOT);
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        String expected = "content type " + mediaType;
        return asker.judge(context, call, expected, answer -> judge(expected, answer));
    }

    private Outcome judge(String expected, Answer answer) {
        if (!answer.isSuccess()) {
            return Content.notSuccess(expected, answer);
        }
        String found = answer.shownType();
        return answer.contentType().essence().equals(mediaType)
                ? Outcome.passed("the content type is " + found)
                : Outcome.failed("expected " + expected + " but found " + found);
    }
}
