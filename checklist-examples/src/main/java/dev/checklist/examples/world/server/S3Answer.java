package dev.checklist.examples.world.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** One answer of an S3 store. */
final class S3Answer {
    private static final Map<String, String> XML = Map.of("Content-Type", "application/xml");

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    S3Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    static S3Answer of(int status) {
        return new S3Answer(status, Map.of(), new byte[0]);
    }

    static S3Answer of(Xml document) {
        return new S3Answer(200, XML, document.bytes());
    }

    /** Refuses with one of S3's codes. */
    static S3Answer error(int status, String code) {
        Xml error = Xml.of("Error", Xml.text("Code", code), Xml.text("Message", code));
        return new S3Answer(status, XML, error.bytes());
    }

    S3Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new S3Answer(status, all, body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body.clone();
    }
}
