package dev.checklist.run;

import java.util.regex.Pattern;

/**
 * Masks what looks like a secret: passwords in URLs, values of secret names, tokens, private keys.
 *
 * <p>Names, digests and hashes stay readable; a table test has both columns. Every pattern reads a text in one pass:
 * masking runs over whatever a target answers, and nothing can interrupt it.
 */
final class SecretPatterns {
    static final String MASK = "***";

    /** Words which, in the name of a value, say that the value is secret. */
    private static final String NAMES =
            "password|passwd|passphrase|pwd|secret|token|api[-_]?key|apikey|access[-_]?key|private[-_]?key|secret[-_]?key"
                    + "|client[-_]?secret|credentials?|signature|sig|x-amz-signature|x-amz-credential"
                    + "|x-amz-security-token|session[-_]?id|sessionid|set-cookie|cookie";

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?is)(?:^|.*[^a-z])(?:" + NAMES + ")$|(?:proxy-)?authorization");
    private static final Pattern USER_INFO = Pattern.compile("(://)[^/?#\\s\"'<>]*@");
    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)\\b((?:proxy-)?authorization[\"']?\\s*[:=]\\s*[\"']?)[^\\r\\n\"']+");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(Bearer|Basic|Digest)\\s+[A-Za-z0-9+/._~=-]{8,}");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?<![a-z])((?:" + NAMES + ")[\"']?\\s*[:=]\\s*)(\"[^\"\\r\\n]*\"|'[^'\\r\\n]*'|[^\\s,;&\"'<>)\\]}]+)");
    /** Looks once into each word, for its first start of a token, so that a long word costs one pass. */
    private static final Pattern WEB_TOKEN = Pattern.compile("(?<![A-Za-z0-9_-])((?>[A-Za-z0-9_-]*?\\b(?=eyJ)))"
            + "eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]*+)?");

    private static final Pattern TOKEN =
            Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{20,}|\\bglpat-[A-Za-z0-9_-]{16,}"
                    + "|\\bxox[abprs]-[A-Za-z0-9-]{10,}|\\bsk_live_[A-Za-z0-9]{16,}");
    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|\\z)", Pattern.DOTALL);

    private SecretPatterns() {}

    static String mask(String text) {
        if (!mayHideSecret(text)) {
            return text;
        }
        String masked = PRIVATE_KEY.matcher(text).replaceAll(MASK);
        masked = USER_INFO.matcher(masked).replaceAll("$1" + MASK + "@");
        masked = AUTHORIZATION.matcher(masked).replaceAll("$1" + MASK);
        masked = SCHEME.matcher(masked).replaceAll("$1 " + MASK);
        masked = NAMED.matcher(masked).replaceAll("$1" + MASK);
        masked = WEB_TOKEN.matcher(masked).replaceAll("$1" + MASK);
        return TOKEN.matcher(masked).replaceAll(MASK);
    }

    /** Tells whether a name, such as that of a piece of evidence, says that its value is secret. */
    static boolean namesSecret(String name) {
        return SECRET_NAME.matcher(name).matches();
    }

    /** Rules out most texts without a regular expression: every pattern needs one of these. */
    private static boolean mayHideSecret(String text) {
        return text.indexOf('=') >= 0
                || text.indexOf(':') >= 0
                || text.indexOf('_') >= 0
                || text.indexOf('-') >= 0
                || text.contains("eyJ")
                || text.contains("AKIA")
                || text.contains("ASIA")
                || containsScheme(text);
    }

    private static boolean containsScheme(String text) {
        for (int i = text.indexOf(' '); i > 0; i = text.indexOf(' ', i + 1)) {
            char before = text.charAt(i - 1);
            if (before == 'r' || before == 'R' || before == 'c' || before == 'C' || before == 't' || before == 'T') {
                return SCHEME.matcher(text).find();
            }
        }
        return false;
    }
}
