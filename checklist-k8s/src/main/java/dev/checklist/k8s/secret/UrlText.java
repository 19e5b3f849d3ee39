package dev.checklist.k8s.secret;

import dev.checklist.k8s.secret.ConnectionUrl.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a URL apart without the classes that quote it in their exceptions. */
final class UrlText {
    private static final Pattern SHAPE =
            Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("([a-zA-Z0-9_](?:[a-zA-Z0-9._-]*[a-zA-Z0-9_.])?|\\[[0-9a-fA-F:.]+\\])(?::([0-9]{1,5}))?");
    private static final Set<String> OF_SEVERAL_HOSTS = Set.of("mongodb", "postgres", "postgresql");
    private static final String JDBC = "jdbc:";

    private final String text;

    UrlText(String text) {
        this.text = text;
    }

    ConnectionUrl parse() throws NotAUrlException {
        mustBeClean();
        boolean isJdbc = text.regionMatches(true, 0, JDBC, 0, JDBC.length());
        Matcher shape = SHAPE.matcher(isJdbc ? text.substring(JDBC.length()) : text);
        if (!shape.matches()) {
            throw new NotAUrlException("it does not start with a scheme and \"://\"");
        }
        String authority = shape.group(2);
        int at = authority.indexOf('@');
        if (at != authority.lastIndexOf('@')) {
            throw new NotAUrlException("it has a second @, which must be percent-encoded in a user or password");
        }
        String scheme = shape.group(1).toLowerCase(Locale.ROOT);
        String[] account = authority.substring(0, Math.max(at, 0)).split(":", 2);
        return new ConnectionUrl(
                scheme,
                at < 0 ? parameter(shape.group(4), "user") : decoded(account[0]),
                account.length < 2 ? parameter(shape.group(4), "password") : decoded(account[1]),
                hosts(scheme, authority.substring(at + 1)),
                decoded(shape.group(3).replaceFirst("^/", "")));
    }

    private void mustBeClean() throws NotAUrlException {
        if (SecretValue.of(text).endsWithLineBreak()) {
            throw new NotAUrlException("it ends with a line break");
        }
        if (text.isEmpty()) {
            throw new NotAUrlException("it is empty");
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '\'' && text.endsWith("'") || c == '\\')) {
            throw new NotAUrlException("it contains a blank, a quotation mark or another character that no URL has");
        }
    }

    private static List<Host> hosts(String scheme, String text) throws NotAUrlException {
        List<Host> hosts = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            Matcher host = HOST.matcher(each);
            if (!host.matches()) {
                throw new NotAUrlException(each.isEmpty() ? "it names no host" : "what names its host is no host");
            }
            hosts.add(new Host(ConnectionUrl.hostName(host.group(1)), port(host.group(2))));
        }
        if (hosts.size() > 1 && !OF_SEVERAL_HOSTS.contains(scheme)) {
            throw new NotAUrlException("it names several hosts, which its scheme does not know");
        }
        if (scheme.equals("mongodb+srv") && hosts.get(0).port().isPresent()) {
            throw new NotAUrlException("it names a port, which is in the DNS");
        }
        return hosts;
    }

    private static OptionalInt port(@Nullable String digits) throws NotAUrlException {
        if (digits == null) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw new NotAUrlException("its port is not from 1 to 65535");
        }
        return OptionalInt.of(port);
    }

    private static @Nullable String parameter(@Nullable String query, String name) throws NotAUrlException {
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return null;
    }

    private static String decoded(String part) throws NotAUrlException {
        return PercentText.decoded(part)
                .orElseThrow(() -> new NotAUrlException("it has a percent sign that encodes nothing"));
    }
}
