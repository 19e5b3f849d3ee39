package dev.checklist.examples.world.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.checklist.examples.world.state.StoreObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An object, whole or a part of it; of a large one no more than its start. */
final class S3Content {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,9})-(\\d{1,9})");
    private static final int MOST = 64 * 1024;

    private S3Content() {}

    static Instant modified(StoreObject object, Instant since) {
        return since.minus(object.age()).truncatedTo(ChronoUnit.SECONDS);
    }

    static String tag(StoreObject object) {
        return "\"%032x\"".formatted(Integer.toUnsignedLong(Objects.hash(object.key(), object.size())));
    }

    static S3Answer of(StoreObject object, Instant since, String range) {
        S3Answer whole = new S3Answer(200, Map.of(), part(object, 0, MOST))
                .with("ETag", tag(object))
                .with("Content-Length", String.valueOf(object.size()))
                .with(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                modified(object, since).atOffset(ZoneOffset.UTC)));
        S3Answer answer =
                object.encryption().isEmpty() ? whole : whole.with("x-amz-server-side-encryption", object.encryption());
        Matcher asked = RANGE.matcher(range);
        if (!asked.matches()) {
            return answer;
        }
        int from = Integer.parseInt(asked.group(1));
        byte[] part = part(object, from, Integer.parseInt(asked.group(2)) + 1);
        return part.length == 0
                ? S3Answer.error(416, "InvalidRange")
                : new S3Answer(206, answer.headers(), part)
                        .with("Content-Range", "bytes " + from + "-" + (from + part.length - 1) + "/" + object.size());
    }

    private static byte[] part(StoreObject object, int from, int until) {
        int end = (int) Math.min(Math.min(until, from + MOST), object.size());
        byte[] start = Arrays.copyOf(object.start().getBytes(ISO_8859_1), end);
        return from >= end ? new byte[0] : Arrays.copyOfRange(start, from, end);
    }
}
