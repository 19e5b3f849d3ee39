package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentTest {
    private final HttpChecks http = HttpChecks.create();

    @ParameterizedTest
    @CsvSource({
        "shop.example,expected an absolute address that starts with http:// or https://",
        "/health,expected an absolute address that starts with http:// or https://",
        "ftp://shop.example/,expected an absolute address that starts with http:// or https://",
        "file:///etc/passwd,expected an absolute address that starts with http:// or https://",
        "http://shop_a.example/,'expected a host name in ASCII (xn-- form), without underscores'",
        "http://münchen.example/,'expected a host name in ASCII (xn-- form), without underscores'",
        "http://shop.example:0/,expected a port from 1 to 65535",
        "http://shop.example:65536/,expected a port from 1 to 65535",
        "http://shop.example/a b,Illegal character in path at character 21",
        "http://shop.example/#top,'leave out the #fragment, which is never sent'"
    })
    void an_address_that_is_none_is_refused_with_the_reason(String url, String why) {
        assertThatThrownBy(() -> http.get(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url is \"")
                .hasMessageEndingWith("\": " + why);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "health", "https://elsewhere.example/", "?a=b"})
    void below_a_site_only_a_path_is_taken(String path) {
        assertThatThrownBy(() -> http.below("https://shop.example/eu").get(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url is ")
                .hasMessageEndingWith(": expected a path below https://shop.example/eu, such as /health");
    }

    @Test
    void a_site_has_no_query() {
        assertThatThrownBy(() -> http.below("https://shop.example/?token=s3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave out the query")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void no_address_is_refused(String url) {
        assertThatThrownBy(() -> http.get(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": expected an http or https address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:s3cret@shop.example/",
                "https://s3cret@shop.example/",
                "https://user:s3cret@shop.example:99999/",
                "https://user:s3/cret@shop.example/",
                "https://user:s3cret @shop.example/",
                "https://us_er:s3cret@sh_op.example/",
                "https://shop.example/?token=s3cret#x",
                "https://shop.example/ ?token=s3cret",
                "https://shop.example:0/?s3cret",
                "://user:s3cret@shop.example/",
                "https://user:s3cret@"
            })
    void an_address_with_a_secret_is_refused_without_showing_it(String url) {
        assertThatThrownBy(() -> http.get(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("s3")
                .hasMessageNotContaining("cret");
    }

    @Test
    void user_info_is_refused_with_the_advice_to_use_a_header() {
        assertThatThrownBy(() -> http.get("https://user:s3cret@shop.example/"))
                .hasMessage("url is \"https://shop.example/\": leave out user and password, and give them as a header"
                        + " instead");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP://Shop.Example,http://shop.example/",
        "https://shop.example?q=1,https://shop.example/?q=***",
        "https://shop.example/a?b=1&c&d=,https://shop.example/a?b=***&***&d=***",
        "http://[::1]:8080/,http://[::1]:8080/",
        "http://shop.example/a//b/../c,http://shop.example/a//b/../c"
    })
    void an_address_is_shown_in_one_spelling_with_masked_query_values(String url, String shown) {
        assertThat(http.get(url)).hasToString("GET " + shown);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "get", "GET ", "GET\r\nX", "CONNECT", "G(T", "ABCDEFGHIJKLMNOPQRSTU"})
    void a_method_that_is_none_is_refused(String method) {
        assertThatThrownBy(() -> http.request(method, "http://shop.example/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("method is " + (method == null ? "null" : "\"" + method + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3cret\r\nX-Evil: 1", "s3cret\n", "s3cret\u0000", "s3cret\u2028", "s3cret\u007f", "s3cret\ud800"
            })
    void a_header_value_with_a_break_is_refused_without_showing_it(String value) {
        assertThatThrownBy(() -> http.get("http://shop.example/").header("X-Api-Key", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith("the value of header X-Api-Key (not shown) has a line break")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "connection", "Content-Length", "Expect", "Upgrade"})
    void a_header_that_the_client_sets_itself_is_refused(String name) {
        assertThatThrownBy(() -> http.get("http://shop.example/").header(name, "s3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("header " + name + " is set by java.net.http itself: leave it out")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_header_without_value_is_refused_since_a_credential_is_missing() {
        assertThatThrownBy(() -> http.get("http://shop.example/").header("X-Api-Key", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of header X-Api-Key is null: give it, or leave the header out");
        assertThatThrownBy(() -> http.get("http://shop.example/").header("X-Api-Key", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of header X-Api-Key is blank: give it, or leave the header out");
    }

    @Test
    void a_body_needs_a_text_a_type_and_a_method_that_has_one() {
        assertThatThrownBy(() -> http.get("http://shop.example/").body("text/plain", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a GET has no body: use request(\"POST\", url)");
        EndpointChecks post = http.request("POST", "http://shop.example/");
        assertThatThrownBy(() -> post.body("text/plain", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> post.body("text/plain\r\nX: y", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> post.body(null, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(post::followingRedirects)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("method is POST: only GET and HEAD follow redirects");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, (64 << 20) + 1, Integer.MAX_VALUE})
    void a_limit_of_bytes_that_is_none_is_refused(int bytes) {
        assertThatThrownBy(() -> http.get("http://shop.example/").readingUpTo(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bytes is " + bytes + ": expected between 1 and 67108864");
    }

    @Test
    void modifiers_copy() {
        EndpointChecks plain = http.get("http://shop.example/");
        assertThat(plain.header("X-Api-Key", "k3y-of-the-run")).isNotSameAs(plain);
        assertThat(plain.respondsWith(200).key()).doesNotContain("x-api-key");
    }
}
