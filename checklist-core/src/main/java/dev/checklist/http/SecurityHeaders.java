package dev.checklist.http;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the headers that protect a page in a browser, by the list of OWASP's Secure Headers Project. Values are parsed:
 * a header that browsers ignore protects nobody.
 */
final class SecurityHeaders {
    private static final Set<String> REFERRER_POLICIES = Set.of(
            "no-referrer",
            "no-referrer-when-downgrade",
            "origin",
            "origin-when-cross-origin",
            "same-origin",
            "strict-origin",
            "strict-origin-when-cross-origin",
            "unsafe-url");
    private static final List<String> ADVISED = List.of(
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Embedder-Policy",
            "Cross-Origin-Resource-Policy",
            "X-Permitted-Cross-Domain-Policies");
    private static final List<String> DEAD = List.of("Expect-CT", "Public-Key-Pins", "Feature-Policy");
    private static final List<String> TALKATIVE =
            List.of("X-AspNet-Version", "X-AspNetMvc-Version", "X-Generator", "X-Powered-CMS", "SourceMap");

    private final HttpHeaders headers;
    private final HeaderFindings findings = new HeaderFindings();

    private SecurityHeaders(HttpHeaders headers) {
        this.headers = headers;
    }

    /** Judges the headers of one page. */
    static HeaderFindings judge(HttpHeaders headers, boolean isHttps) {
        SecurityHeaders judged = new SecurityHeaders(headers);
        judged.transport(isHttps);
        judged.frames(judged.content());
        judged.sniffing();
        judged.referrer();
        judged.talk();
        judged.advice();
        return judged.findings;
    }

    private void transport(boolean isHttps) {
        String value = only("Strict-Transport-Security");
        if (!isHttps) {
            findings.problem("Strict-Transport-Security counts over https only: ask the https address");
        } else if (!value.isEmpty()) {
            TransportSecurity.judge(value, findings);
        }
    }

    private ContentPolicy content() {
        String value = only("Content-Security-Policy");
        ContentPolicy policy = ContentPolicy.parse(value);
        if (!value.isEmpty()) {
            policy.judge(findings);
        } else if (!headers.allValues("Content-Security-Policy-Report-Only").isEmpty()) {
            findings.warning("Content-Security-Policy-Report-Only does not protect");
        }
        return policy;
    }

    /** Browsers that know frame-ancestors do not look at X-Frame-Options. */
    private void frames(ContentPolicy policy) {
        boolean isAsked = !policy.limitsFrames() || values("X-Frame-Options").size() > 1;
        String value = isAsked ? only("X-Frame-Options") : "";
        if (policy.limitsFrames()) {
            if (!policy.limitsFramesWell()) {
                findings.problem("frame-ancestors lets everybody frame the page");
            }
        } else if (!value.isEmpty() && !value.equalsIgnoreCase("deny") && !value.equalsIgnoreCase("sameorigin")) {
            findings.problem("X-Frame-Options is \"" + Quote.cut(value) + "\", which browsers ignore: expected"
                    + " DENY or SAMEORIGIN");
        }
    }

    private void sniffing() {
        String value = only("X-Content-Type-Options");
        if (!value.isEmpty() && !value.equalsIgnoreCase("nosniff")) {
            findings.problem("X-Content-Type-Options is \"" + Quote.cut(value) + "\": expected nosniff");
        }
    }

    /** The last policy that a browser knows counts. */
    private void referrer() {
        String value = only("Referrer-Policy");
        if (value.isEmpty()) {
            return;
        }
        String policy = Stream.of(value.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(REFERRER_POLICIES::contains)
                .reduce("", (first, second) -> second);
        if (policy.isEmpty()) {
            findings.problem("Referrer-Policy is \"" + Quote.cut(value) + "\", which browsers ignore");
        } else if (policy.equals("unsafe-url")) {
            findings.problem("Referrer-Policy is unsafe-url, which tells other sites the whole address");
        }
    }

    private void talk() {
        for (String name : List.of("Server", "X-Powered-By")) {
            values(name).stream()
                    .filter(value -> value.chars().anyMatch(Character::isDigit))
                    .forEach(value -> findings.problem(name + " tells the version: \"" + Quote.cut(value) + '"'));
        }
        TALKATIVE.stream()
                .filter(name -> !values(name).isEmpty())
                .forEach(name -> findings.problem(name + " tells what the site is made with: remove it"));
    }

    private void advice() {
        String missing = ADVISED.stream().filter(name -> values(name).isEmpty()).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            findings.warning("no " + missing);
        }
        DEAD.stream()
                .filter(name -> !values(name).isEmpty())
                .forEach(name -> findings.warning(name + " is dead: browsers ignore it"));
        if (values("X-XSS-Protection").stream().anyMatch(value -> !value.equals("0"))) {
            findings.warning("X-XSS-Protection other than 0 opens holes in old browsers");
        }
    }

    /** Returns the value of a required header; empty, and a problem, if there is none or more than one. */
    private String only(String name) {
        List<String> values = values(name);
        if (values.isEmpty() || values.get(0).isEmpty()) {
            findings.problem("no " + name);
            return "";
        }
        if (values.size() > 1) {
            findings.problem(name + " is there " + values.size() + " times: do application and ingress both add it?");
            return "";
        }
        return values.get(0);
    }

    private List<String> values(String name) {
        return headers.allValues(name).stream().map(String::strip).toList();
    }
}
