package dev.checklist.run;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Masks what looks like a secret: passwords in URLs, values of secret names, tokens, private keys.
 *
 * <p>Names, digests and hashes stay readable; a table test has both columns. Every pattern reads a text in one pass:
 * masking runs over whatever a target answers, and nothing can interrupt it.
 */
final class SecretPatterns {
    static final String MASK = "***";

    /** As many characters as "Bearer" asks of a token; those known by their form have more. */
    private static final int SHORTEST_TOKEN = 8;

    /** Ends of names which say that the value is secret: {@code PGPASSWORD}, {@code accessToken}, {@code x-api-key}. */
    private static final String NAMES = "pass(?:word|wd|phrase|code)|pwd|secret|token|(?:api|access|secret)[-_ ]?key"
            + "|(?:private|account|encryption|signing|master)[-_]?key|credentials?|signature|(?<![a-z])sig"
            + "|sess(?:ion)?[-_]?id|cookie|(?<=[\"_])auth";

    /** Headers whose whole line is secret. */
    private static final String HEADERS = "(?:proxy-)?authorization|(?:set-)?cookie";

    private static final String QUOTE = "\\\\*+[\"']?";
    private static final String IS = "(?:[ \\t]*+[:=][ \\t]*+|%3[ad])";

    /** Says how a value is, where no value would stand: "password: missing" is no secret. */
    private static final String STATES = "(?!(?:missing|absent|empty|unset|none|null|present|expired|valid|invalid"
            + "|required|wrong|refused|rejected|unknown|true|false|not)\\b)";

    private static final String VALUE = "(?:\\\\++[\"'][^\"'\\\\\\r\\n]*+|\"(?:[^\"\\\\\\r\\n]|\\\\.)*+\"?"
            + "|'(?:[^'\\\\\\r\\n]|\\\\.)*+'?|[^\\s,;&\"'<>)\\]}]++)";

    /** The longest of {@link #NAMES} is shorter, so that the end of a name decides. */
    private static final int LONGEST_NAME = 24;

    private static final Pattern SECRET_NAME = Pattern.compile("(?i)(?:" + NAMES + "|authorization)\\z");

    /** A digest behind an image's name is no password. */
    private static final Pattern USER_INFO = Pattern.compile("(://)[^/?#\\s\"'<>]*@(?!sha\\d{3}:)");
    /** In addresses of databases and the like, which have no path to speak of, a password may hold anything. */
    private static final Pattern DATABASE = Pattern.compile(
            "(?i)((?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\\+srv)?|rediss?|amqps?|ldaps?|smtps?|s?ftps?)"
                    + "://)[^\\s\"'<>]{0,500}@");

    private static final Pattern HEADER =
            Pattern.compile("(?i)\\b((?:" + HEADERS + ")" + QUOTE + "[ \\t]*+[:=][ \\t]*+" + QUOTE + ")[^\\r\\n\"']++");
    /** Tells a token from the words of "basic authentication" by its digits, capitals, signs or length. */
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(Bearer|Basic)[ \\t]++"
            + "(?=(?-i:[A-Za-z][a-z._-]*+[A-Z0-9+/~=])|[0-9+/~=]|[a-z._-]{20})[A-Za-z0-9+/._~=-]{8,}+");

    private static final Pattern NAMED = Pattern.compile("(?i)((?:" + NAMES + ")" + QUOTE + IS + ")" + STATES + VALUE);
    private static final Pattern OPTION =
            Pattern.compile("(?i)(?<![a-z0-9-])(--(?:[a-z0-9-]*-)?(?:" + NAMES + ")[ \\t]++)(?!-)" + VALUE);
    private static final Pattern ELEMENT = Pattern.compile("(?i)(<[a-z0-9_.:-]*(?:" + NAMES + ")>)[^<]++");

    /** Looks once into each word, for its first start of a token, so that a long word costs one pass. */
    private static final Pattern WEB_TOKEN = Pattern.compile("(?<![A-Za-z0-9_-])((?>[A-Za-z0-9_-]*?\\b(?=eyJ)))"
            + "eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]*+)?");

    private static final Pattern TOKEN = Pattern.compile(
            "\\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}\\b|(?:gh[pousr]|npm|dckr_pat|(?:sk|rk)_live)_[A-Za-z0-9_-]{16,}"
                    + "|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|xox[abprs]-[A-Za-z0-9-]{10,}"
                    + "|AIza[A-Za-z0-9_-]{35}|hvs\\.[A-Za-z0-9_-]{20,})");

    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [A-Z0-9 ]*-----|\\z)", Pattern.DOTALL);

    /** Holds patterns, and words one of which a text contains, in lower case, if any of them can match. */
    private record Group(List<String> hints, List<Rule> rules) {
        boolean mayMatch(String lower) {
            for (String hint : hints) {
                if (lower.contains(hint)) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Rule(Pattern pattern, String replacement) {}

    private static final Group NAMES_GROUP = new Group(
            List.of("pass", "pwd", "secret", "token", "key", "credential", "sig", "sess", "cookie", "auth"),
            List.of(
                    new Rule(HEADER, "$1" + MASK),
                    new Rule(NAMED, "$1" + MASK),
                    new Rule(OPTION, "$1" + MASK),
                    new Rule(ELEMENT, "$1" + MASK)));

    private static final List<Group> GROUPS = List.of(
            new Group(List.of("private key"), List.of(new Rule(PRIVATE_KEY, MASK))),
            new Group(
                    List.of("://"),
                    List.of(new Rule(DATABASE, "$1" + MASK + "@"), new Rule(USER_INFO, "$1" + MASK + "@"))),
            new Group(List.of("bearer", "basic"), List.of(new Rule(SCHEME, "$1 " + MASK))),
            NAMES_GROUP,
            new Group(List.of("eyj"), List.of(new Rule(WEB_TOKEN, "$1" + MASK))),
            new Group(
                    List.of(
                            "akia", "asia", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "npm_", "pat_", "_live_", "glpat-",
                            "xox", "aiza", "hvs."),
                    List.of(new Rule(TOKEN, MASK))));

    private SecretPatterns() {}

    static String mask(String text) {
        if (isPlain(text)) {
            return text;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String masked = text;
        for (Group group : GROUPS) {
            if (group.mayMatch(lower)) {
                for (Rule rule : group.rules) {
                    masked = rule.pattern.matcher(masked).replaceAll(rule.replacement);
                }
            }
        }
        return masked;
    }

    /** Tells whether a name, such as that of a piece of evidence, says that its value is secret. */
    static boolean namesSecret(String name) {
        if (!NAMES_GROUP.mayMatch(name.toLowerCase(Locale.ROOT))) {
            return false;
        }
        int end = name.length();
        return SECRET_NAME
                .matcher(name)
                .useTransparentBounds(true)
                .region(Math.max(0, end - LONGEST_NAME), end)
                .find();
    }

    /** Rules out most texts at once: every pattern needs one of these signs, or a word that is longer than words are. */
    private static boolean isPlain(String text) {
        return text.indexOf('=') < 0
                && text.indexOf(':') < 0
                && text.indexOf('-') < 0
                && text.indexOf('%') < 0
                && text.indexOf('<') < 0
                && !containsLongWord(text);
    }

    /** Tells whether there is a word as long as the shortest token that has none of the signs. */
    private static boolean containsLongWord(String text) {
        int start = 0;
        for (int end = text.indexOf(' '); end >= 0; end = text.indexOf(' ', start)) {
            if (end - start >= SHORTEST_TOKEN) {
                return true;
            }
            start = end + 1;
        }
        return text.length() - start >= SHORTEST_TOKEN;
    }
}
