package dev.checklist.s3;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Is one scripted answer of a store. */
record Reply(int status, String body, Map<String, String> headers, boolean stalls) {
    /** Is the status of a store that closes the connection without a word. */
    static final int SILENCE = 0;

    static Reply of(int status) {
        return of(status, "");
    }

    static Reply of(int status, String body) {
        return new Reply(status, body, Map.of(), false);
    }

    static Reply error(int status, String code) {
        return of(
                status,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code
                        + "</Code><Message>what the store says</Message></Error>");
    }

    static Reply listing(String bucket) {
        return of(
                200,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>" + bucket
                        + "</Name><Prefix></Prefix><KeyCount>0</KeyCount><MaxKeys>1</MaxKeys>"
                        + "<IsTruncated>false</IsTruncated></ListBucketResult>");
    }

    Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, body, all, stalls);
    }

    Reply inRegion(String region) {
        return with("x-amz-bucket-region", region);
    }

    Reply replacing(String text, String other) {
        if (!body.contains(text)) {
            throw new IllegalArgumentException("nothing to replace: " + text);
        }
        return new Reply(status, body.replace(text, other), headers, stalls);
    }

    Reply stalling() {
        return new Reply(status, body, headers, true);
    }

    /** Returns the reply without its second half. */
    Reply cut() {
        return new Reply(status, body.substring(0, body.length() / 2), headers, stalls);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
