package dev.checklist.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a page refers to: scripts, style sheets and images, and the base that its references stand on. */
final class HtmlAssets {
    /** Says what an asset must be. */
    enum Kind {
        SCRIPT("(text|application)/(x-)?(javascript|ecmascript)"),
        STYLE("text/css"),
        IMAGE("image/.+");

        private final Pattern type;

        Kind(String type) {
            this.type = Pattern.compile(type);
        }

        boolean fits(String essence) {
            return type.matcher(essence).matches();
        }
    }

    /** Is a reference as the page has it. */
    record Reference(Kind kind, String url) {}

    private static final Pattern SCRIPT_TYPE =
            Pattern.compile("|module|(text|application)/(x-)?(javascript|ecmascript)");

    private final List<Reference> references = new ArrayList<>();
    private String base = "";

    private HtmlAssets() {}

    static HtmlAssets of(String html) {
        HtmlAssets assets = new HtmlAssets();
        HtmlTags.each(html, assets::tag);
        return assets;
    }

    List<Reference> references() {
        return List.copyOf(references);
    }

    /** Returns the reference of the first base element; empty if there is none. */
    String base() {
        return base;
    }

    private void tag(String name, Map<String, String> attributes) {
        String type = attributes.getOrDefault("type", "").strip().toLowerCase(Locale.ROOT);
        switch (name) {
            case "base" -> base = base.isEmpty() ? attributes.getOrDefault("href", "") : base;
            case "script" -> {
                if (SCRIPT_TYPE.matcher(type).matches()) {
                    add(Kind.SCRIPT, attributes.get("src"));
                }
            }
            case "link" -> link(attributes);
            case "img" -> add(Kind.IMAGE, attributes.get("src"));
            default -> {
                // no asset of its own
            }
        }
    }

    private void link(Map<String, String> attributes) {
        List<String> relations = List.of(attributes
                .getOrDefault("rel", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .split("\\s+"));
        if (relations.contains("stylesheet")) {
            add(Kind.STYLE, attributes.get("href"));
        } else if (relations.contains("icon")) {
            add(Kind.IMAGE, attributes.get("href"));
        } else if (relations.contains("modulepreload")) {
            add(Kind.SCRIPT, attributes.get("href"));
        }
    }

    private void add(Kind kind, @Nullable String url) {
        if (url != null && !url.isBlank()) {
            references.add(new Reference(kind, url.strip()));
        }
    }
}
