package dev.checklist.s3;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Is what the first bytes of an object tell of its format. */
record Content(Kind kind, String name) {
    static final int TAR_MARK_AT = 257;
    static final int TAR_MARK_LENGTH = 5;

    private static final Content UNKNOWN = new Content(Kind.UNKNOWN, "an unknown format");
    private static final Map<String, String> ENCRYPTED = Map.of(
            "age-encryption.org/v1\n", "age",
            "-----BEGIN AGE ENCRYPTED FILE-----", "age",
            "-----BEGIN PGP MESSAGE-----", "OpenPGP",
            "Salted__", "OpenSSL enc");
    private static final Map<String, String> PLAIN = plain();

    /** Says whether what is in an object can be read by whoever has it. */
    enum Kind {
        ENCRYPTED,
        PLAIN,
        UNKNOWN
    }

    /** Tells the format by the first bytes; a format that may hold either, such as ZIP, is unknown. */
    static Content of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> magic : ENCRYPTED.entrySet()) {
            if (text.startsWith(magic.getKey())) {
                return new Content(Kind.ENCRYPTED, magic.getValue());
            }
        }
        if (OpenPgp.begins(start)) {
            return new Content(Kind.ENCRYPTED, "OpenPGP");
        }
        for (Map.Entry<String, String> magic : PLAIN.entrySet()) {
            if (text.startsWith(magic.getKey())) {
                return new Content(Kind.PLAIN, magic.getValue());
            }
        }
        return isBson(start) ? new Content(Kind.PLAIN, "BSON") : UNKNOWN;
    }

    /** Tells a tar archive by its mark, which stands behind the first file's name. */
    static Content ofTarMark(byte[] mark) {
        return new String(mark, StandardCharsets.ISO_8859_1).equals("ustar") ? new Content(Kind.PLAIN, "tar") : UNKNOWN;
    }

    private static Map<String, String> plain() {
        Map<String, String> plain = new LinkedHashMap<>();
        plain.put("PGDMP", "dump of pg_dump");
        plain.put("\u001f\u008b", "gzip");
        plain.put("BZh", "bzip2");
        plain.put("\u00fd7zXZ", "xz");
        plain.put("(\u00b5/\u00fd", "Zstandard");
        plain.put("\u0004\"M\u0018", "LZ4");
        plain.put("m\u00e2\u0099\u0081", "BSON archive of mongodump");
        plain.put("--\n-- PostgreSQL", "SQL of pg_dump");
        plain.put("-- MySQL dump", "SQL of mysqldump");
        plain.put("SQLite format 3\u0000", "SQLite");
        return plain;
    }

    /** Tells a BSON document: its length, the type of its first field, and that field's name. */
    private static boolean isBson(byte[] start) {
        if (start.length < 8) {
            return false;
        }
        long length =
                (start[0] & 0xffL) | (start[1] & 0xffL) << 8 | (start[2] & 0xffL) << 16 | (start[3] & 0xffL) << 24;
        int type = start[4];
        if (length < 8 || length > 16L * 1024 * 1024 || type < 1 || type > 0x13) {
            return false;
        }
        int end = 5;
        while (end < start.length && start[end] > 0x20 && start[end] < 0x7f) {
            end++;
        }
        return end > 5 && end < start.length && start[end] == 0;
    }
}
