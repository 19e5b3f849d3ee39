package dev.checklist.k8s.secret;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what somebody meant to replace from what was set: by its words, since a placeholder is written for people. */
public final class Placeholder {
    /** Words that stand for a value to come, wherever they occur. */
    private static final Pattern WORDS = pattern(
            "(?<![a-z])(please|pls|must|to|password|secret)?[-_ ]?change[-_ ]?(me|this)",
            "(?<![a-z])(change|replace)[-_ ]?(it|now|before|in[-_ ]prod)(?![a-z])",
            "(?<![a-z])(replace|set|fill|edit)[-_ ]?(me|this|with)(?![a-z])",
            "place[-_ ]?holder",
            "(?<![a-z])your[-_]\\w",
            "^your\\s",
            "(?<![a-z])your(own|api|app|new|random|strong|secure|secret|password|passphrase|key|token|domain|host|server"
                    + "|user|name|db|database|registry|company|org|email|bucket|region|project|account)",
            "(?<![a-z])to[-_ ]?be[-_ ]?(defined|set|filled|replaced|changed|done|determined|generated)",
            "(?<![a-z])(insert|enter|put|add|paste|goes|key|token|secret|password)[-_ ]?here(?![a-z])",
            "(?<![a-z])(example|lorem ipsum|fix[-_ ]?me)(?![a-z])",
            "(?<![a-z0-9])(todo|tbd|tba|x{3,}|dummy|foobar)(?![a-z0-9])");

    /** The keys that a provider prints in its documents end so. */
    private static final Pattern DOCUMENTED = Pattern.compile("EXAMPLE(KEY)?$");

    /** A whole value that a template engine, or a person, was to fill in; or one such part of a URL. */
    private static final Pattern TEMPLATE = pattern(
            "^<[^<>\\n]+>$",
            "[:/@=]<[a-z][-\\w .]*>",
            "^\\$\\{[^{}\\n]+\\}$",
            "^\\{[-\\w ]+\\}$",
            "^\\{\\{[^\\n]+\\}\\}$",
            "^\\$\\([^()\\n]+\\)$",
            "^__\\w+__$",
            "^%\\w+%$",
            "^@\\w+@$",
            "^[-_.*?#x]{3,}$",
            "(\\.\\.\\.|…)$");

    /** Whole values that are no secret under any key. */
    private static final Set<String> NO_SECRET = Set.of(
            "password passwd passwort motdepasse pass secret mysecret mypassword supersecret topsecret secretkey "
                    .concat(
                            "mysecretkey apikey token accesskey accesstoken privatekey s3cret passw0rd p@ssw0rd pa$$w0rd")
                    .split(" "));

    /** Whole values that are none under a key whose name promises one. */
    private static final Set<String> COMMON = Set.of(
            "admin administrator root user username test testing demo default none null nil undefined na empty unset "
                    .concat(
                            "nothing qwerty azerty letmein welcome abc abcd foo bar baz string value key guest postgres ")
                    .concat("mysql mariadb mongo mongodb redis elastic minio minioadmin rabbitmq hello iloveyou todo")
                    .split(" "));

    private Placeholder() {}

    private static Pattern pattern(String... alternatives) {
        return Pattern.compile("(" + String.join(")|(", alternatives) + ")", Pattern.CASE_INSENSITIVE);
    }

    /** Says why a text, such as a setting, is a placeholder; empty if it is none. */
    public static Optional<String> flaw(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (TEMPLATE.matcher(value).find()) {
            return Optional.of("it is a template that was not filled in");
        }
        return WORDS.matcher(value).find() || DOCUMENTED.matcher(value).find()
                ? Optional.of("it holds the words of a placeholder")
                : Optional.empty();
    }

    /** Says why the value of a Secret is a placeholder: also a common word, and one character over and over. */
    static Optional<String> flawOfSecret(String text) {
        String value = text.strip();
        if (value.length() > 2 && value.codePoints().distinct().count() == 1) {
            return Optional.of("it is one character over and over");
        }
        return flaw(value).or(() -> isWord(NO_SECRET, value) ? Optional.of("it is a common word") : Optional.empty());
    }

    /** Says why a password, token or key is a placeholder: also a user's name or a row of digits. */
    static Optional<String> flawOfCredential(String text) {
        String value = text.strip();
        return flawOfSecret(value)
                .or(() -> isWord(COMMON, value) || isCounting(value)
                        ? Optional.of("it is a common word")
                        : Optional.empty());
    }

    private static boolean isCounting(String value) {
        return value.length() > 2 && ("0" + "1234567890".repeat(7)).contains(value);
    }

    /** A word stays one with a few digits or an exclamation mark behind it. */
    private static boolean isWord(Set<String> words, String value) {
        String plain = value.toLowerCase(Locale.ROOT).replaceAll("[-_ .!]", "");
        return words.contains(plain) || words.contains(plain.replaceFirst("[0-9]{1,4}$", ""));
    }
}
