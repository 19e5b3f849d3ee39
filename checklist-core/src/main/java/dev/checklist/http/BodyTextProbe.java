package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks whether a body contains all of some texts, letter by letter. */
record BodyTextProbe(Asker asker, Call call, List<String> texts) implements Probe {
    BodyTextProbe {
        for (@Nullable String text : texts) {
            if (text == null || text.isBlank()) {
                throw new IllegalArgumentException("text is " + (text == null ? "null" : "blank") + ": give a text");
            }
        }
        texts = List.copyOf(texts);
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        String expected = "a body containing " + quoted(texts);
        return asker.judge(context, call, expected, answer -> judge(expected, answer));
    }

    private Outcome judge(String expected, Answer answer) {
        Optional<Outcome> obstacle = Content.obstacle(expected, answer);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        String body;
        try {
            body = decoded(answer);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Outcome.error("expected " + expected + " but found a body in an unknown charset, "
                    + Quote.of(call, String.valueOf(answer.contentType().charset())));
        }
        List<String> missing =
                texts.stream().filter(text -> !body.contains(text)).toList();
        if (missing.isEmpty()) {
            return Outcome.passed("the body contains " + quoted(texts));
        }
        if (!answer.body().isComplete()) {
            return Outcome.error("expected " + expected + " but could not look at all of it: " + answer.unread());
        }
        return Outcome.failed(
                "expected " + expected + " but found " + describe(answer) + " without " + quoted(missing));
    }

    private static String describe(Answer answer) {
        int size = answer.body().size();
        return size == 0 ? "an empty body" : size + " bytes of " + answer.shownType();
    }

    private static String decoded(Answer answer) {
        String charset = answer.contentType().charset();
        String text =
                new String(answer.body().bytes(), charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    String wanted() {
        return quoted(texts);
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> '"' + Quote.cut(text) + '"').collect(Collectors.joining(" and "));
    }
}
