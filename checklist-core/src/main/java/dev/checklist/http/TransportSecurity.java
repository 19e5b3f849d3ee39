package dev.checklist.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges a Strict-Transport-Security header (RFC 6797 section 6.1); the least age is 180 days, a year is advised. */
final class TransportSecurity {
    private static final long LEAST = 15_552_000;
    private static final long ADVISED = 31_536_000;

    private TransportSecurity() {}

    static void judge(String value, HeaderFindings findings) {
        Map<String, String> directives = new HashMap<>();
        for (String part : value.split(";")) {
            String[] pair = part.strip().split("=", 2);
            String name = pair[0].strip().toLowerCase(Locale.ROOT);
            String given = pair.length > 1 ? pair[1].strip() : "";
            if (!name.isEmpty() && directives.put(name, given) != null) {
                findings.problem("Strict-Transport-Security has " + Quote.cut(name) + " twice, so browsers ignore it");
                return;
            }
        }
        age(directives.get("max-age"), findings);
        if (!directives.containsKey("includesubdomains")) {
            findings.warning("Strict-Transport-Security does not includeSubDomains");
        }
    }

    private static void age(@Nullable String text, HeaderFindings findings) {
        String digits = text == null ? "" : text.replaceFirst("^\"(.*)\"$", "$1");
        if (!digits.matches("\\d{1,18}")) {
            findings.problem("Strict-Transport-Security has no readable max-age, so browsers ignore it");
            return;
        }
        long seconds = Long.parseLong(digits);
        if (seconds == 0) {
            findings.problem("Strict-Transport-Security has max-age=0, which switches it off");
        } else if (seconds < LEAST) {
            findings.problem("Strict-Transport-Security has max-age=" + seconds + ": expected at least " + LEAST);
        } else if (seconds < ADVISED) {
            findings.warning("Strict-Transport-Security has max-age=" + seconds + ", less than a year");
        }
    }
}
