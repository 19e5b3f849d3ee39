package dev.checklist.local;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows what somebody was to replace by its words, since a placeholder is written for people. */
final class Placeholders {
    private static final String YOURS =
            "own|registry|repo|repository|domain|host|hostname|company|org|name|user|username"
                    + "|password|secret|key|token|app|image|bucket|region|project|account|email|server|cluster|namespace|tag"
                    + "|version";

    private static final Pattern WORDS =
            Pattern.compile("(?i)(?<![a-z])(?:please[-_ ]?)?(?:change|replace|fill)[-_ ]?(?:me|this)(?![a-z])"
                    + "|(?<![a-z])your[-_ .]?(?:" + YOURS + ")(?![a-z])"
                    + "|(?<![a-z])your[-_][a-z0-9]+"
                    + "|(?<![a-z])my[-_]?(?:registry|domain|company)(?![a-z])"
                    + "|place[-_ ]?holder"
                    + "|(?<![a-z0-9-])(?:[a-z0-9-]+\\.){0,10}example\\.(?:com|org|net|edu)(?![a-z0-9-])"
                    + "|(?<![a-z])(?:insert|enter|put|add|paste)[-_ ](?:[a-z]+[-_ ]){0,3}here(?![a-z])"
                    + "|(?<![a-z])to[-_ ]be[-_ ](?:defined|set|filled|replaced|changed|done|determined)"
                    + "|(?<![a-z0-9])(?:x{3,}|lorem ipsum)(?![a-z0-9])"
                    + "|(?-i:(?<![A-Za-z0-9])(?:TODO|TBD|FIXME)(?![A-Za-z0-9]))"
                    + "|(?<=[:/@=])[ \\t]*<[a-z][a-z0-9_ .-]*>");

    /** A whole value that a template engine, or a person, was to fill in; as a part of a text it may be meant. */
    private static final Pattern TEMPLATE = Pattern.compile(
            "(?i)<[a-z][^<>\\n]*>|\\$\\{[^{}\\n]+\\}|\\{\\{[^{}\\n]+\\}\\}|__\\w+__|@[a-z_]+@|%[a-z_]+%");

    private Placeholders() {}

    /** Returns the words of a placeholder, and nothing of what stands around them. */
    static Optional<String> in(String text) {
        Matcher matcher = WORDS.matcher(text);
        if (matcher.find()) {
            return Optional.of(Shown.plain(matcher.group().strip()));
        }
        String whole = text.strip();
        return TEMPLATE.matcher(whole).matches() ? Optional.of(Shown.plain(whole)) : Optional.empty();
    }
}
