package dev.checklist.s3;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds the naming rules of general purpose buckets, from the S3 user guide; the SDK sends any name as it is. */
final class BucketName {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final List<String> RESERVED_STARTS = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> RESERVED_ENDS = List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

    private BucketName() {}

    static String valid(@Nullable String name) {
        String given = S3Checks.given("bucket name", name);
        if (!isShaped(given)) {
            throw refused(
                    given, "3 to 63 lowercase letters, digits, dots and hyphens, with a letter or digit at both ends");
        }
        if (given.contains("..")) {
            throw refused(given, "no two dots in a row");
        }
        if (ADDRESS.matcher(given).matches()) {
            throw refused(given, "no IP address");
        }
        for (String start : RESERVED_STARTS) {
            if (given.startsWith(start)) {
                throw refused(given, "another start than the reserved \"" + start + "\"");
            }
        }
        for (String end : RESERVED_ENDS) {
            if (given.endsWith(end)) {
                throw refused(given, "another end than the reserved \"" + end + "\"");
            }
        }
        return given;
    }

    static boolean isShaped(String name) {
        return SHAPE.matcher(name).matches();
    }

    private static IllegalArgumentException refused(String name, String expected) {
        return new IllegalArgumentException("bucket name is \"" + name + "\": expected " + expected);
    }
}
