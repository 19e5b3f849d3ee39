package dev.checklist.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the start tags of a page with their attributes, as tolerant as a browser: any case, any quotes, comments and the
 * text of scripts left out. It builds no tree, for nobody here needs one.
 */
final class HtmlTags {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][^\\s/>]*+");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "[\\s/]*+([^\\s/>=][^\\s/>=]*+)(?:\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s>\"']++)))?+");
    private static final Pattern COMMENT_END = Pattern.compile("--!?>");

    private static final Set<String> RAW = Set.of("script", "style", "textarea", "title", "noscript", "template");

    private final String html;
    private final String lower;
    private int at;

    private HtmlTags(String html) {
        this.html = html;
        this.lower = html.toLowerCase(Locale.ROOT).length() == html.length() ? html.toLowerCase(Locale.ROOT) : html;
    }

    /** Hands over each start tag: its name in lower case and its attributes, whose first values count. */
    static void each(String html, BiConsumer<String, Map<String, String>> tag) {
        new HtmlTags(html).scan(tag);
    }

    private void scan(BiConsumer<String, Map<String, String>> tag) {
        for (at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
            if (html.startsWith("<!--", at)) {
                at = behindComment(at);
                continue;
            }
            Matcher name = NAME.matcher(html).region(at + 1, html.length());
            if (!name.lookingAt()) {
                at++;
                continue;
            }
            at = name.end();
            String found = name.group().toLowerCase(Locale.ROOT);
            Map<String, String> attributes = attributes();
            tag.accept(found, attributes);
            if (RAW.contains(found)) {
                int end = lower.indexOf("</" + found, at);
                at = end < 0 ? html.length() : end + 2;
            }
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(html);
        while (attribute.region(at, html.length()).lookingAt()) {
            String value = attribute.group(2) != null
                    ? attribute.group(2)
                    : attribute.group(3) != null ? attribute.group(3) : attribute.group(4);
            attributes.putIfAbsent(attribute.group(1).toLowerCase(Locale.ROOT), value == null ? "" : decoded(value));
            at = attribute.end();
        }
        int end = html.indexOf('>', at);
        at = end < 0 ? html.length() : end + 1;
        return attributes;
    }

    /** Addresses hold no other character reference in practice. */
    private static String decoded(String value) {
        return value.replace("&#38;", "&").replace("&#x26;", "&").replace("&amp;", "&");
    }

    /** The signs of its beginning may be those of its end too, as in {@code <!-->}. */
    private int behindComment(int start) {
        Matcher end = COMMENT_END.matcher(html);
        boolean isFound = end.find(start + 2);
        if (isFound && end.end() == start + "<!--!>".length() && html.charAt(start + 4) == '!') {
            isFound = end.find(start + 4);
        }
        return isFound ? end.end() : html.length();
    }
}
