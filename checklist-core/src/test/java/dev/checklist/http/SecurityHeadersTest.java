package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Judges headers as browsers understand them. */
class SecurityHeadersTest extends WebTest {
    private static final String STS = "Strict-Transport-Security";
    private static final String CSP = "Content-Security-Policy";

    private static Map<String, List<String>> good() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put(STS, List.of("max-age=31536000; includeSubDomains"));
        headers.put(CSP, List.of("default-src 'self'"));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        headers.put("X-Frame-Options", List.of("DENY"));
        headers.put("Referrer-Policy", List.of("no-referrer"));
        for (String advised : List.of(
                "Permissions-Policy",
                "Cross-Origin-Opener-Policy",
                "Cross-Origin-Embedder-Policy",
                "Cross-Origin-Resource-Policy",
                "X-Permitted-Cross-Domain-Policies")) {
            headers.put(advised, List.of("none"));
        }
        return headers;
    }

    private static HeaderFindings judge(Map<String, List<String>> headers) {
        return SecurityHeaders.judge(HttpHeaders.of(headers, (name, value) -> true), true);
    }

    private static HeaderFindings with(String name, String... values) {
        Map<String, List<String>> headers = good();
        headers.put(name, List.of(values));
        return judge(headers);
    }

    @Test
    void the_headers_of_the_list_pass_without_a_warning() {
        assertThat(judge(good()).problems()).isEmpty();
        assertThat(judge(good()).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {STS, CSP, "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"})
    void each_required_header_is_missed_and_not_wanted_twice_nor_empty(String name) {
        Map<String, List<String>> headers = good();
        List<String> value = headers.remove(name);
        assertThat(judge(headers).problems()).containsExactly("no " + name);
        headers.put(name, List.of(""));
        assertThat(judge(headers).problems()).containsExactly("no " + name);
        List<String> twice = new ArrayList<>(value);
        twice.add("SAMEORIGIN");
        headers.put(name, twice);
        assertThat(judge(headers).problems()).singleElement().asString().contains(name + " is there 2 times");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Strict-Transport-Security | max-age=0 | switches it off",
                "Strict-Transport-Security | max-age=3600 | expected at least",
                "Strict-Transport-Security | includeSubDomains | no readable max-age",
                "Strict-Transport-Security | max-age=1y | no readable max-age",
                "Strict-Transport-Security | max-age=-1 | no readable max-age",
                "Strict-Transport-Security | max-age=99999999999999999999 | no readable max-age",
                "Strict-Transport-Security | max-age=31536000; max-age=0 | twice",
                "Strict-Transport-Security | x-max-age=31536000 | no readable max-age",
                "X-Content-Type-Options | nosniff, nosniff | expected nosniff",
                "X-Content-Type-Options | none | expected nosniff",
                "X-Frame-Options | ALLOW-FROM https://a.example | browsers ignore",
                "X-Frame-Options | DENY, SAMEORIGIN | browsers ignore",
                "Referrer-Policy | never | browsers ignore",
                "Referrer-Policy | no-referrer, unsafe-url | whole address",
                "Content-Security-Policy | upgrade-insecure-requests | restricts nothing",
                "Content-Security-Policy | ;;; | restricts nothing",
                "Content-Security-Policy | default-src 'self'; frame-ancestors * | everybody",
                "Server | nginx/1.25.3 | tells the version",
                "X-Powered-By | PHP/8.2 | tells the version",
                "X-AspNet-Version | 4.0 | remove it",
                "X-Generator | Drupal | remove it",
            })
    void a_value_that_protects_nobody_is_a_problem(String name, String value, String why) {
        assertThat(with(name, value).problems()).singleElement().asString().contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Strict-Transport-Security | max-age=15552000; includeSubDomains | less than a year",
                "Strict-Transport-Security | max-age=\"31536000\" | does not includeSubDomains",
                "Content-Security-Policy | script-src 'self' 'unsafe-inline' | without nonce or hash",
                "Content-Security-Policy | default-src * | come from everywhere",
                "Content-Security-Policy | img-src 'self' | come from everywhere",
                "X-XSS-Protection | 1; mode=block | opens holes",
                "Expect-CT | max-age=1 | is dead",
                "Feature-Policy | none | is dead",
            })
    void a_value_that_could_be_better_is_a_warning(String name, String value, String why) {
        assertThat(with(name, value).problems()).isEmpty();
        assertThat(with(name, value).warnings()).singleElement().asString().contains(why);
    }

    @Test
    void what_protects_in_another_way_is_accepted() {
        Map<String, List<String>> headers = good();
        headers.remove("X-Frame-Options");
        headers.put(CSP, List.of("script-src 'self' 'unsafe-inline' 'nonce-abc'; frame-ancestors 'none'"));
        headers.put("Referrer-Policy", List.of("made-up, strict-origin"));
        headers.put("Server", List.of("nginx"));
        headers.put("X-XSS-Protection", List.of("0"));
        assertThat(judge(headers).problems()).isEmpty();
        assertThat(judge(headers).warnings()).isEmpty();
    }

    @Test
    void a_policy_that_only_reports_does_not_protect() {
        Map<String, List<String>> headers = good();
        headers.put(CSP + "-Report-Only", headers.remove(CSP));
        assertThat(judge(headers).problems()).containsExactly("no " + CSP);
        assertThat(judge(headers).warnings()).containsExactly(CSP + "-Report-Only does not protect");
    }

    @Test
    void over_plain_http_transport_security_does_not_count() throws Exception {
        page("/", html("x").withHeader(STS, "max-age=31536000"));
        Outcome outcome = FakeRun.look(http.get(url("/")).hasSecurityHeaders());
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("counts over https only");
        assertThatThrownBy(() -> http.request("POST", url("/")).hasSecurityHeaders())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome over(ScriptedClient client) throws Exception {
        return FakeRun.look(
                HttpChecks.using(client).get("https://shop.example/").hasSecurityHeaders());
    }

    @Test
    void an_error_page_without_the_headers_fails_though_the_page_has_them() throws Exception {
        Map<String, List<String>> error = good();
        error.remove("X-Frame-Options");
        Outcome outcome = over(new ScriptedClient().pages(200, good(), 404, error));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("the error page (404): no X-Frame-Options");
        Outcome passed = over(new ScriptedClient().pages(200, good(), 404, good()));
        assertThat(passed.status()).isEqualTo(Status.PASSED);
        assertThat(passed.message()).contains("on the page and on an error page (404)");
    }

    @Test
    void without_an_error_page_the_line_says_so_and_one_that_fails_is_no_evidence() throws Exception {
        Outcome outcome = over(new ScriptedClient().pages(200, good(), 200, good()));
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.warnings()).anySatisfy(w -> assertThat(w).contains("no error page was seen"));
        assertThat(over(new ScriptedClient().pages(200, good(), 503, good())).status())
                .isEqualTo(Status.ERROR);
        assertThat(over(new ScriptedClient().pages(500, good(), 404, good())).status())
                .isEqualTo(Status.ERROR);
    }
}
