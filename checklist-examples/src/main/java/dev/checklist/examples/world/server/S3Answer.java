package dev.checklist.examples.world.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** One answer of an S3 store. */
record S3Answer(int status, Map<String, String> headers, byte[] body) {
    static S3Answer of(int status) {
        return new S3Answer(status, Map.of(), new byte[0]);
    }

    static S3Answer of(Xml document) {
        return new S3Answer(200, Map.of("Content-Type", "application/xml"), document.bytes());
    }

    /** Refuses with one of S3's codes. */
    static S3Answer error(int status, String code) {
        byte[] body = Xml.of("Error", Xml.text("Code", code), Xml.text("Message", code))
                .bytes();
        return new S3Answer(status, Map.of("Content-Type", "application/xml"), body);
    }

    S3Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new S3Answer(status, all, body);
    }
}
